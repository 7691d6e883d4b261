/**
 * Numbered migrations, forward only. All that are due run in one transaction under an advisory lock, so replicas that
 * start together wait for the first, and a failed start leaves the database as it was.
 * (So no `create index concurrently`: it refuses transactions.)
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Clock } from './clock.ts';
import { DatabaseError } from './errors.ts';

export interface Migration {
  /** 1, 2, 3… without a gap. */
  readonly number: number;
  readonly name: string;
  /** Any number of statements, without parameters. */
  readonly sql: string;
}

interface Applied {
  number: number;
  name: string;
  checksum: string;
}

/** The advisory lock under which a replica migrates. */
export const MIGRATION_LOCK = 0x6d6473;

/** What the kit itself keeps in each database: the migrations applied, and the last turn of each job. */
const OWN_TABLES = `
  create table if not exists mds_migration (
    number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null
  );
  create table if not exists mds_job_turn (
    job text primary key, turn timestamptz not null, started_at timestamptz not null, finished_at timestamptz,
    outcome text
  );`;

/** Reads a folder of `0001-links.sql`, `0002-…`. */
export async function readMigrations(folder: URL): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const [, number, name] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? [];
      if (number === undefined || name === undefined) {
        throw new DatabaseError('migrations-misnumbered', `${file} should be named like 0001-links.sql`);
      }
      return { number: Number(number), name, sql: await readFile(new URL(file, `${folder.href}/`), 'utf8') };
    }),
  );
}

/**
 * Brings the database to where the program is.
 *
 * @throws DatabaseError `migrations-misnumbered`, `migration-edited`, `migration-missing`, `migration-failed`,
 * `database-newer`
 */
export async function migrate<Tables>(
  kysely: Kysely<Tables>,
  migrations: readonly Migration[],
  clock: Clock,
): Promise<void> {
  refuseGaps(migrations);
  await kysely.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction);
    await sql.raw(OWN_TABLES).execute(transaction);
    const { rows: applied } =
      await sql<Applied>`select number, name, checksum from mds_migration order by number`.execute(
        transaction,
      );
    for (const migration of pending(migrations, applied)) await apply(transaction, migration, clock);
  });
}

async function apply<Tables>(
  transaction: Transaction<Tables>,
  migration: Migration,
  clock: Clock,
): Promise<void> {
  const { number, name } = migration;
  try {
    await sql.raw(migration.sql).execute(transaction);
    await sql`insert into mds_migration (number, name, checksum, applied_at)
      values (${number}, ${name}, ${checksum(migration)}, ${clock()})`.execute(transaction);
  } catch (cause) {
    throw new DatabaseError('migration-failed', `Migration ${label(migration)} failed; nothing was changed`, {
      cause,
    });
  }
}

/** The migrations still to run, once it is sure that those applied are the program's own first ones. */
function pending(migrations: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  for (const [index, row] of applied.entries()) {
    const migration = migrations[row.number - 1];
    if (migration === undefined) {
      throw new DatabaseError(
        'database-newer',
        `The database has migration ${label(row)}, which this program does not know: start a newer program`,
      );
    }
    if (row.number !== index + 1) {
      throw new DatabaseError(
        'migration-missing',
        `Migration ${index + 1} was never applied, yet ${label(row)} was`,
      );
    }
    if (migration.name !== row.name) {
      throw new DatabaseError(
        'migration-missing',
        `Migration ${label(row)} was applied and is gone from the program, which has ${label(migration)} in its place`,
      );
    }
    if (checksum(migration) !== row.checksum) {
      throw new DatabaseError(
        'migration-edited',
        `Migration ${label(row)} was edited after it was applied: restore it, and write a new one`,
      );
    }
  }
  return migrations.slice(applied.length);
}

function refuseGaps(migrations: readonly Migration[]): void {
  const misplaced = migrations.find(({ number }, index) => number !== index + 1);
  if (misplaced === undefined) return;
  throw new DatabaseError(
    'migrations-misnumbered',
    `Migration ${label(misplaced)} stands where ${migrations.indexOf(misplaced) + 1} should`,
  );
}

/** Line ends do not count: git may rewrite them. */
const checksum = ({ sql }: Migration) =>
  createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');

const label = ({ number, name }: { number: number; name: string }) =>
  `${String(number).padStart(4, '0')}-${name}`;
