/** The contract's answer for one person: salaries, other incomes, and up to which month anything is known. */
import { Month } from '@mds-kit/contract/formats';
import { MONTHS, type Salaries } from '@mds-kit/contract/salaries';
import { sql, type Transaction } from 'kysely';
import type { ResourcesTables } from '../database.ts';
import { withNames } from '../directory/names-of.ts';
import { incomesOf } from '../incomes/incomes-of.ts';
import type { PersonId } from '../people.ts';
import type { Store } from '../store.ts';
import { monthOf, monthsAfter, monthsBetween } from './calendar.ts';
import { employersOf } from './months-of.ts';
import { salaryRowsOf } from './person-rows.ts';

export type Asked = {
  /** How many months that end at `declaredUpTo`. */
  readonly months: number;
  /** Which month that is; the last one declared when not given. */
  readonly until?: string | undefined;
};

export const isCount = (months: number): boolean =>
  Number.isInteger(months) && months >= MONTHS.least && months <= MONTHS.most;

/** Of the two centuries whose days a deposit may have (packages/dsn): no other month can have been declared. */
const ASKABLE = { first: '1900-01', last: '2099-12' };

export const isAskable = (month: string): boolean =>
  Month.safeParse(month).success && month >= ASKABLE.first && month <= ASKABLE.last;

/** Days and months are those of metropolitan France, where employers declare. */
const inParis = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export async function salariesOf(store: Store, person: PersonId, asked: Asked): Promise<Salaries> {
  const { database, people, clock } = store;
  const now = clock();
  const today = inParis.format(now);
  const thisMonth = monthOf(today);
  // What is committed meanwhile must not show by half.
  return database.kysely.transaction().execute(async (transaction) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(transaction);
    const declaredUpTo = asked.until ?? (await lastDeclared(transaction, thisMonth));
    const last = declaredUpTo ?? thisMonth;
    const months = monthsBetween(monthsAfter(last, 1 - asked.months), last);
    const pending = monthsBetween(monthsAfter(last, 1), thisMonth);
    const rows = await salaryRowsOf(transaction, person);
    const idOf = (...parts: readonly string[]) => people.lineId(person, ...parts);
    const employers = await withNames(transaction, employersOf(rows, { months, pending, today }, idOf));
    const incomes = await incomesOf(transaction, person, [...months, ...pending], idOf);
    return {
      situation: employers.length > 0 ? 'salaries' : 'nothing-declared',
      asOf: now.toISOString(),
      declaredUpTo,
      months,
      pending,
      employers,
      incomes,
      organisations: [],
      missing: [],
    };
  });
}

/** Of any employer: deposits come in every month, and one that is dated in advance is no sign that all others are in. */
async function lastDeclared(
  database: Transaction<ResourcesTables>,
  thisMonth: string,
): Promise<string | null> {
  const row = await database
    .selectFrom('declaration')
    .select(({ fn }) => fn.max('month').as('month'))
    .where('nature', '=', '01')
    .where('month', '<=', thisMonth)
    .executeTakeFirst();
  return row?.month ?? null;
}
