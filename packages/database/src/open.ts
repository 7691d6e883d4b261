/**
 * One door to the database, and one dialect behind it: PostgreSQL. Without `DATABASE_URL` it runs inside the process
 * (PGlite, PostgreSQL 18 compiled to WebAssembly); above this file nobody can tell, but for one thing: PGlite has one
 * connection, so **inside a transaction use only its own handle**; the outer one would wait for ever.
 *
 * Values come back as column-types.ts says. Going in, write JSON columns with `JSON.stringify`: node-postgres takes
 * a bare array for a PostgreSQL array.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import {
  CompiledQuery,
  Kysely,
  type PGlite as PGliteOfKysely,
  PGliteDialect,
  type PGliteQueryOptions,
  type PGliteQueryResults,
  PostgresDialect,
  type PostgresPool,
} from 'kysely';
import pg from 'pg';
import type { Clock } from './clock.ts';
import { columnReaders, columnTypes } from './column-types.ts';
import { DatabaseError } from './errors.ts';
import { impatientPool, patientPool } from './impatient-pool.ts';
import { migrate, type Migration } from './migrations.ts';
import { lockFolder } from './owner-lock.ts';
import { pgliteImage } from './pglite-image.ts';

/** Where the data lives: a PostgreSQL, a folder of this process's own, or nowhere (tests). */
export type DatabasePlace =
  { readonly url: string } | { readonly folder: string } | { readonly memory: true };

export type DatabaseOptions = DatabasePlace & {
  /** Who opens: told to a second opener of the folder, and to PostgreSQL. */
  readonly program: string;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  /** Connections to PostgreSQL that this process may hold; 10 when not given. */
  readonly connections?: number;
  /** Where PGlite's start image is cached. */
  readonly imageFolder?: string;
};

export interface Database<Tables> {
  readonly kind: 'pglite' | 'postgres';
  readonly kysely: Kysely<Tables>;
  /** Waits for running queries, then lets go of connections, memory and folder. */
  close(): Promise<void>;
}

/**
 * Opens the database, migrated.
 *
 * @throws DatabaseError with the code of what stands in the way
 */
export async function openDatabase<Tables>(options: DatabaseOptions): Promise<Database<Tables>> {
  if ('url' in options) return openPostgres(options.url, options);
  if ('folder' in options) return openFolder(options.folder, options);
  const lite = await PGlite.create({
    loadDataDir: await pgliteImage(options.imageFolder),
    parsers: columnReaders,
  });
  return openLite(lite, options);
}

/** None of ours takes a tenth of it. */
const LONGEST_QUERY_MS = 5_000;

async function openPostgres<Tables>(url: string, options: DatabaseOptions): Promise<Database<Tables>> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: options.program,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 5_000,
    types: columnTypes,
  });
  // A lost idle connection: the pool has dropped it already, and the next query says whether more is wrong.
  pool.on('error', () => undefined);
  try {
    await pool.query('select 1');
  } catch (cause) {
    await pool.end();
    throw new DatabaseError('unreachable', `PostgreSQL at ${address(url)} does not let us in`, { cause });
  }
  const dialect = (view: PostgresPool) =>
    new PostgresDialect({
      pool: view,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw("set time zone 'UTC'")); // PGlite's own
      },
    });
  try {
    // Migrations take their time, and wait for those of another replica.
    await migrate(
      new Kysely<Tables>({ dialect: dialect(patientPool(pool)) }),
      options.migrations,
      options.clock,
    );
  } catch (error) {
    await pool.end();
    throw error;
  }
  const kysely = new Kysely<Tables>({ dialect: dialect(impatientPool(pool, LONGEST_QUERY_MS)) });
  return opened('postgres', kysely, () => pool.end());
}

/** Host and database only: the address may hold a password. */
function address(url: string): string {
  if (!URL.canParse(url)) return 'the given address';
  const { host, pathname } = new URL(url);
  return host + pathname;
}

async function openFolder<Tables>(folder: string, options: DatabaseOptions): Promise<Database<Tables>> {
  const unusable = (cause: unknown) =>
    new DatabaseError('folder-unusable', `The data folder ${folder} cannot be opened`, { cause });
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw unusable(cause);
  });
  const lock = lockFolder(folder, options.program, options.clock);
  try {
    const lite = await startFolder(join(folder, 'data'), options.imageFolder).catch((cause: unknown) => {
      throw unusable(cause);
    });
    return await openLite(lite, options, () => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The first time, the image is unpacked beside and renamed: a start that is killed leaves no half folder. */
async function startFolder(data: string, imageFolder: string | undefined): Promise<PGlite> {
  if (!existsSync(join(data, 'PG_VERSION'))) {
    const draft = `${data}.new`;
    await rm(draft, { recursive: true, force: true });
    const lite = await PGlite.create({ dataDir: draft, loadDataDir: await pgliteImage(imageFolder) });
    await lite.close();
    await rename(draft, data);
  }
  return PGlite.create({ dataDir: data, parsers: columnReaders });
}

/** A query without parameters may hold several statements, as node-postgres allows: migrations do. */
function pgliteDialect(lite: PGlite): PGliteDialect {
  const queryOn =
    (server: PGlite | Transaction): PGliteOfKysely['query'] =>
    async <Row>(text: string, parameters: unknown[] = [], options?: PGliteQueryOptions) => {
      if (parameters.length > 0) return server.query<Row>(text, parameters, options);
      const last = (await server.exec(text, options)).at(-1);
      return (last ?? { rows: [], fields: [] }) as PGliteQueryResults<Row>;
    };
  return new PGliteDialect({
    pglite: {
      get closed() {
        return lite.closed;
      },
      get ready() {
        return lite.ready;
      },
      waitReady: lite.waitReady,
      query: queryOn(lite),
      transaction: (run) =>
        lite.transaction((transaction) =>
          run({ query: queryOn(transaction), rollback: () => transaction.rollback() }),
        ),
      close: () => lite.close(),
    },
  });
}

async function openLite<Tables>(
  lite: PGlite,
  { migrations, clock }: DatabaseOptions,
  afterwards?: () => void,
): Promise<Database<Tables>> {
  const kysely = new Kysely<Tables>({ dialect: pgliteDialect(lite) });
  try {
    await migrate(kysely, migrations, clock);
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return opened('pglite', kysely, afterwards);
}

function opened<Tables>(
  kind: Database<Tables>['kind'],
  kysely: Kysely<Tables>,
  afterwards?: () => unknown,
): Database<Tables> {
  const close = async () => {
    await kysely.destroy();
    await afterwards?.();
  };
  let closed: Promise<void> | undefined;
  return { kind, kysely, close: () => (closed ??= close()) };
}
