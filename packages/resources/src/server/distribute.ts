/**
 * The monthly distribution: each fund with a membership is sent, in one file for each purpose, the resources of those
 * whom it named, under its own references. JSON lines; written aside and renamed, so that a file that is there is whole.
 */
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { firstDay, monthOf, monthsAfter } from '../months/calendar.ts';
import { bodyOfNir } from '../nir.ts';
import type { Store } from '../store.ts';
import type { Agreements, Purpose } from './agreements.ts';
import { resourcesOf } from './resources-of.ts';

export type Distributed = { partner: string; purpose: string; file: string; persons: number };

type Wish = { partner: string; purpose: Purpose; folder: string; before: string };

/** @param before the month for which resources are counted: those before it, as the purpose says */
export async function distribute(
  store: Store,
  agreements: Agreements,
  { folder, before }: { folder: string; before: string },
): Promise<Distributed[]> {
  const files: Distributed[] = [];
  for (const wish of wishes(agreements, { folder, before })) files.push(await distributeTo(store, wish));
  return files;
}

/** Those files of the month that nobody was sent yet; of funds that have named somebody. To be called as often as one likes. */
export async function distributeMonth(
  store: Store,
  agreements: Agreements,
  { folder, before }: { folder: string; before: string },
): Promise<Distributed[]> {
  await clearOutbox(store, folder);
  const files: Distributed[] = [];
  for (const wish of wishes(agreements, { folder, before }))
    if (await isDue(store, wish)) files.push(await distributeTo(store, wish));
  return files;
}

const wishes = (agreements: Agreements, { folder, before }: { folder: string; before: string }): Wish[] =>
  agreements
    .members('distribution')
    .flatMap(({ partner, purposes }) => purposes.map((purpose) => ({ partner, purpose, folder, before })));

/** The months that a file is about. */
function spanOf({ purpose, before }: Wish) {
  const count = Math.max(...purpose.months);
  const last = monthsAfter(before, -1 - purpose.lag);
  return { count, first: monthsAfter(last, 1 - count), last };
}

async function isDue({ database: { kysely } }: Store, wish: Wish): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`select
    exists (select from subscription where partner = ${wish.partner} and purpose = ${wish.purpose.id})
    and not exists (select from request_journal where partner = ${wish.partner} and service = 'distribution'
      and purpose = ${wish.purpose.id} and last_month = ${spanOf(wish).last}) as due`.execute(kysely);
  return rows[0]?.due ?? false;
}

async function distributeTo(store: Store, wish: Wish): Promise<Distributed> {
  const { partner, purpose, folder, before } = wish;
  const { count, first, last } = spanOf(wish);
  const own = join(folder, partner);
  await mkdir(own, { recursive: true, mode: 0o700 });
  const file = join(own, `${purpose.id}-${before}.jsonl`);
  const draft = `${file}.part`;
  const subscriptions = await store.database.kysely
    .selectFrom('subscription')
    .select(['reference', 'person'])
    .where('partner', '=', partner)
    .where('purpose', '=', purpose.id)
    .orderBy('reference')
    .execute();
  const handle = await open(draft, 'w', 0o600);
  try {
    for (const { reference, person } of subscriptions) {
      const resources = await resourcesOf(store, person, { purpose, count, before });
      await handle.write(`${JSON.stringify({ reference, ...resources })}\n`);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  // What is not noted is not told.
  await store.database.kysely.transaction().execute(async (transaction) => {
    const persons = subscriptions.map(({ person }) => person);
    await sql`insert into request_journal (at, partner, service, purpose, person, first_month, last_month)
      select ${store.clock()}, ${partner}, 'distribution', ${purpose.id}, person, ${first}, ${last}
      from unnest(${persons}::uuid[]) as told (person)`.execute(transaction);
    await rename(draft, file);
  });
  return { partner, purpose: purpose.id, file, persons: subscriptions.length };
}

/** Removes what nobody took away for as long as files are kept. */
async function clearOutbox({ database: { kysely }, clock }: Store, folder: string): Promise<void> {
  const kept = await kysely
    .selectFrom('retention')
    .select('months')
    .where('what', '=', 'inbox')
    .executeTakeFirstOrThrow();
  const oldest = new Date(firstDay(monthsAfter(monthOf(clock().toISOString()), -kept.months)));
  for (const name of await readdir(folder, { recursive: true }).catch((): string[] => [])) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found?.isFile() && found.mtime < oldest) await rm(join(folder, name), { force: true });
  }
}

const Subscription = z.strictObject({ nir: z.string(), reference: z.string().min(1).max(64) });

/** Puts a fund's list in the place of its former one. @returns how many, or the number of the first wrong line */
export async function subscribe(
  { database, people }: Store,
  { partner, purpose, text }: { partner: string; purpose: string; text: string },
): Promise<{ persons: number } | { wrongLine: number }> {
  const rows = new Map<string, { partner: string; purpose: string; reference: string; person: string }>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = Subscription.safeParse(jsonOf(line));
    const nir = read.success ? bodyOfNir(read.data.nir) : undefined;
    if (!read.success || nir === undefined) return { wrongLine: index + 1 };
    const { reference } = read.data;
    rows.set(reference, { partner, purpose, reference, person: people.ofNir(nir) });
  }
  await database.kysely.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('subscription')
      .where('partner', '=', partner)
      .where('purpose', '=', purpose)
      .execute();
    const all = [...rows.values()];
    for (let first = 0; first < all.length; first += 1_000)
      await transaction
        .insertInto('subscription')
        .values(all.slice(first, first + 1_000))
        .execute();
  });
  return { persons: rows.size };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
