/** Forgets what was kept long enough: how long stands in the table `retention`, and nowhere else. */
import { type Kysely, sql } from 'kysely';
import type { ResourcesTables } from './database.ts';
import { clearInbox } from './inbox/inbox.ts';
import { monthsThere, partitionName } from './ingestion/partitions.ts';
import { firstDay, monthOf, monthsAfter } from './months/calendar.ts';
import type { Store } from './store.ts';

export async function purge(store: Store, inbox?: string): Promise<void> {
  const { kysely } = store.database;
  const rows = await kysely.selectFrom('retention').selectAll().execute();
  const now = monthOf(store.clock().toISOString());
  const before = (what: string): string => {
    const row = rows.find((one) => one.what === what);
    if (!row) throw new Error(`retention has no row for ${what}`);
    return firstDay(monthsAfter(now, -row.months));
  };
  await purgeDeclared(store, before('declared'));
  await kysely.deleteFrom('replacement_income').where('paid_on', '<', before('income')).execute();
  await kysely
    .deleteFrom('request_journal')
    .where('at', '<', new Date(before('journal')))
    .execute();
  if (inbox !== undefined) await clearInbox(inbox, new Date(before('inbox')));
}

/** Whole months of payment go as tables; then declarations of so long ago, with what they said, and files. */
async function purgeDeclared({ database: { kysely } }: Store, before: string): Promise<void> {
  for (const month of await monthsThere(kysely)) if (month < monthOf(before)) await dropMonth(kysely, month);
  await sql`delete from payment_line where paid_on < ${before}`.execute(kysely);
  while ((await purgeSome(kysely, before)) > 0);
  await kysely.deleteFrom('deposit').where('taken_at', '<', new Date(before)).execute();
}

/** A file that is being taken is waited for, and everybody who asks waits behind us: a moment, or another day. */
const dropMonth = (kysely: Kysely<ResourcesTables>, month: string) =>
  kysely.transaction().execute(async (transaction) => {
    await sql`set local lock_timeout = '1s'`.execute(transaction);
    await sql.raw(`drop table if exists ${partitionName(month)}`).execute(transaction);
  });

/** Declarations in one statement: a month of everybody's would keep others waiting. */
const SOME = 500;

/**
 * What was paid late for a month so old is found by whom it was declared with; a line whose declaration names no
 * contract is told to nobody any more, and goes with its month of payment.
 */
async function purgeSome(kysely: Kysely<ResourcesTables>, before: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    with gone as (
      select id from declaration where coalesce(month || '-01', declared_on::text) < ${before} limit ${SOME}
    ),
    lines as (
      delete from payment_line using statement
      where statement.declaration in (select id from gone)
        and payment_line.person = statement.person and payment_line.declaration = statement.declaration
    ),
    statements as (delete from statement where declaration in (select id from gone)),
    links as (delete from identity_link where declaration in (select id from gone)),
    declarations as (delete from declaration where id in (select id from gone) returning id)
    select count(*) as gone from declarations`.execute(kysely);
  return rows[0]?.gone ?? 0;
}
