/**
 * A partition of payment_line for each month of payment. They are made by *attach*, which lets readers and writers of
 * the others go on; `create … partition of` would stop them until the file is taken.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { ResourcesTables } from '../database.ts';
import { firstDay, monthsAfter, monthsBetween } from '../months/calendar.ts';

/** Months outside are kept in the partitions at both ends: whoever mistypes a year makes no partition. */
const FIRST = '2020-01';
const LAST = '2039-12';

/** Two that want the same month wait for each other. */
const LOCK = 0x6d7061;

export const partitionName = (month: string): string => `payment_line_${month.replace('-', '_')}`;

export async function monthsThere(database: Kysely<ResourcesTables>): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select inhrelid::regclass::text as name from pg_inherits where inhparent = 'payment_line'::regclass`.execute(
    database,
  );
  const months = rows.map(({ name }) => /(\d{4})_(\d\d)$/.exec(name)?.slice(1).join('-'));
  return new Set(months.filter((month) => month !== undefined));
}

/** Makes those of the months that are not there yet. `there` learns of them. */
export async function makePartitions(
  transaction: Transaction<ResourcesTables>,
  months: Iterable<string>,
  there: Set<string>,
): Promise<void> {
  const wanted = [...months].filter((month) => !there.has(month) && month >= FIRST && month <= LAST);
  if (wanted.length === 0) return;
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
  const made = await monthsThere(transaction);
  const statements = wanted
    .filter((month) => !made.has(month))
    .map((month) => {
      const name = partitionName(month);
      const range = `from ('${firstDay(month)}') to ('${firstDay(monthsAfter(month, 1))}')`;
      return `create table ${name} (like payment_line); alter table payment_line attach partition ${name} for values ${range};`;
    });
  if (statements.length > 0) await sql.raw(statements.join('\n')).execute(transaction);
  for (const month of wanted) there.add(month);
}

/** The months of usual deposits, so that files seldom have to make any. */
export async function makeUsualPartitions(
  database: Kysely<ResourcesTables>,
  first: string,
  last: string,
): Promise<void> {
  const there = await monthsThere(database);
  if (monthsBetween(first, last).every((month) => there.has(month))) return;
  await database
    .transaction()
    .execute((transaction) => makePartitions(transaction, monthsBetween(first, last), there));
}
