import { readMigrations } from '@mds-kit/database/migrations';
import { openTestDatabase, type TestDatabase } from '@mds-kit/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS, type PortalTables } from '../database.ts';
import { createAccessJournal, JournalError } from './journal.ts';
import { createAccessPages } from './pages.ts';

let database: TestDatabase<PortalTables>;
let now = new Date('2026-11-22T09:00:00Z');
const clock = () => now;
const bytes = (number: number) => new Uint8Array(32).fill(number);
const subjectOf = (number: number) => Buffer.from(bytes(number)).toString('base64url');
const sessionOf = (person: number, session = person) => ({
  id: bytes(100 + session),
  subject: subjectOf(person),
  partner: 'caf-exemple',
});

beforeAll(async () => {
  database = await openTestDatabase<PortalTables>({ migrations: await readMigrations(MIGRATIONS) });
});
afterAll(() => database.close());
beforeEach(async () => {
  now = new Date('2026-11-22T09:00:00Z');
  await database.kysely.deleteFrom('link').execute();
  for (const person of [1, 2]) {
    const link = { subject: bytes(person), key_id: 'k', nir: bytes(0), created_at: now, last_used_at: now };
    await database.kysely.insertInto('link').values(link).execute();
  }
});

const rows = () => database.kysely.selectFrom('access_entry').selectAll().orderBy('id').execute();

describe('the access journal', () => {
  it('has written, person, partner, event and moment, when it says so', async () => {
    const journal = createAccessJournal(database, clock);
    await journal.record(sessionOf(1), 'signed-in');
    await journal.recordRights(sessionOf(1), 'health');
    await journal.recordSalaries(sessionOf(1));
    await journal.recordSituation(sessionOf(1));
    expect(await rows()).toMatchObject([
      { subject: bytes(1), at: now, partner: 'caf-exemple', event: 'signed-in', domain: null },
      { subject: bytes(1), at: now, partner: 'caf-exemple', event: 'rights', domain: 'health' },
      { subject: bytes(1), at: now, partner: 'caf-exemple', event: 'salaries', domain: null },
      { subject: bytes(1), at: now, partner: 'caf-exemple', event: 'situation', domain: null },
    ]);
  });

  it('tells of a session and a domain once in fifteen minutes, and of another session or domain anew', async () => {
    const journal = createAccessJournal(database, clock);
    const look = (person: number, session?: number) =>
      journal.recordRights(sessionOf(person, session), 'health');
    await Promise.all([look(1), look(1), look(1)]);
    await look(1);
    expect(await rows()).toHaveLength(1);
    await Promise.all([look(1, 7), look(2), journal.recordRights(sessionOf(1), 'family')]);
    expect(await rows()).toHaveLength(4);
    await journal.recordSalaries(sessionOf(1));
    await journal.recordSalaries(sessionOf(1));
    expect(await rows()).toHaveLength(5);
    now = new Date(now.getTime() + 15 * 60_000 - 1);
    await look(1);
    expect(await rows()).toHaveLength(5);
    now = new Date(now.getTime() + 1);
    await look(1);
    expect(await rows()).toHaveLength(6);
  });

  it('writes what comes together in one statement', async () => {
    let statements = 0;
    const counted = {
      ...database,
      kysely: database.kysely.withPlugin({
        transformQuery: ({ node }) => {
          statements += 1;
          return node;
        },
        transformResult: ({ result }) => Promise.resolve(result),
      }),
    };
    const journal = createAccessJournal(counted, clock);
    await Promise.all(
      Array.from({ length: 50 }, (_, session) => journal.recordRights(sessionOf(1, session), 'health')),
    );
    expect(statements).toBe(1);
    expect(await rows()).toHaveLength(50);
  });

  it('refuses what it cannot write, does not count it as written, and lets nobody else suffer for it', async () => {
    const journal = createAccessJournal(database, clock);
    const gone = () => journal.recordRights(sessionOf(9), 'health');
    const outcomes = await Promise.allSettled([gone(), journal.recordRights(sessionOf(1), 'health')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    await expect(gone()).rejects.toThrow(JournalError);
    expect(await rows()).toHaveLength(1);
  });

  it('falls with the link', async () => {
    const journal = createAccessJournal(database, clock);
    await Promise.all([journal.record(sessionOf(1), 'signed-in'), journal.record(sessionOf(2), 'signed-in')]);
    await database.kysely.deleteFrom('link').where('subject', '=', bytes(1)).execute();
    expect((await rows()).map(({ subject }) => subject)).toEqual([bytes(2)]);
  });
});

describe('its pages', () => {
  it('are twenty entries each, the latest first, all of them once, and of nobody else', async () => {
    const journal = createAccessJournal(database, clock);
    for (let minute = 0; minute < 45; minute += 1) {
      now = new Date(now.getTime() + 60_000);
      await Promise.all([
        journal.record(sessionOf(1), 'signed-in'),
        journal.record(sessionOf(2), 'signed-out'),
      ]);
    }
    const pages = createAccessPages(database, { index: bytes(3) });
    const read: { at: Date; event: string }[] = [];
    const sizes: number[] = [];
    for (let before: string | undefined | null; before !== null;) {
      const page = await pages.page(subjectOf(1), before);
      read.push(...(page?.entries ?? []));
      sizes.push(page?.entries.length ?? 0);
      before = page?.next ?? null;
    }
    expect(sizes).toEqual([20, 20, 5]);
    expect(read.every(({ event }) => event === 'signed-in')).toBe(true);
    const times = read.map(({ at }) => at.getTime());
    expect(new Set(times).size).toBe(45);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
  });

  it('open for nobody else, and not with a cursor that was tampered with', async () => {
    const journal = createAccessJournal(database, clock);
    await Promise.all(Array.from({ length: 21 }, () => journal.record(sessionOf(1), 'signed-in')));
    const pages = createAccessPages(database, { index: bytes(3) });
    const next = (await pages.page(subjectOf(1), undefined))?.next ?? '';
    expect(next.length).toBeLessThanOrEqual(64);
    expect((await pages.page(subjectOf(1), next))?.entries).toHaveLength(1);
    expect(await pages.page(subjectOf(2), next)).toBeUndefined();
    const middle = next.length >> 1;
    const bent = next.slice(0, middle) + (next[middle] === 'A' ? 'B' : 'A') + next.slice(middle + 1);
    for (const cursor of [bent, next.slice(1), '', 'MQ', Buffer.from('1').toString('base64url')])
      expect(await pages.page(subjectOf(1), cursor), cursor).toBeUndefined();
    const others = createAccessPages(database, { index: bytes(4) });
    expect(await others.page(subjectOf(1), next)).toBeUndefined();
  });
});
