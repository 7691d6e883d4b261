import { readMigrations } from '@mds-kit/database/migrations';
import { openTestDatabase, type TestDatabase } from '@mds-kit/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS, type PortalTables } from '../database.ts';
import { KEPT } from '../retention.ts';
import { portalJobs } from './jobs.ts';

const START = new Date('2026-03-31T10:00:00Z');
const SECOND = 1_000;
const bytes = (number: number) => new Uint8Array(32).fill(number);
const after = (seconds: number) => new Date(START.getTime() + seconds * SECOND);

let database: TestDatabase<PortalTables>;

beforeAll(async () => {
  database = await openTestDatabase<PortalTables>({ migrations: await readMigrations(MIGRATIONS) });
});
afterAll(() => database.close());

/** One of each, all made at `START`. */
beforeEach(async () => {
  const { kysely } = database;
  for (const table of ['link', 'one_time_code', 'counter'] as const) await kysely.deleteFrom(table).execute();
  const subject = bytes(1);
  await kysely
    .insertInto('link')
    .values({ subject, key_id: 'k', nir: bytes(2), created_at: START, last_used_at: START })
    .execute();
  const session = { partner: 'caf-exemple', subject, content: bytes(3) };
  const [idle, busy] = [
    { ...session, id: bytes(4), seen_at: START, ends_at: after(KEPT.sessionLongestSeconds) },
    {
      ...session,
      id: bytes(5),
      seen_at: after(KEPT.sessionLongestSeconds),
      ends_at: after(KEPT.sessionLongestSeconds),
    },
  ];
  await kysely.insertInto('session').values([idle, busy]).execute();
  const code = { id: bytes(6), content: bytes(7), expires_at: after(KEPT.codeSeconds), subject };
  await kysely.insertInto('one_time_code').values(code).execute();
  const counter = { id: bytes(8), tries: 1, expires_at: after(KEPT.triesSeconds) };
  await kysely.insertInto('counter').values(counter).execute();
  const entry = { subject, at: START, partner: 'caf-exemple', event: 'signed-in', domain: null } as const;
  await kysely.insertInto('access_entry').values(entry).execute();
});

/** What is left when every job has run at a moment. */
async function leftAt(moment: Date): Promise<string[]> {
  for (const job of portalJobs(database, () => moment)) await job.run(AbortSignal.timeout(10_000));
  const left: string[] = [];
  for (const table of ['link', 'session', 'one_time_code', 'counter', 'access_entry'] as const) {
    const rows = await database.kysely.selectFrom(table).selectAll().execute();
    left.push(...rows.map(() => table));
  }
  return left;
}

describe('the jobs destroy', () => {
  it('a code after its minute, a counter after its window', async () => {
    const all = ['link', 'session', 'session', 'one_time_code', 'counter', 'access_entry'];
    expect(await leftAt(after(KEPT.codeSeconds - 1))).toEqual(all);
    expect(await leftAt(after(KEPT.codeSeconds))).not.toContain('one_time_code');
    expect(await leftAt(after(KEPT.triesSeconds - 1))).toContain('counter');
    expect(await leftAt(after(KEPT.triesSeconds))).not.toContain('counter');
  });

  it('a session when it is idle, and in any case at its end', async () => {
    const sessions = async (seconds: number) =>
      (await leftAt(after(seconds))).filter((table) => table === 'session');
    expect(await sessions(KEPT.sessionIdleSeconds - 1)).toHaveLength(2);
    expect(await sessions(KEPT.sessionIdleSeconds)).toHaveLength(1);
    expect(await sessions(KEPT.sessionLongestSeconds - 1)).toHaveLength(1);
    expect(await sessions(KEPT.sessionLongestSeconds)).toHaveLength(0);
  });

  it('an entry of the journal after twelve months, its person still coming', async () => {
    await database.kysely
      .updateTable('link')
      .set({ last_used_at: new Date('2027-03-30T00:00:00Z') })
      .execute();
    expect(await leftAt(new Date('2027-03-31T10:00:00Z'))).toEqual(['link', 'access_entry']);
    expect(await leftAt(new Date('2027-03-31T10:00:01Z'))).toEqual(['link']);
  });

  it('a link twelve months after its last use, and whatever there still is of its person with it', async () => {
    await database.kysely
      .updateTable('session')
      .set({ seen_at: new Date('2027-03-31T10:00:00Z'), ends_at: new Date('2027-03-31T11:00:00Z') })
      .execute();
    expect(await leftAt(new Date('2027-03-31T10:00:00Z'))).toContain('link');
    expect(await leftAt(new Date('2027-03-31T10:00:01Z'))).toEqual([]);
  });
});
