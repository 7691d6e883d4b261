/**
 * A database for a test file: PGlite in memory, or, when DATABASE_URL names a server, a fresh database on it, dropped
 * at the end. Suites named `*.db.test.ts` run on both.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Clock } from './clock.ts';
import type { Migration } from './migrations.ts';
import { type Database, openDatabase } from './open.ts';

export interface TestDatabase<Tables> extends Database<Tables> {
  /** The same data for a second replica: over its own connections on PostgreSQL, over the only one on PGlite. */
  replica(): Promise<Database<Tables>>;
}

export interface TestDatabaseOptions {
  readonly migrations: readonly Migration[];
  /** Stands still at 2026-11-22 09:00 UTC when not given. */
  readonly clock?: Clock;
}

export async function openTestDatabase<Tables>({
  migrations,
  clock = () => new Date('2026-11-22T09:00:00Z'),
}: TestDatabaseOptions): Promise<TestDatabase<Tables>> {
  const options = { migrations, clock, program: 'test' };
  const server = process.env.DATABASE_URL;
  if (server === undefined || server === '') {
    const database = await openDatabase<Tables>({ ...options, memory: true });
    return { ...database, replica: () => Promise.resolve({ ...database, close: () => Promise.resolve() }) };
  }
  return openOnServer(server, options);
}

async function openOnServer<Tables>(
  server: string,
  options: Required<TestDatabaseOptions> & { program: string },
): Promise<TestDatabase<Tables>> {
  const name = `mds_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const open = () => openDatabase<Tables>({ ...options, url: url.href });
  const replicas: Database<Tables>[] = [];
  const close = async () => {
    await Promise.all(replicas.map((replica) => replica.close()));
    await onServer(server, `drop database if exists ${name} with (force)`);
  };
  const replica = async () => {
    const database = await open();
    replicas.push(database);
    return database;
  };
  try {
    return { ...(await replica()), replica, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
