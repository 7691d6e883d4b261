import type { Employer } from '@mds-kit/contract/salaries';
import type { Transaction } from 'kysely';
import type { ResourcesTables } from '../database.ts';

/** Employers with the names that the directory has for their firms (SIREN: the first nine digits of a SIRET). */
export async function withNames(
  transaction: Transaction<ResourcesTables>,
  employers: readonly Employer[],
): Promise<Employer[]> {
  if (employers.length === 0) return [];
  const sirenOf = ({ siret }: Employer) => siret.slice(0, 9);
  const rows = await transaction
    .selectFrom('company')
    .selectAll()
    .where('siren', 'in', employers.map(sirenOf))
    .execute();
  const names = new Map(rows.map(({ siren, name }) => [siren, name]));
  return employers.map((employer) => ({ ...employer, name: names.get(sirenOf(employer)) ?? null }));
}
