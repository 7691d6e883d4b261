import type { ReplacementIncome } from '@mds-kit/contract/salaries';
import type { Transaction } from 'kysely';
import type { ResourcesTables } from '../database.ts';
import { firstDay, lastDay, monthOf } from '../months/calendar.ts';
import type { IdOf } from '../months/months-of.ts';
import type { PersonId } from '../people.ts';
import { IncomeKind } from './income-file.ts';

/** Other incomes by month of payment: what one payer paid of one kind in a month is one line. */
export async function incomesOf(
  database: Transaction<ResourcesTables>,
  person: PersonId,
  months: readonly string[],
  idOf: IdOf,
): Promise<ReplacementIncome[]> {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows = await database
    .selectFrom('replacement_income')
    .selectAll()
    .where('person', '=', person)
    .where('paid_on', '>=', firstDay(first))
    .where('paid_on', '<=', lastDay(last))
    .orderBy('paid_on')
    .execute();
  const groups = Map.groupBy(rows, ({ payer, kind, paid_on: day }) => `${monthOf(day)} ${payer} ${kind}`);
  return [...groups.values()].flatMap((group) => {
    const [row] = group;
    if (!row) return [];
    const month = monthOf(row.paid_on);
    return [
      {
        id: idOf('income', row.payer, row.kind, month),
        kind: IncomeKind.parse(row.kind),
        payer: row.payer,
        month,
        netSocial: sum(group.map((one) => one.net_social)),
        netTaxable: sum(group.map((one) => one.net_taxable)),
        gross: sum(group.map((one) => one.gross)),
      },
    ];
  });
}

/** Nothing told is not zero. */
function sum(amounts: readonly (number | null)[]): number | null {
  const told = amounts.filter((amount) => amount !== null);
  return told.length === 0 ? null : told.reduce((one, other) => one + other, 0);
}
