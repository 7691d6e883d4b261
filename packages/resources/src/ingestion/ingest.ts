/**
 * A file of declarations into the store, whole or not at all but for what it says is refused. The same bytes again
 * change nothing, and are answered as the first time.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { readDeposit } from '@mds-kit/dsn/read-deposit';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Store } from '../store.ts';
import { type Counts, Taking } from './taking.ts';

const Told = z.object({
  line: z.int(),
  rubrique: z.string().nullable(),
  rule: z.string(),
  message: z.string(),
});

const Outcome = z.object({
  declarations: z.int(),
  individuals: z.int(),
  payments: z.int(),
  refused: z.array(Told),
});

/** What was read and well formed, before any replacement; and what was refused, by line of the file. */
export type Outcome = z.infer<typeof Outcome>;

const NOTHING: Counts = { declarations: 0, individuals: 0, payments: 0 };

/** Of the file as a whole, which has no line. */
const refusedFile = (rule: string, message: string): Outcome => ({
  ...NOTHING,
  refused: [{ line: 0, rubrique: null, rule, message }],
});

const READ_AT_ONCE = 1 << 18;

const bytesOf = (file: string) => createReadStream(file, { highWaterMark: READ_AT_ONCE });

/** Thrown inside the transaction, so that nothing of it stays. */
class Undone extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super('nothing of the file stays');
    this.outcome = outcome;
  }
}

/** What is wrong with the file is told by the outcome; only what the database throws is thrown. */
export async function ingestFile(store: Store, file: string): Promise<Outcome> {
  const hash = createHash('sha256');
  try {
    await pipeline(bytesOf(file), hash);
  } catch {
    return refusedFile('unreadable-file', 'The file cannot be opened and read.');
  }
  const sha256 = hash.digest();
  const known = await outcomeOf(store, sha256);
  if (known) return known;
  try {
    return await takeFile(store, file, sha256);
  } catch (error) {
    if (error instanceof Undone) return error.outcome;
    throw error;
  }
}

async function outcomeOf({ database }: Store, sha256: Uint8Array): Promise<Outcome | undefined> {
  const row = await database.kysely
    .selectFrom('deposit')
    .select('counts')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row && Outcome.parse(row.counts);
}

async function takeFile(store: Store, file: string, sha256: Buffer): Promise<Outcome> {
  const { database, people, clock } = store;
  return database.kysely.transaction().execute(async (transaction) => {
    // Whoever takes the same file at the same time waits here, and then finds it taken.
    const { rows } = await sql<{ id: number }>`
      insert into deposit (sha256, counts, taken_at) values (${sha256}, '{}', ${clock()})
      on conflict do nothing returning id`.execute(transaction);
    const [deposit] = rows;
    if (!deposit) throw new Undone((await outcomeInside()) ?? { ...NOTHING, refused: [] });

    const taking = new Taking(transaction, people, deposit.id);
    try {
      await takeBytes(taking, file, sha256);
      const outcome = { ...taking.counts, refused: taking.refused };
      if (taking.refusedWhole) throw new Undone({ ...NOTHING, refused: taking.refused });
      // Nothing to keep: a test, an empty deposit, or one that a later reader may well take.
      if (outcome.declarations === 0) throw new Undone(outcome);
      await taking.finish();
      await transaction
        .updateTable('deposit')
        .set({ counts: JSON.stringify(outcome) })
        .where('id', '=', deposit.id)
        .execute();
      return outcome;
    } finally {
      await taking.settle();
    }

    async function outcomeInside(): Promise<Outcome | undefined> {
      const row = await transaction
        .selectFrom('deposit')
        .select('counts')
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      return row && Outcome.parse(row.counts);
    }
  });
}

/** @throws Undone when the bytes are no longer those that were looked at first: somebody is still writing them. */
async function takeBytes(taking: Taking, file: string, sha256: Buffer): Promise<void> {
  const again = createHash('sha256');
  const bytes = bytesOf(file);
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
      again.update(chunk);
      yield chunk;
    }
  }
  for await (const events of readDeposit(watched())) await taking.take(events);
  if (!taking.refusedWhole && !again.digest().equals(sha256))
    throw new Undone(refusedFile('file-changed', 'The file changed while it was read.'));
}
