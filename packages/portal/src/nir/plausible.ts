/**
 * Does a NIR look like the number of the person whom FranceConnect named? Only a hint to look again: months above 12,
 * corrected civil status and communes that moved are all real, and only the registry decides.
 */
import type { Identity } from '../sign-in/identity.ts';

export type Mismatch = 'sex' | 'year' | 'month' | 'country';

const FRANCE = '99100';

export function mismatches(nir: string, identity: Identity): Mismatch[] {
  const [year = '', month = ''] = identity.birthDate.split('-');
  const department = nir.slice(5, 7);
  const found: Mismatch[] = [];
  if ('137'.includes(nir.slice(0, 1)) !== (identity.sex === 'M')) found.push('sex');
  if (nir.slice(1, 3) !== year.slice(-2)) found.push('year');
  if (Number(nir.slice(3, 5)) <= 12 && month !== '00' && nir.slice(3, 5) !== month) found.push('month');
  // Births in Algeria, Morocco and Tunisia before their independence have French departments, 91 to 96.
  const abroad = identity.birthCountry !== FRANCE;
  if (abroad ? !/^9[1-69]$/.test(department) : department === '99') found.push('country');
  return found;
}
