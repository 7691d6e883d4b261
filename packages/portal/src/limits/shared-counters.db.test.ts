import { readMigrations } from '@mds-kit/database/migrations';
import { openTestDatabase, type TestDatabase } from '@mds-kit/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { MIGRATIONS, type PortalDatabase, type PortalTables } from '../database.ts';
import { createSharedCounters } from './shared-counters.ts';

const LIMIT = { name: 'test', requests: 50, seconds: 60 };
const started = Date.parse('2026-11-22T09:00:10Z');

let database: TestDatabase<PortalTables>;
let now = started;
const key = new Uint8Array(32).fill(7);

beforeAll(async () => {
  database = await openTestDatabase<PortalTables>({ migrations: await readMigrations(MIGRATIONS) });
});
afterAll(() => database.close());
beforeEach(async () => {
  now = started;
  await database.kysely.deleteFrom('counter').execute();
});

function counters(on: PortalDatabase = database, onFault: (error: unknown) => void = vi.fn()) {
  const made = createSharedCounters({ database: on, clock: () => new Date(now), key, onFault });
  /** Takes so many, one after the other, and tells how many were let through. */
  const take = async (times: number, who = 'a') => {
    let allowed = 0;
    for (let turn = 0; turn < times; turn += 1) {
      if (made.take(LIMIT, who).allowed) allowed += 1;
      await made.settled();
    }
    return allowed;
  };
  return { ...made, take, once: () => made.take(LIMIT, 'a') };
}

const rows = () => database.kysely.selectFrom('counter').selectAll().execute();

describe('a limit', () => {
  it('lets through what it says, and tells when to come back', async () => {
    const { take, once } = counters();
    expect(await take(60)).toBe(50);
    expect(once()).toEqual({ allowed: false, retryAfter: 50 });
    now += 50_000;
    expect(await take(60)).toBe(50);
  });

  it('is of one caller each', async () => {
    const { take } = counters();
    expect(await take(60, 'a')).toBe(50);
    expect(await take(60, 'b')).toBe(50);
  });

  it('holds across replicas, to a tenth for each', async () => {
    const [one, other] = [counters(), counters(await database.replica())];
    let allowed = 0;
    for (let turn = 0; turn < 60; turn += 1) allowed += (await one.take(1)) + (await other.take(1));
    expect(allowed).toBeGreaterThanOrEqual(50);
    expect(allowed).toBeLessThanOrEqual(60);
  });

  it('asks the database once for each tenth, and never for who stays below', async () => {
    const { take } = counters();
    await take(4);
    expect(await rows()).toEqual([]);
    await take(46);
    expect(await rows()).toMatchObject([{ tries: 50 }]);
  });

  it('counts what comes while the last count is under way', async () => {
    const made = counters();
    for (let turn = 0; turn < 40; turn += 1) made.once();
    await made.settled();
    expect(await made.take(60)).toBe(10);
  });

  it('holds by itself when the database is away, and says so', async () => {
    const closed = await openTestDatabase<PortalTables>({ migrations: await readMigrations(MIGRATIONS) });
    await closed.close();
    const onFault = vi.fn();
    expect(await counters(closed, onFault).take(60)).toBe(50);
    expect(onFault).toHaveBeenCalled();
  });

  it('keeps nothing that tells who asked', async () => {
    await counters().take(60, 'canary-address');
    expect(JSON.stringify(await rows())).not.toContain('canary');
    const [row] = await rows();
    expect(Buffer.from(row?.id ?? []).toString('latin1')).not.toContain('canary');
  });
});
