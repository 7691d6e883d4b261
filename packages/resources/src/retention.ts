/** Forgets what was kept long enough: how long stands in the table `retention`, and nowhere else. */
import { sql } from 'kysely';
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

/** Whole months of payment go as tables; then declarations of so long ago, with what they said. */
async function purgeDeclared({ database: { kysely } }: Store, before: string): Promise<void> {
  for (const month of await monthsThere(kysely))
    if (month < monthOf(before))
      await sql.raw(`drop table if exists ${partitionName(month)}`).execute(kysely);
  await sql`delete from payment_line where paid_on < ${before}`.execute(kysely);
  await kysely.transaction().execute(async (transaction) => {
    await sql`create temporary table gone on commit drop as
      select id from declaration where coalesce(month || '-01', declared_on::text) < ${before}`.execute(
      transaction,
    );
    for (const table of ['statement', 'identity_link', 'payment_line'])
      await sql`delete from ${sql.table(table)} where declaration in (select id from gone)`.execute(
        transaction,
      );
    await sql`delete from declaration where id in (select id from gone)`.execute(transaction);
  });
}
