/** A right answer of each resource, by supplier and path, as the suppliers' pages would show it. */
const prestations = (code: string, change: object = {}) => ({
  prestations: [
    {
      code,
      statut: 'ouvert',
      montant: { valeur: 151.05, periodicite: 'mensuelle' },
      date_debut_droit: '2024-09-01',
      date_fin_droit: null,
      beneficiaires: [
        { lien: 'assure' },
        { lien: 'enfant', prenom: 'Louise' },
        { lien: 'conjoint', prenom: 'Sam' },
      ],
      ...change,
    },
  ],
});

const droits = {
  droits_ouverts: true,
  date_debut: '2019-09-01',
  date_fin: null,
  beneficiaires: [{ lien: 'assure' }],
  indemnites_journalieres: [
    { nature: 'maladie', montant_jour: 34.15, date_debut: '2026-11-02', date_fin: '2026-12-01' },
    { nature: 'maternite', montant_jour: 41, date_debut: '2026-02-02', date_fin: '2026-05-01' },
  ],
};

export const ANSWERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  cnaf: {
    '/v3/dss/prestations/famille': prestations('allocations_familiales'),
    '/v3/dss/prestations/logement': prestations('aides_logement', { statut: 'en_attente', montant: null }),
    '/v3/dss/prestations/solidarite': prestations('rsa', { statut: 'suspendu' }),
    '/v3/dss/prestations/emploi': prestations('prime_activite', {
      statut: 'termine',
      date_fin_droit: '2026-10-31',
    }),
  },
  msa: {
    '/v3/dss/prestations/sante': prestations('assurance_maladie', { montant: null }),
    '/v3/dss/prestations/famille': prestations('paje_base'),
    '/v3/dss/prestations/logement': prestations('aides_logement'),
    '/v3/dss/prestations/solidarite': prestations('aah'),
    '/v3/dss/prestations/retraite': prestations('retraite_base'),
    '/v3/dss/prestations/emploi': prestations('prime_activite', {
      montant: { valeur: 90, periodicite: 'trimestrielle' },
    }),
  },
  cnam: {
    '/v3/assurance_maladie/droits': droits,
    '/v3/dss/complementaire_sante_solidaire': {
      est_beneficiaire: true,
      avec_participation: false,
      date_debut_droit: '2026-04-01',
      date_fin_droit: '2027-03-31',
    },
  },
  mgen: { '/v3/assurance_maladie/droits': droits },
  carsat: {
    '/v3/retraite/pensions': {
      pensions: [
        { nature: 'personnelle', montant_mensuel_net: 812.4, date_effet: '2013-12-01' },
        { nature: 'reversion', montant_mensuel_net: 241.18, date_effet: '2027-01-01' },
      ],
      aspa: { est_beneficiaire: true, montant_mensuel: 621.3, date_debut_droit: '2014-02-01' },
    },
  },
  'info-retraite': {
    '/v3/retraite/regimes': {
      regimes: [
        {
          code: 'cnav',
          libelle: 'Assurance retraite',
          statut: 'pension_servie',
          montant_mensuel_net: 812.4,
          date_effet: '2013-12-01',
        },
        {
          code: 'agirc-arrco',
          libelle: 'Agirc-Arrco',
          statut: 'pension_servie',
          montant_mensuel_net: 327.55,
          date_effet: '2013-12-01',
        },
        { code: 'sre', libelle: 'Retraites de l’État', statut: 'droits_en_cours' },
      ],
    },
  },
  'france-travail': {
    '/v3/france_travail/statut/identifiant': {
      identifiant: '9990001A',
      inscription: {
        date_debut: '2026-03-03',
        date_fin: null,
        categorie: { code: 1, libelle: 'Sans emploi' },
      },
      echeances: [{ demarche: 'update-jobseeker-status', avant_le: '2026-12-01' }],
    },
    '/v3/france_travail/indemnites/identifiant': {
      identifiant: '9990001A',
      paiements: [
        {
          date_versement: '2026-10-06',
          montant_total: 1127.4,
          montant_allocations: 1127.4,
          montant_aides: 0,
          montant_autres: 0,
        },
        {
          date_versement: '2026-11-06',
          montant_total: 1164.98,
          montant_allocations: 1164.98,
          montant_aides: 0,
          montant_autres: 0,
        },
      ],
    },
  },
  cpf: { '/v3/compte_formation/solde': { solde: 1480, date_solde: '2026-11-19' } },
  logement: {
    '/v3/logement/demande_logement_social': {
      demandes: [
        { statut: 'active', date_depot: '2026-01-01', date_renouvellement: '2027-01-01' },
        { statut: 'radiee', date_depot: '2020-01-01', date_renouvellement: '2021-01-01' },
      ],
    },
  },
  departement: {
    '/v3/dss/revenu_solidarite_active': {
      est_beneficiaire: true,
      avec_majoration: true,
      date_debut_droit: '2026-03-01',
      montant_mensuel: 162.75,
    },
  },
};
