import { readMigrations } from '@mds-kit/database/migrations';
import { openTestDatabase, type TestDatabase } from '@mds-kit/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS, type PortalTables } from '../database.ts';
import { createSessionRows } from './session-rows.ts';

let database: TestDatabase<PortalTables>;
const id = (number: number) => new Uint8Array(32).fill(number);
const now = new Date('2026-11-22T09:00:00Z');

beforeAll(async () => {
  database = await openTestDatabase<PortalTables>({ migrations: await readMigrations(MIGRATIONS) });
  const link = { subject: id(0), key_id: 'k', nir: id(0), created_at: now, last_used_at: now };
  await database.kysely.insertInto('link').values(link).execute();
});
afterAll(() => database.close());

const insert = (number: number) =>
  database.kysely
    .insertInto('session')
    .values({
      id: id(number),
      partner: `p${String(number)}`,
      subject: id(0),
      content: id(number),
      seen_at: now,
      ends_at: now,
    })
    .execute();

describe('session rows looked up together', () => {
  it('each get their own, or nothing', async () => {
    await Promise.all([1, 2, 3].map(insert));
    const rowOf = createSessionRows(database);
    const rows = await Promise.all([3, 1, 9, 2, 3].map((number) => rowOf(id(number))));
    expect(rows.map((row) => row?.partner)).toEqual(['p3', 'p1', undefined, 'p2', 'p3']);
    expect(rows[0]?.seen_at).toEqual(now);
    expect(rows[0]?.content).toEqual(id(3));
  });

  it('are never what was read before the question came', async () => {
    await insert(4);
    const rowOf = createSessionRows(database);
    const before = rowOf(id(4));
    await new Promise((resolve) => setImmediate(resolve));
    await database.kysely.deleteFrom('session').where('id', '=', id(4)).execute();
    expect(await rowOf(id(4))).toBeUndefined();
    await before;
  });

  it('all learn when the database does not answer, and the next ones ask again', async () => {
    const rowOf = createSessionRows(database);
    await database.kysely.schema.alterTable('session').renameTo('elsewhere').execute();
    const asked = await Promise.allSettled([rowOf(id(1)), rowOf(id(2))]);
    await database.kysely.schema.alterTable('elsewhere').renameTo('session').execute();
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await rowOf(id(1)))?.partner).toBe('p1');
  });
});
