import {
  caf,
  cpam,
  departement,
  franceTravail,
  infoRetraite,
  socialHousing,
  trainingAccount,
} from './affiliations.ts';
import { identityOf, type Citizen } from './citizen.ts';
import { child, covered, paid, partner, pensionRights, self, unemploymentPayments } from './rights.ts';

export const david: Citizen = {
  login: 'david',
  who: 'Demandeur d’emploi, il reçoit l’allocation chômage.',
  identity: identityOf('david', {
    firstNames: ['David', 'Pascal'],
    familyName: 'FACTICE',
    born: '1990-06-11',
    gender: 'male',
    birthplace: '13990',
  }),
  nir: '190061399099790',
  affiliations: [caf('logement', 'emploi'), cpam(), franceTravail, trainingAccount(), infoRetraite()],
  files: (calendar) => ({
    cnaf: {
      foyer: {
        enfants: [],
        quotient: 871,
        logement: {
          statut_occupation: 'locataire_vide',
          code_cog_insee_commune: '13001',
          loyer_hors_charges: 540,
        },
      },
      logement: { prestations: [paid('aides_logement', 142, calendar.monthStart(-5))] },
    },
    cnam: { droits: covered(calendar.yearStart(-11)) },
    'france-travail': {
      identifiant: '9990002B',
      inscription: {
        date_debut: calendar.monthDay(-6, 14),
        date_fin: null,
        categorie: {
          code: 1,
          libelle: 'Personne sans emploi, immédiatement disponible, en recherche de CDI',
        },
        code_certification_cnav: 'VC',
      },
      paiements: unemploymentPayments(calendar, [1127.4, 1164.98, 1127.4]),
      echeances: [{ demarche: 'update-jobseeker-status', avant_le: calendar.day(6) }],
    },
    cpf: { solde: 4012.25, date_solde: calendar.day(-3) },
    'info-retraite': { regimes: [pensionRights('cnav', 'Assurance retraite')] },
  }),
};

export const ines: Citizen = {
  login: 'ines',
  who: 'Étudiante, elle reçoit une aide au logement.',
  identity: identityOf('ines', {
    firstNames: ['Inès'],
    familyName: 'IMAGINAIRE',
    born: '2005-02-19',
    gender: 'female',
    birthplace: '35990',
  }),
  nir: '205023599099854',
  affiliations: [caf('logement', 'emploi'), cpam()],
  files: (calendar) => ({
    cnaf: {
      foyer: {
        enfants: [],
        quotient: 240,
        logement: {
          statut_occupation: 'locataire_meuble',
          code_cog_insee_commune: '35238',
          loyer_hors_charges: 410,
        },
      },
      logement: { prestations: [paid('aides_logement', 213, calendar.monthStart(-2))] },
    },
    cnam: { droits: covered(calendar.yearStart(-3)) },
  }),
};

export const paul: Citizen = {
  login: 'paul',
  who: 'Adulte en situation de handicap : AAH, aide au logement, demande de logement social.',
  identity: identityOf('paul', {
    firstNames: ['Paul', 'Henri'],
    familyName: 'PROTOTYPE',
    born: '1975-12-08',
    gender: 'male',
    birthplace: '54990',
  }),
  nir: '175125499099906',
  affiliations: [caf('logement', 'solidarite'), cpam(), socialHousing, infoRetraite()],
  files: (calendar) => ({
    cnaf: {
      foyer: {
        enfants: [],
        quotient: 704,
        logement: {
          statut_occupation: 'locataire_vide',
          code_cog_insee_commune: '54395',
          loyer_hors_charges: 465.3,
        },
      },
      logement: { prestations: [paid('aides_logement', 268, calendar.monthStart(-33))] },
      solidarite: {
        prestations: [
          { ...paid('aah', 1041.59, calendar.monthStart(-33)), date_fin_droit: calendar.monthEnd(87) },
        ],
      },
    },
    cnam: {
      droits: covered(calendar.yearStart(-25)),
      complementaire_sante_solidaire: { est_beneficiaire: false },
    },
    logement: {
      demandes: [
        { statut: 'active', date_depot: calendar.day(-200), date_renouvellement: calendar.day(165) },
      ],
    },
    'info-retraite': { regimes: [pensionRights('cnav', 'Assurance retraite')] },
  }),
};

const jade = child('Jade');

export const emma: Citizen = {
  login: 'emma',
  who: 'Sa fille Jade vient de naître : congé de maternité, prime à la naissance, Paje.',
  identity: identityOf('emma', {
    firstNames: ['Emma', 'Rose'],
    familyName: 'FICTION',
    born: '1995-05-27',
    gender: 'female',
    birthplace: '44990',
  }),
  nir: '295054499099016',
  affiliations: [caf(), cpam(), trainingAccount(), infoRetraite()],
  files: (calendar) => ({
    cnaf: {
      foyer: {
        conjoint: {
          nom_naissance: 'FICTIF-ROSE',
          prenoms: 'Bastien',
          date_naissance: '1993-10-30',
          sexe: 'M',
        },
        enfants: [{ prenoms: 'Jade', date_naissance: calendar.day(-33), sexe: 'F' }],
        quotient: 1180,
      },
      famille: {
        prestations: [
          paid('paje_naissance', 1093.08, calendar.monthStart(-1), [jade], 'unique'),
          { ...paid('paje_base', 198.16, calendar.monthStart(1), [jade]), statut: 'en_attente' },
        ],
        echeances: [{ demarche: 'declare-childcare', avant_le: calendar.day(34) }],
      },
      logement: { prestations: [] },
      emploi: { prestations: [] },
    },
    cnam: {
      droits: {
        ...covered(calendar.yearStart(-8), [self, jade, partner('Bastien')]),
        indemnites_journalieres: [
          {
            nature: 'maternite',
            montant_jour: 68.15,
            date_debut: calendar.day(-75),
            date_fin: calendar.day(37),
          },
        ],
      },
    },
    cpf: { solde: 2600, date_solde: calendar.day(-3) },
    'info-retraite': { regimes: [pensionRights('cnav', 'Assurance retraite')] },
  }),
};

/** Everybody knows him and nobody pays him anything: each domain says what it offers. */
export const max: Citizen = {
  login: 'max',
  who: 'Il n’a aucun droit ouvert : les organismes répondent, et ne lui versent rien.',
  identity: identityOf('max', {
    firstNames: ['Max'],
    familyName: 'NÉANT',
    born: '1998-10-03',
    gender: 'male',
    birthplace: '75990',
  }),
  nir: '198107599099233',
  affiliations: [caf(), cpam(), franceTravail, trainingAccount(), socialHousing, departement, infoRetraite()],
  files: (calendar) => ({
    cnaf: {},
    cnam: {
      droits: {
        droits_ouverts: false,
        date_debut: null,
        date_fin: null,
        beneficiaires: [],
        indemnites_journalieres: [],
      },
      complementaire_sante_solidaire: { est_beneficiaire: false },
    },
    // 0 € on an account that exists is not the same as no account.
    cpf: { solde: 0, date_solde: calendar.day(-3) },
    departement: { est_beneficiaire: false },
    // France Travail, housing and retirement hold no file at all: "dossier absent".
  }),
};

/** The affiliation registry answers, and names nobody. */
export const yann: Citizen = {
  login: 'yann',
  who: 'Il vient de s’installer : aucun organisme ne le connaît encore.',
  identity: identityOf('yann', {
    firstNames: ['Yann', 'Gaël'],
    familyName: 'INCONNU-FICTIF',
    born: '1993-04-04',
    gender: 'male',
    birthplace: '56990',
  }),
  nir: '193045699099315',
  affiliations: [],
  files: () => ({}),
};
