/** What everything here works on: the database, how people are known in it, and the time. */
import { mkdir, readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { link, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readMigrations } from '@mds-kit/database/migrations';
import { type DatabasePlace, openDatabase } from '@mds-kit/database/open';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { MIGRATIONS, type ResourcesDatabase, type ResourcesTables } from './database.ts';
import { makeUsualPartitions } from './ingestion/partitions.ts';
import { monthOf, monthsAfter } from './months/calendar.ts';
import { createPeople, type People } from './people.ts';

export interface Store {
  readonly database: ResourcesDatabase;
  readonly people: People;
  readonly clock: Clock;
}

/** Written for whoever starts the program; never holds a secret. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

const KeyFile = z.object({
  /** 256 bits, base64url. Without it nobody is found any more; with another one neither. */
  people: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

/** Months of payment whose partitions are there before any file asks for them. */
const USUAL = { before: 48, after: 2 };

export type StorePlace = {
  readonly place: DatabasePlace;
  /** Undefined: a key of this process's own, for data that it keeps in memory. */
  readonly keysFile: string | undefined;
  readonly clock: Clock;
};

/**
 * @throws DatabaseError, StoreError
 */
export async function openStore({ place, keysFile, clock }: StorePlace): Promise<Store & AsyncDisposable> {
  const database = await openDatabase<ResourcesTables>({
    ...place,
    program: 'resources',
    migrations: await readMigrations(MIGRATIONS),
    clock,
  });
  try {
    const store = await storeOn(database, await keyOf(database, keysFile), clock);
    return { ...store, [Symbol.asyncDispose]: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * @throws StoreError when the database is another key's
 */
export async function storeOn(database: ResourcesDatabase, key: Uint8Array, clock: Clock): Promise<Store> {
  const people = createPeople(key);
  await claim(database, people);
  const now = monthOf(clock().toISOString());
  await makeUsualPartitions(database.kysely, monthsAfter(now, -USUAL.before), monthsAfter(now, USUAL.after));
  return { database, people, clock };
}

async function claim({ kysely }: ResourcesDatabase, { mark }: People): Promise<void> {
  await sql`insert into key_mark (mark) values (${mark}) on conflict do nothing`.execute(kysely);
  const { mark: theirs } = await kysely.selectFrom('key_mark').select('mark').executeTakeFirstOrThrow();
  if (Buffer.compare(theirs, mark) === 0) return;
  throw new StoreError(
    'This database was filled under another key, with which alone people are found in it. Name that key file in MDS_RESOURCES_KEYS',
  );
}

async function keyOf(database: ResourcesDatabase, file: string | undefined): Promise<Uint8Array> {
  if (file === undefined) return randomBytes(32);
  const text = await readFile(file, 'utf8').catch(async () => {
    // A key is made for an empty database only: for one that is filled it would be the wrong one.
    const filled = await database.kysely.selectFrom('key_mark').select('one').executeTakeFirst();
    if (filled) throw new StoreError(`The key file ${file} of this database cannot be read. Restore it`);
    await writeKey(file);
    return readFile(file, 'utf8');
  });
  const parsed = KeyFile.safeParse(jsonOf(text));
  if (!parsed.success) throw new StoreError(`The key file ${file} is not valid. Restore it from your copy`);
  return Buffer.from(parsed.data.people, 'base64url');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whole when it gets its name, and never over one that is there: two that start together read the same. */
async function writeKey(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const text = `${JSON.stringify({ people: randomBytes(32).toString('base64url') })}\n`;
  await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
}
