import {
  agircArrco,
  caf,
  careerAtCarsat,
  cpam,
  departement,
  franceTravail,
  infoRetraite,
  socialHousing,
  trainingAccount,
} from './affiliations.ts';
import { identityOf, type Citizen } from './citizen.ts';
import { child, covered, paid, pensionPaid, pensionRights, self, unemploymentPayments } from './rights.ts';

const children = [child('Louise'), child('Gabin')];

/** The demo's main person: rights in all six domains, asked from eight suppliers, of which the Carsat only keeps her career. */
export const camille: Citizen = {
  login: 'camille',
  who: 'Veuve et salariée à mi-temps, elle élève seule Louise et Gabin : des droits dans les six domaines.',
  identity: identityOf('camille', {
    firstNames: ['Camille', 'Jeanne', 'Marie'],
    familyName: 'EXEMPLE',
    born: '1991-03-14',
    gender: 'female',
    birthplace: '69990',
  }),
  nir: '291036999099186',
  affiliations: [
    caf(),
    cpam(),
    careerAtCarsat,
    infoRetraite(),
    agircArrco,
    franceTravail,
    trainingAccount(),
    socialHousing,
    departement,
  ],
  files: (calendar) => ({
    cnaf: {
      foyer: {
        enfants: [
          { prenoms: 'Louise', date_naissance: calendar.monthDay(-103, 6), sexe: 'F' },
          { prenoms: 'Gabin', date_naissance: calendar.monthDay(-28, 19), sexe: 'M' },
        ],
        quotient: 612,
        logement: {
          statut_occupation: 'locataire_vide',
          code_cog_insee_commune: '69266',
          loyer_hors_charges: 642.5,
        },
      },
      famille: {
        prestations: [
          paid('allocations_familiales', 152.25, calendar.monthStart(-27), children),
          paid('allocation_soutien_familial', 401.54, calendar.monthStart(-20), children),
          paid('paje_base', 198.16, calendar.monthStart(-26), [child('Gabin')]),
          {
            ...paid(
              'allocation_rentree_scolaire',
              426.87,
              calendar.yearStart(0),
              [child('Louise')],
              'annuelle',
            ),
            statut: 'termine',
            date_fin_droit: calendar.yearEnd(0),
          },
        ],
      },
      logement: { prestations: [paid('aides_logement', 331, calendar.monthStart(-18))] },
      solidarite: { prestations: [] },
      emploi: {
        prestations: [paid('prime_activite', 218.64, calendar.monthStart(-14))],
        echeances: [{ demarche: 'declare-resources-quarterly', avant_le: calendar.day(12) }],
      },
    },
    cnam: {
      droits: covered(calendar.yearStart(-12), [self, ...children]),
      complementaire_sante_solidaire: {
        est_beneficiaire: true,
        avec_participation: false,
        date_debut_droit: calendar.monthStart(-9),
        date_fin_droit: calendar.monthEnd(2),
        echeances: [{ demarche: 'renew-c2s', avant_le: calendar.monthEnd(1) }],
      },
    },
    carsat: { pensions: [], aspa: { est_beneficiaire: false } },
    'info-retraite': {
      regimes: [
        pensionRights('cnav', 'Assurance retraite'),
        // A survivor's pension, which Agirc-Arrco pays at any age to who brings up two children (ANI 17/11/2017, art. 110).
        pensionPaid('agirc-arrco', 'Agirc-Arrco, pension de réversion', 168.4, calendar.monthStart(-20)),
      ],
    },
    'france-travail': {
      identifiant: '9990001A',
      inscription: {
        date_debut: calendar.monthDay(-8, 3),
        date_fin: null,
        categorie: {
          code: 1,
          libelle: 'Personne sans emploi ou en activité réduite, tenue de chercher un emploi',
        },
        code_certification_cnav: 'VC',
      },
      paiements: unemploymentPayments(calendar, [148.2, 156.1, 148.2]),
      echeances: [{ demarche: 'update-jobseeker-status', avant_le: calendar.day(9) }],
    },
    cpf: { solde: 1480, date_solde: calendar.day(-3) },
    logement: {
      demandes: [{ statut: 'active', date_depot: calendar.day(-325), date_renouvellement: calendar.day(40) }],
      echeances: [{ demarche: 'renew-social-housing', avant_le: calendar.day(40) }],
    },
    departement: {
      est_beneficiaire: true,
      avec_majoration: true,
      date_debut_droit: calendar.monthStart(-8),
      montant_mensuel: 162.75,
    },
  }),
};
