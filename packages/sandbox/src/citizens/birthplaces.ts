import { caf, cpam, departement, infoRetraite, trainingAccount } from './affiliations.ts';
import { identityOf, type Citizen } from './citizen.ts';
import { child, covered, paid, pensionRights, self } from './rights.ts';

/** Overseas: the general fund (CGSS) does health and retirement, and the Caf is another one. */
export const marieAnnick: Citizen = {
  login: 'marie-annick',
  who: 'Habitante de La Réunion : la CGSS et la Caf de son département.',
  identity: identityOf('marie-annick', {
    firstNames: ['Marie-Annick', 'Florence'],
    familyName: 'LAFICTION',
    born: '1986-06-21',
    gender: 'female',
    birthplace: '97490',
  }),
  nir: '286069749099470',
  affiliations: [
    {
      organisme: 'cgss-reunion-exemple',
      fournisseur: 'cnam',
      regime: 'general',
      domaines: ['sante'],
    },
    {
      organisme: 'cgss-reunion-exemple',
      fournisseur: 'carsat',
      regime: 'general',
      domaines: ['retraite', 'solidarite'],
    },
    {
      organisme: 'caf-reunion-exemple',
      fournisseur: 'cnaf',
      regime: 'general',
      domaines: ['famille', 'logement', 'solidarite', 'emploi'],
    },
    trainingAccount(),
    infoRetraite(),
  ],
  files: (calendar) => ({
    cnam: { droits: covered(calendar.yearStart(-16), [self, child('Anaëlle')]) },
    carsat: { pensions: [], aspa: { est_beneficiaire: false } },
    cnaf: {
      // Overseas, family allowances are paid from the first child on (CSS L755-11).
      famille: {
        prestations: [paid('allocations_familiales', 28.02, calendar.monthStart(-61), [child('Anaëlle')])],
      },
      logement: { prestations: [paid('aides_logement', 276, calendar.monthStart(-19))] },
      emploi: {
        prestations: [paid('prime_activite', 187.05, calendar.monthStart(-7))],
        echeances: [{ demarche: 'declare-resources-quarterly', avant_le: calendar.day(17) }],
      },
    },
    cpf: { solde: 960, date_solde: calendar.day(-3) },
    'info-retraite': { regimes: [pensionRights('cnav', 'Assurance retraite')] },
  }),
};

/** A Corsican birth: a letter in the NIR. */
export const ange: Citizen = {
  login: 'ange',
  who: 'Né en Corse-du-Sud (2A), il reçoit le RSA.',
  identity: identityOf('ange', {
    firstNames: ['Ange', 'Toussaint'],
    familyName: 'EXEMPLACCI',
    born: '1978-02-12',
    gender: 'male',
    birthplace: '2A990',
  }),
  nir: '178022A99099566',
  affiliations: [caf('logement', 'emploi'), cpam(), departement, infoRetraite()],
  files: (calendar) => ({
    cnaf: { logement: { prestations: [paid('aides_logement', 251, calendar.monthStart(-10))] } },
    cnam: {
      droits: covered(calendar.yearStart(-21)),
      complementaire_sante_solidaire: {
        est_beneficiaire: true,
        avec_participation: false,
        date_debut_droit: calendar.monthStart(-7),
        date_fin_droit: calendar.monthEnd(4),
      },
    },
    departement: {
      est_beneficiaire: true,
      avec_majoration: false,
      date_debut_droit: calendar.monthStart(-10),
      montant_mensuel: 573.49,
    },
    'info-retraite': { regimes: [pensionRights('cnav', 'Assurance retraite')] },
  }),
};

/** Born abroad: FranceConnect gives no commune, the NIR carries 99 and the country. */
export const amina: Citizen = {
  login: 'amina',
  who: 'Née à l’étranger, salariée en arrêt maladie.',
  identity: identityOf('amina', {
    firstNames: ['Amina', 'Salma'],
    familyName: 'D’AILLEURS-FICTIVE',
    born: '1987-03-09',
    gender: 'female',
    birthplace: '99990',
  }),
  nir: '287039999099649',
  affiliations: [caf('logement', 'emploi'), cpam(), trainingAccount(), infoRetraite()],
  files: (calendar) => ({
    cnaf: { emploi: { prestations: [] }, logement: { prestations: [] } },
    cnam: {
      droits: {
        ...covered(calendar.yearStart(-6)),
        indemnites_journalieres: [
          {
            nature: 'maladie',
            montant_jour: 41.47,
            date_debut: calendar.day(-22),
            date_fin: calendar.day(8),
          },
        ],
      },
    },
    cpf: { solde: 1320, date_solde: calendar.day(-3) },
    'info-retraite': { regimes: [pensionRights('cnav', 'Assurance retraite')] },
  }),
};
