import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Job, type JobLogLine, type Jobs, startJobs } from './jobs.ts';
import type { Database } from './open.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';

describe('recurring jobs', () => {
  let database: TestDatabase<unknown>;
  let second: Database<unknown>;
  let now = new Date();
  let log: JobLogLine[] = [];
  let started: Jobs[] = [];

  beforeAll(async () => {
    database = await openTestDatabase({ migrations: [] });
    second = await database.replica();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await sql`truncate mds_job_turn`.execute(database.kysely);
    now = new Date('2026-11-22T09:10:00Z');
    log = [];
  });
  afterEach(async () => {
    await Promise.all(started.map((jobs) => jobs.stop()));
    started = [];
  });

  function start(on: Database<unknown>, run: Job['run']): Jobs {
    const jobs = startJobs({
      database: on,
      clock: () => now,
      jobs: [{ name: 'purge', every: { hours: 1 }, run }],
      log: (line) => log.push(line),
    });
    started.push(jobs);
    return jobs;
  }

  test('run once a turn, however many replicas', async () => {
    const run = vi.fn(() => Promise.resolve());
    const replicas = [start(database, run), start(second, run), start(second, run)];
    const allDue = () => Promise.all(replicas.map((jobs) => jobs.runDue()));
    await allDue();
    await allDue();
    expect(run).toHaveBeenCalledTimes(1);
    now = new Date('2026-11-22T09:59:59Z');
    await allDue();
    expect(run).toHaveBeenCalledTimes(1);
    now = new Date('2026-11-22T10:00:00Z');
    await allDue();
    expect(run).toHaveBeenCalledTimes(2);
    expect(log.map(({ event, turn }) => [event, turn])).toEqual([
      ['job-done', '2026-11-22T09:00:00.000Z'],
      ['job-done', '2026-11-22T10:00:00.000Z'],
    ]);
  });

  test('start by themselves, and after days asleep run the current turn only', async () => {
    const run = vi.fn(() => Promise.resolve());
    const jobs = start(database, run);
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1));
    now = new Date('2026-11-29T17:20:00Z');
    await jobs.runDue();
    expect(run).toHaveBeenCalledTimes(2);
  });

  test('are not rerun by a replica whose clock is behind', async () => {
    const run = vi.fn(() => Promise.resolve());
    await start(database, run).runDue();
    now = new Date('2026-11-22T08:59:00Z');
    await start(second, run).runDue();
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('are tried again at the next turn after a failure, whose words are not logged', async () => {
    const run = vi.fn(() => Promise.reject(Object.assign(new Error('NIR 2 69 05'), { code: 'EBROKEN' })));
    const jobs = start(database, run);
    await jobs.runDue();
    await jobs.runDue();
    expect(run).toHaveBeenCalledTimes(1);
    now = new Date('2026-11-22T10:00:00Z');
    run.mockResolvedValueOnce(undefined as never);
    await jobs.runDue();
    expect(log).toEqual([
      { event: 'job-failed', job: 'purge', turn: '2026-11-22T09:00:00.000Z', error: 'Error/EBROKEN' },
      { event: 'job-done', job: 'purge', turn: '2026-11-22T10:00:00.000Z' },
    ]);
    const { rows } = await sql`select outcome from mds_job_turn`.execute(database.kysely);
    expect(rows).toEqual([{ outcome: 'done' }]);
  });

  test('stop when asked, and leave their turn to another replica', async () => {
    let begun: () => void = () => undefined;
    const beginning = new Promise<void>((resolve) => (begun = resolve));
    const jobs = start(database, (signal) => {
      begun();
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
    });
    await beginning;
    await jobs.stop();
    const run = vi.fn(() => Promise.resolve());
    await start(second, run).runDue();
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('two may not share a name', () => {
    const job: Job = { name: 'purge', every: { days: 1 }, run: () => Promise.resolve() };
    expect(() => startJobs({ database, clock: () => now, jobs: [job, job], log: () => undefined })).toThrow(
      TypeError,
    );
  });
});
