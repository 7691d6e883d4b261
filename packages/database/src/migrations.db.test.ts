import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { migrate, type Migration, readMigrations } from './migrations.ts';
import type { Database } from './open.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';

const clock = () => new Date('2026-11-22T09:00:00Z');
const first: Migration = {
  number: 1,
  name: 'ledger',
  sql: 'create table ledger (entry text); insert into ledger values ($$a;b$$)',
};
const second: Migration = { number: 2, name: 'more', sql: `insert into ledger values ('second')` };

describe('migrations', () => {
  let database: TestDatabase<{ ledger: { entry: string } }>;
  let replicas: Database<{ ledger: { entry: string } }>[];
  beforeAll(async () => {
    database = await openTestDatabase({ migrations: [] });
    replicas = [database, await database.replica(), await database.replica()];
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await sql`drop table if exists ledger; drop table mds_migration, mds_job_turn`.execute(database.kysely);
    await migrate(database.kysely, [first], clock);
  });
  const entries = async () =>
    (await database.kysely.selectFrom('ledger').select('entry').execute()).map(({ entry }) => entry);

  test('run once, in order, and later ones follow', async () => {
    await migrate(database.kysely, [first], clock);
    expect(await entries()).toEqual(['a;b']);
    await migrate(database.kysely, [first, second], clock);
    expect(await entries()).toEqual(['a;b', 'second']);
  });

  test('run once when several replicas start together', async () => {
    const slow = { ...second, sql: `select pg_sleep(0.2); ${second.sql}` };
    await Promise.all(replicas.map(({ kysely }) => migrate(kysely, [first, slow], clock)));
    expect(await entries()).toEqual(['a;b', 'second']);
  });

  test('leave nothing behind when one fails, and name it', async () => {
    const broken = { number: 3, name: 'broken', sql: `insert into ledger values ('third'); select nonsense` };
    await expect(migrate(database.kysely, [first, second, broken], clock)).rejects.toMatchObject({
      code: 'migration-failed',
      message: expect.stringContaining('0003-broken') as string,
      cause: { code: '42703' },
    });
    expect(await entries()).toEqual(['a;b']);
  });

  test.each([
    ['an edited one', [{ ...first, sql: `${first.sql} ` }, second], 'migration-edited', '0001-ledger'],
    ['one replaced by another', [{ ...first, name: 'else' }, second], 'migration-missing', '0001-ledger'],
    ['a newer database', [first], 'database-newer', '0002-more'],
    ['a gap', [first, { ...second, number: 3 }], 'migrations-misnumbered', '0003-more'],
  ])('refuse %s, by name', async (_, migrations, code, name) => {
    await migrate(database.kysely, [first, second], clock);
    await expect(migrate(database.kysely, migrations, clock)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(name) as string,
    });
  });

  test('do not mind line ends', async () => {
    const lines = { ...second, sql: 'select 1;\nselect 2;\n' };
    await migrate(database.kysely, [first, lines], clock);
    await migrate(database.kysely, [first, { ...lines, sql: lines.sql.replaceAll('\n', '\r\n') }], clock);
  });
});

test('migrations are read from a folder, in order; a strange name is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mds-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, '0002-more.sql'), 'select 2');
  await writeFile(join(folder, '0001-first.sql'), 'select 1');
  expect(await readMigrations(pathToFileURL(folder))).toEqual([
    { number: 1, name: 'first', sql: 'select 1' },
    { number: 2, name: 'more', sql: 'select 2' },
  ]);
  await writeFile(join(folder, '3-third.sql'), '');
  await expect(readMigrations(pathToFileURL(`${folder}/`))).rejects.toMatchObject({
    code: 'migrations-misnumbered',
  });
});
