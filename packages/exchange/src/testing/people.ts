import type { Affiliation, Person } from '../person.ts';

/** Nobody: unmistakable values, so that a scan of everything written finds each of them. */
export const CANARY: Person = {
  nir: '291036999099186',
  birthName: 'CANARI-EXEMPLE',
  firstNames: ['Camille', 'Serinette'],
  birthDate: '1991-03-14',
  sex: 'F',
  birthCommune: '69990',
  birthCountry: '99100',
};

/** What must never be written anywhere, amounts and first names that suppliers answer included. */
export const CANARY_TRACES = [
  CANARY.nir,
  CANARY.birthName,
  ...CANARY.firstNames,
  CANARY.birthDate,
  '69990',
  'Lorikeet',
  '4711.42',
  '471142',
] as const;

export const caf: Affiliation = {
  organisation: 'caf-exemple',
  supplier: 'cnaf',
  scheme: 'general',
  domains: ['family', 'solidarity'],
};

export const msa: Affiliation = {
  organisation: 'msa-exemple',
  supplier: 'msa',
  scheme: 'agricultural',
  domains: ['family', 'retirement', 'housing'],
};
