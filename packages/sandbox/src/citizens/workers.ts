import { caf, careerAtCarsat, cpam, infoRetraite, msa, trainingAccount } from './affiliations.ts';
import { identityOf, type Citizen } from './citizen.ts';
import { child, covered, open, paid, pensionRights, self } from './rights.ts';

const marcsChildren = [child('Nina'), child('Oscar'), child('Elsa')];

/** Two employers in the same month: his salaries come from two declarations. */
export const marc: Citizen = {
  login: 'marc',
  who: 'Salarié de deux employeurs, père de trois enfants.',
  identity: identityOf('marc', {
    firstNames: ['Marc', 'Antoine'],
    familyName: 'FICTIF',
    born: '1984-07-02',
    gender: 'male',
    birthplace: '31990',
  }),
  nir: '184073199099216',
  affiliations: [
    caf('famille', 'logement', 'emploi'),
    cpam(),
    careerAtCarsat,
    infoRetraite(),
    trainingAccount(),
  ],
  files: (calendar) => ({
    cnaf: {
      foyer: {
        conjoint: {
          nom_naissance: 'FICTIVE-DURAND',
          prenoms: 'Claire',
          date_naissance: '1986-03-19',
          sexe: 'F',
        },
        enfants: [
          { prenoms: 'Nina', date_naissance: calendar.monthDay(-118, 2), sexe: 'F' },
          { prenoms: 'Oscar', date_naissance: calendar.monthDay(-84, 27), sexe: 'M' },
          { prenoms: 'Elsa', date_naissance: calendar.monthDay(-49, 20), sexe: 'F' },
        ],
        quotient: 893,
        logement: { statut_occupation: 'proprietaire', code_cog_insee_commune: '31555' },
      },
      famille: {
        prestations: [
          paid('allocations_familiales', 347.27, calendar.monthStart(-48), marcsChildren),
          paid('complement_familial', 198.16, calendar.monthStart(-11), marcsChildren),
        ],
      },
    },
    cnam: { droits: covered(calendar.yearStart(-15), [self, ...marcsChildren]) },
    carsat: { pensions: [], aspa: { est_beneficiaire: false } },
    'info-retraite': {
      regimes: [
        pensionRights('cnav', 'Assurance retraite'),
        pensionRights('agirc-arrco', 'Agirc-Arrco, retraite complémentaire des salariés'),
      ],
    },
    cpf: { solde: 3250, date_solde: calendar.day(-3) },
  }),
};

/** The agricultural scheme: one counter (guichet unique) for health, family, housing, activity and retirement. */
export const lucie: Citizen = {
  login: 'lucie',
  who: 'Ouvrière agricole : la MSA s’occupe de presque tout.',
  identity: identityOf('lucie', {
    firstNames: ['Lucie', 'Noëlle', 'Cœur-Aimée'],
    familyName: 'INVENTÉE',
    born: '1979-09-23',
    gender: 'female',
    birthplace: '32990',
  }),
  nir: '279093299099321',
  affiliations: [
    msa('sante', 'famille', 'logement', 'solidarite', 'emploi', 'retraite'),
    infoRetraite('agricole'),
    trainingAccount('agricole'),
  ],
  files: (calendar) => ({
    msa: {
      foyer: {
        enfants: [{ prenoms: 'Tom', date_naissance: calendar.monthDay(-148, 11), sexe: 'M' }],
        quotient: 655,
        logement: {
          statut_occupation: 'locataire_hlm',
          code_cog_insee_commune: '32013',
          loyer_hors_charges: 388.2,
        },
      },
      sante: {
        prestations: [
          open('assurance_maladie', calendar.yearStart(-20), [self, child('Tom')]),
          { ...open('indemnites_journalieres', calendar.day(-16)), date_fin_droit: calendar.day(5) },
        ],
      },
      famille: {
        prestations: [
          paid('allocation_rentree_scolaire', 446.85, calendar.yearStart(0), [child('Tom')], 'annuelle'),
          paid('aeeh', 153.01, calendar.monthStart(-30), [child('Tom')]),
        ],
      },
      logement: { prestations: [paid('aides_logement', 187.4, calendar.monthStart(-22))] },
      emploi: {
        prestations: [paid('prime_activite', 143.12, calendar.monthStart(-6))],
        echeances: [{ demarche: 'declare-resources-quarterly', avant_le: calendar.day(21) }],
      },
      // The MSA of the example transmits neither minimum incomes nor careers yet.
      solidarite: { couvert: false },
      retraite: { couvert: false },
    },
    'info-retraite': {
      regimes: [pensionRights('msa-salaries', 'MSA, salariés agricoles')],
    },
    cpf: { solde: 2110.5, date_solde: calendar.day(-3) },
  }),
};

/** Self-employed: general counters, and one organisation that does not transmit its data yet. */
export const karim: Citizen = {
  login: 'karim',
  who: 'Plombier à son compte : une partie de son régime n’est pas encore transmise.',
  identity: identityOf('karim', {
    firstNames: ['Karim', 'Louis'],
    familyName: 'MODÈLE',
    born: '1988-01-30',
    gender: 'male',
    birthplace: '59990',
  }),
  nir: '188015999099433',
  affiliations: [
    cpam('independant'),
    caf('famille', 'logement', 'emploi'),
    infoRetraite('independant'),
    trainingAccount('independant'),
    {
      organisme: 'urssaf-independants',
      fournisseur: 'urssaf-independants',
      regime: 'independant',
      domaines: ['emploi', 'retraite'],
    },
  ],
  files: (calendar) => ({
    cnaf: {
      foyer: { enfants: [], quotient: 930 },
      emploi: { prestations: [paid('prime_activite', 96.31, calendar.monthStart(-4))] },
    },
    cnam: { droits: covered(calendar.yearStart(-9)) },
    'info-retraite': { regimes: [pensionRights('ssi', 'Sécurité sociale des indépendants')] },
    cpf: { solde: 740, date_solde: calendar.day(-3) },
  }),
};

/** A teacher: the public service's health cover is run by a mutual. */
export const thomas: Citizen = {
  login: 'thomas',
  who: 'Professeur de collège : la MGEN gère son assurance maladie.',
  identity: identityOf('thomas', {
    firstNames: ['Thomas', 'Émile'],
    familyName: 'MAQUETTE',
    born: '1982-08-16',
    gender: 'male',
    birthplace: '21990',
  }),
  nir: '182082199099113',
  affiliations: [
    { organisme: 'mgen', fournisseur: 'mgen', regime: 'fonctionnaire', domaines: ['sante'] },
    caf('famille', 'logement', 'emploi'),
    infoRetraite('fonctionnaire'),
    trainingAccount('fonctionnaire'),
  ],
  files: (calendar) => ({
    mgen: { droits: covered(calendar.yearStart(-18), [self, child('Anouk'), child('Malo')]) },
    cnaf: {
      foyer: {
        conjoint: {
          nom_naissance: 'MAQUETTE-ESSAI',
          prenoms: 'Hélène',
          date_naissance: '1983-01-12',
          sexe: 'F',
        },
        enfants: [
          { prenoms: 'Anouk', date_naissance: calendar.monthDay(-105, 14), sexe: 'F' },
          { prenoms: 'Malo', date_naissance: calendar.monthDay(-71, 8), sexe: 'M' },
        ],
        quotient: 1342,
      },
      famille: {
        prestations: [
          paid('allocations_familiales', 152.25, calendar.monthStart(-70), [child('Anouk'), child('Malo')]),
        ],
      },
    },
    'info-retraite': {
      regimes: [
        pensionRights('sre', 'Retraites de l’État'),
        pensionRights('rafp', 'Retraite additionnelle de la fonction publique'),
      ],
    },
    cpf: { solde: 1875, date_solde: calendar.day(-3) },
  }),
};
