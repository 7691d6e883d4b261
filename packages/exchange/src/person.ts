import type { Domain } from '@mds-kit/contract/domains';
import type { Scheme } from '@mds-kit/contract/organisations';

/** Whom suppliers are asked about: the certified NIR and the *identité pivot* of FranceConnect. */
export type Person = {
  /** 15 characters, key included; Corsican birthplaces keep their letter (`2A`, `2B`). */
  nir: string;
  birthName: string;
  firstNames: readonly string[];
  /** `YYYY-MM-DD`; unknown days or months are `00`, as INSEE gives them. */
  birthDate: string;
  sex: 'M' | 'F';
  /** INSEE code of the commune of birth; null for those born abroad. */
  birthCommune: string | null;
  /** INSEE code of the country of birth: `99100` is France. */
  birthCountry: string;
};

/** Who manages a person (*rattachement*): an organisation, the supplier that answers for it, and for what. */
export type Affiliation = {
  organisation: string;
  supplier: string;
  scheme: Scheme;
  domains: readonly Domain[];
};
