import type { Calendar } from './calendar.ts';
import type { Files } from './files.ts';

/**
 * Identity as FranceConnect gives it (*identité pivot*, straightened by INSEE): birth name in upper case, all
 * first names, commune of birth by its code (empty for those born abroad), country of birth by its code.
 */
export type PivotIdentity = {
  given_name: string;
  given_name_array: string[];
  family_name: string;
  /** `YYYY-MM-DD` */
  birthdate: string;
  gender: 'male' | 'female';
  birthplace: string;
  birthcountry: string;
  email: string;
};

export type Regime = 'general' | 'agricole' | 'independant' | 'fonctionnaire';

export type FrenchDomain = 'sante' | 'famille' | 'logement' | 'solidarite' | 'retraite' | 'emploi';

/** Who manages this person (*rattachement*, as the RNCPS tells): an organisation, and the supplier behind it. */
export type Affiliation = {
  organisme: string;
  fournisseur: string;
  regime: Regime;
  domaines: FrenchDomain[];
};

/**
 * One invented person. Nobody here can be mistaken for somebody real:
 * - family names say so (EXEMPLE, FICTIF, INVENTÉE…);
 * - the commune of birth carries number 990 (90 overseas) and the country number 99990: the official
 *   geographic code has none of them, while every rule about their form holds;
 * - the order number in the NIR lies between 990 and 999, and the key is right;
 * - mail addresses end in `.invalid` (RFC 2606).
 */
export type Citizen = {
  /** Under what name the identity page and the launcher call the person. */
  login: string;
  /** One sentence in French: who this is, and what to see with them. */
  who: string;
  identity: PivotIdentity;
  /** 15 characters, key included. */
  nir: string;
  affiliations: Affiliation[];
  files: (calendar: Calendar) => Files;
};

type Sketch = {
  firstNames: string[];
  familyName: string;
  born: string;
  gender: PivotIdentity['gender'];
  /** Commune code, or country code (`99…`) for those born abroad. */
  birthplace: string;
};

export function identityOf(login: string, sketch: Sketch): PivotIdentity {
  const abroad = sketch.birthplace.startsWith('99');
  return {
    given_name: sketch.firstNames.join(' '),
    given_name_array: sketch.firstNames,
    family_name: sketch.familyName,
    birthdate: sketch.born,
    gender: sketch.gender,
    birthplace: abroad ? '' : sketch.birthplace,
    birthcountry: abroad ? sketch.birthplace : '99100',
    email: `${login}@exemple.invalid`,
  };
}
