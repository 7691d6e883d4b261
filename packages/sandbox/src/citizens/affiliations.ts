import type { Affiliation, FrenchDomain, Regime } from './citizen.ts';

/** The ties that many samples share, by the organisation that they lead to. */
export const caf = (...domaines: FrenchDomain[]): Affiliation => ({
  organisme: 'caf-exemple',
  fournisseur: 'cnaf',
  regime: 'general',
  domaines: domaines.length > 0 ? domaines : ['famille', 'logement', 'solidarite', 'emploi'],
});

export const cpam = (regime: Regime = 'general'): Affiliation => ({
  organisme: 'cpam-exemple',
  fournisseur: 'cnam',
  regime,
  domaines: ['sante'],
});

export const franceTravail: Affiliation = {
  organisme: 'france-travail-exemple',
  fournisseur: 'france-travail',
  regime: 'general',
  domaines: ['emploi'],
};

export const trainingAccount = (regime: Regime = 'general'): Affiliation => ({
  organisme: 'compte-formation',
  fournisseur: 'cpf',
  regime,
  domaines: ['emploi'],
});

export const socialHousing: Affiliation = {
  organisme: 'logement-social',
  fournisseur: 'logement',
  regime: 'general',
  domaines: ['logement'],
};

export const departement: Affiliation = {
  organisme: 'departement-exemple',
  fournisseur: 'departement',
  regime: 'general',
  domaines: ['solidarite'],
};

export const infoRetraite = (regime: Regime = 'general'): Affiliation => ({
  organisme: 'info-retraite',
  fournisseur: 'info-retraite',
  regime,
  domaines: ['retraite'],
});

/** Complementary pensions, told by the union of all schemes. */
export const agircArrco: Affiliation = {
  organisme: 'agirc-arrco',
  fournisseur: 'info-retraite',
  regime: 'general',
  domaines: ['retraite'],
};

/** ASPA is paid by the pension fund and shown under solidarity. */
export const carsat: Affiliation = {
  organisme: 'carsat-exemple',
  fournisseur: 'carsat',
  regime: 'general',
  domaines: ['retraite', 'solidarite'],
};

/** Those who still work: the Carsat keeps their career and pays nothing yet. */
export const careerAtCarsat: Affiliation = { ...carsat, domaines: ['retraite'] };

export const msa = (...domaines: FrenchDomain[]): Affiliation => ({
  organisme: 'msa-exemple',
  fournisseur: 'msa',
  regime: 'agricole',
  domaines,
});
