import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startJobs } from '@mds-kit/database/jobs';
import { readMigrations } from '@mds-kit/database/migrations';
import { openTestDatabase, type TestDatabase } from '@mds-kit/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS, type PortalTables } from '../database.ts';
import { portalJobs } from '../jobs/jobs.ts';
import { createKeys, type Keys, loadKeys } from '../keys/keys.ts';
import { createTries } from '../nir/tries.ts';
import { createOneTimeCodes } from '../session/one-time-codes.ts';
import { createSessions } from '../session/sessions.ts';
import { createLinks } from './links.ts';

const NIR = '291036999099186';
let now = new Date('2026-11-22T09:00:00Z');
const clock = () => now;
let database: TestDatabase<PortalTables>;
let folder: string;
let keys: Keys;

beforeAll(async () => {
  database = await openTestDatabase<PortalTables>({ migrations: await readMigrations(MIGRATIONS), clock });
  folder = await mkdtemp(join(tmpdir(), 'mds-links-'));
  keys = await loadKeys(join(folder, 'keys.json'), true);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  now = new Date('2026-11-22T09:00:00Z');
  for (const table of ['link', 'session', 'one_time_code', 'counter'] as const)
    await database.kysely.deleteFrom(table).execute();
});

const rows = () => database.kysely.selectFrom('link').selectAll().execute();

describe('a link', () => {
  it('is found by the sub alone, and holds neither sub nor NIR in the clear', async () => {
    const links = createLinks(database, keys, clock);
    const subject = links.subjectOf('sub-canari');
    await links.store(subject, NIR);
    expect(await links.find(subject)).toBe(NIR);
    expect(await links.find(links.subjectOf('other'))).toBeUndefined();
    const [row] = await rows();
    const text = [row?.subject, row?.nir].map((bytes) => Buffer.from(bytes ?? []).toString('latin1')).join();
    expect(text).not.toMatch(/canari|29103/);
  });

  it('cannot be moved to another person', async () => {
    const links = createLinks(database, keys, clock);
    const [mine, theirs] = [links.subjectOf('mine'), links.subjectOf('theirs')];
    await links.store(mine, NIR);
    await database.kysely
      .updateTable('link')
      .set({ subject: Buffer.from(theirs, 'base64url') })
      .execute();
    await expect(links.find(theirs)).rejects.toThrow();
  });

  it('is encrypted anew under the current key when its owner comes back', async () => {
    const subject = createLinks(database, keys, clock).subjectOf('sub');
    await createLinks(database, keys, clock).store(subject, NIR);
    const file = join(folder, 'turned.json');
    await createKeys(file);
    const turned = JSON.parse(await readFile(file, 'utf8')) as {
      links: { keys: Record<string, string> };
      index: string;
    };
    const old = JSON.parse(await readFile(join(folder, 'keys.json'), 'utf8')) as typeof turned;
    Object.assign(turned.links.keys, old.links.keys);
    await writeFile(file, JSON.stringify({ ...turned, index: old.index }));
    const newKeys = await loadKeys(file, false);
    const links = createLinks(database, newKeys, clock);
    expect(await links.find(subject)).toBe(NIR);
    expect((await rows())[0]?.key_id).toBe(newKeys.links.current);
    expect(await links.find(subject)).toBe(NIR);
  });
});

describe('the hourly jobs', () => {
  it('destroy links unused for twelve months, and codes, counters and sessions that are over; run once for two replicas', async () => {
    const links = createLinks(database, keys, clock);
    await links.store(links.subjectOf('gone'), NIR);
    now = new Date('2026-11-23T09:00:00Z');
    await links.store(links.subjectOf('faithful'), NIR);
    const codes = createOneTimeCodes<string>({ database, clock, purpose: 'test', seconds: 60 });
    const tries = createTries({ database, clock, key: keys.index, purpose: 'test', limit: 2, seconds: 60 });
    const person = {
      nir: NIR,
      birthName: '',
      firstNames: [],
      birthDate: '',
      sex: 'F',
      birthCommune: null,
      birthCountry: '',
    } as const;
    await createSessions(database, clock).open('caf', {
      person,
      subject: links.subjectOf('faithful'),
      idToken: '',
      returnId: '',
    });
    await codes.issue('old');
    await tries.take('old');
    now = new Date('2027-11-22T09:30:00Z');
    const fresh = await codes.issue('fresh');
    await tries.take('fresh');
    const events: string[] = [];
    const log = ({ event, job }: { event: string; job: string }) => void events.push(`${event} ${job}`);
    const second = await database.replica();
    const replicas = [database, second].map((replica) =>
      startJobs({ database: replica, clock, jobs: portalJobs(replica, clock), log }),
    );
    await Promise.all(replicas.map((jobs) => jobs.runDue()));
    await Promise.all(replicas.map((jobs) => jobs.stop()));
    expect(events.sort()).toEqual([
      'job-done destroy-unused-links',
      'job-done purge-accesses',
      'job-done purge-expired',
    ]);
    const subjects = (await rows()).map(({ subject }) => Buffer.from(subject).toString('base64url'));
    expect(subjects).toEqual([links.subjectOf('faithful')]);
    expect(await codes.take(fresh)).toBe('fresh');
    expect(await database.kysely.selectFrom('one_time_code').selectAll().execute()).toEqual([]);
    expect(await database.kysely.selectFrom('session').selectAll().execute()).toEqual([]);
    expect(await database.kysely.selectFrom('counter').selectAll().execute()).toHaveLength(1);
  });
});

describe('a one-time code', () => {
  it('of one purpose is unknown for another', async () => {
    const handovers = createOneTimeCodes<string>({ database, clock, purpose: 'handover', seconds: 60 });
    const signOuts = createOneTimeCodes<string>({ database, clock, purpose: 'sign-out', seconds: 60 });
    const code = await handovers.issue('content');
    expect(await signOuts.take(code)).toBeUndefined();
    expect(await handovers.take(code)).toBe('content');
  });
});

describe('tries', () => {
  it('are counted one by one when many come at once', async () => {
    const tries = createTries({ database, clock, key: keys.index, purpose: 'test', limit: 5, seconds: 60 });
    const taken = await Promise.all(Array.from({ length: 20 }, () => tries.take('somebody')));
    expect(taken.filter(Boolean)).toHaveLength(5);
    expect(await tries.take('somebody else')).toBe(true);
    now = new Date(now.getTime() + 60_000);
    expect(await tries.take('somebody')).toBe(true);
  });
});
