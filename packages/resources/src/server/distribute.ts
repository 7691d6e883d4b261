/**
 * The monthly distribution: each fund with a membership is sent, in one file for each purpose, the resources of those
 * whom it named, under its own references. JSON lines; written aside and renamed, so that a file that is there is whole.
 */
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { bodyOfNir } from '../nir.ts';
import type { Store } from '../store.ts';
import type { Agreements, Purpose } from './agreements.ts';
import { resourcesOf } from './resources-of.ts';

export type Distributed = { partner: string; purpose: string; file: string; persons: number };

/** @param before the month for which resources are counted: those before it, as the purpose says */
export async function distribute(
  store: Store,
  agreements: Agreements,
  { folder, before }: { folder: string; before: string },
): Promise<Distributed[]> {
  const files: Distributed[] = [];
  for (const { partner, purposes } of agreements.members('distribution'))
    for (const purpose of purposes)
      files.push(await distributeTo(store, { partner, purpose, folder, before }));
  return files;
}

async function distributeTo(
  store: Store,
  { partner, purpose, folder, before }: { partner: string; purpose: Purpose; folder: string; before: string },
): Promise<Distributed> {
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
  const count = Math.max(...purpose.months);
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
  await rename(draft, file);
  return { partner, purpose: purpose.id, file, persons: subscriptions.length };
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
