/** A right answer of a family fund about the canary: a partner, two children in disorder, all of it unmistakable. */
export const FAMILLE = {
  date_situation: '2026-11-20T06:00:00Z',
  allocataires: [
    {
      nom_naissance: 'PINSON-EXEMPLE',
      nom_usage: null,
      prenoms: 'Ortolan',
      date_naissance: '1989-07-05',
      sexe: 'M',
    },
    {
      nom_naissance: 'CANARI EXEMPLE',
      nom_usage: 'PINSON-EXEMPLE',
      prenoms: 'Camille Serinette',
      date_naissance: '1991-03-14',
      sexe: 'F',
    },
  ],
  enfants: [
    { nom_naissance: 'PINSON-EXEMPLE', prenoms: 'Mésange', date_naissance: '2023-08-21', sexe: 'F' },
    { nom_naissance: 'PINSON-EXEMPLE', prenoms: 'Lorikeet', date_naissance: '2016-02-29', sexe: 'M' },
  ],
  adresse: {
    destinataire: 'Madame PINSON-EXEMPLE',
    code_postal_ville: '69990 VILLE-EXEMPLE',
    pays: 'FRANCE',
  },
  quotient_familial: {
    fournisseur: 'CNAF',
    valeur: 1423,
    annee: 2026,
    mois: 11,
    annee_calcul: 2026,
    mois_calcul: 11,
  },
  logement: {
    statut_occupation: 'locataire_vide',
    code_cog_insee_commune: '69266',
    loyer_hors_charges: 671.43,
  },
};

/** What of it must never be written anywhere; first names and names must not even be answered. */
export const FAMILY_NAMES = ['PINSON', 'Ortolan', 'Mésange', 'Lorikeet', 'Serinette', 'CANARI'];
export const FAMILY_TRACES = [
  ...FAMILY_NAMES,
  '1989-07-05',
  '2023-08-21',
  '2016-02-29',
  '142300',
  '67143',
  '671.43',
];
