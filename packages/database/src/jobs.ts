/**
 * Recurring jobs, run once however many replicas there are.
 *
 * Time is cut into turns (an hourly job's begin on the hour, UTC). A replica claims a turn by one statement that moves
 * the job's row forward to it, which only one can do; whoever comes second finds it moved. Missed turns are not made
 * up, but the current one runs as soon as somebody is there, so a job written to "do all that is due" misses nothing.
 * A turn that fails, or whose process dies, is over: the next one tries again.
 *
 * Why not pg-boss: it works on PGlite (0.4 s at its first start, 0.02 s later), but it schedules by the database's
 * clock, not by ours (MDS_NOW), keeps the text of errors in a table, and brings forty relations and permanent polling
 * for what is one statement here. A queue of messages would be another matter.
 */
import { sql } from 'kysely';
import type { Clock } from './clock.ts';
import type { Database } from './open.ts';

export interface Job {
  /** Stable: the name under which the database remembers its turns. */
  readonly name: string;
  readonly every: { readonly minutes: number } | { readonly hours: number } | { readonly days: number };
  /**
   * Does all that is due. The signal fires when the program stops, and at the end of the turn, as the next one
   * may start elsewhere.
   */
  run(signal: AbortSignal): Promise<void>;
}

/** Nothing of an error but its kind: messages may quote what the job was working on. */
export interface JobLogLine {
  readonly event: 'job-done' | 'job-failed' | 'job-unclaimed';
  readonly job: string;
  /** When the turn began, ISO 8601. */
  readonly turn: string;
  readonly error?: string;
}

export interface Jobs {
  /** Runs now what is due; done when it is. The timer calls it every minute. */
  runDue(): Promise<void>;
  /** Asks running jobs to stop and waits for them; the turn of one that gives up goes to another replica. */
  stop(): Promise<void>;
}

export interface JobsOptions<Tables> {
  readonly database: Database<Tables>;
  readonly clock: Clock;
  readonly jobs: readonly Job[];
  readonly log: (line: JobLogLine) => void;
}

const MINUTE = 60_000;
const LONGEST_TIMER = 2 ** 31 - 1;

/** Starts at once with what is due. */
export function startJobs<Tables>({ database: { kysely }, clock, jobs, log }: JobsOptions<Tables>): Jobs {
  if (new Set(jobs.map(({ name }) => name)).size < jobs.length) throw new TypeError('Two jobs have one name');
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();

  async function claim(job: Job, turn: Date): Promise<boolean> {
    const { rows } = await sql`
      insert into mds_job_turn as last (job, turn, started_at) values (${job.name}, ${turn}, ${clock()})
      on conflict (job) do update
        set turn = excluded.turn, started_at = excluded.started_at, finished_at = null, outcome = null
        where last.turn < excluded.turn
      returning job`.execute(kysely);
    return rows.length > 0;
  }

  const finish = (job: Job, turn: Date, outcome: 'done' | 'failed') =>
    sql`update mds_job_turn set finished_at = ${clock()}, outcome = ${outcome}
      where job = ${job.name} and turn = ${turn}`.execute(kysely);

  const giveBack = (job: Job, turn: Date) =>
    sql`delete from mds_job_turn where job = ${job.name} and turn = ${turn}`.execute(kysely);

  async function take(job: Job): Promise<void> {
    const turn = currentTurn(job, clock());
    const line = { job: job.name, turn: turn.toISOString() };
    let claimed = false;
    try {
      claimed = await claim(job, turn);
      if (!claimed) return;
      const left = turn.getTime() + lengthOf(job) - clock().getTime();
      await job.run(AbortSignal.any([stopping.signal, AbortSignal.timeout(Math.min(left, LONGEST_TIMER))]));
      await finish(job, turn, 'done');
      log({ event: 'job-done', ...line });
    } catch (error) {
      log({ event: claimed ? 'job-failed' : 'job-unclaimed', ...line, error: kindOf(error) });
      if (!claimed) return;
      await (stopping.signal.aborted ? giveBack(job, turn) : finish(job, turn, 'failed')).catch(
        () => undefined,
      );
    }
  }

  /** A job still running is joined, not started again. */
  function runOne(job: Job): Promise<void> {
    const already = running.get(job.name);
    if (already) return already;
    const run = take(job).finally(() => running.delete(job.name));
    running.set(job.name, run);
    return run;
  }

  async function runDue(): Promise<void> {
    if (!stopping.signal.aborted) await Promise.all(jobs.map(runOne));
  }

  const timer = setInterval(() => void runDue(), MINUTE).unref();
  void runDue();
  return {
    runDue,
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await Promise.all(running.values());
    },
  };
}

function lengthOf({ every }: Job): number {
  if ('minutes' in every) return every.minutes * MINUTE;
  return 'hours' in every ? every.hours * 60 * MINUTE : every.days * 24 * 60 * MINUTE;
}

function currentTurn(job: Job, now: Date): Date {
  return new Date(now.getTime() - (now.getTime() % lengthOf(job)));
}

/** `DatabaseError/unreachable`, `error/23505`, `TypeError`. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' && /^[\w-]{1,40}$/.test(error.code);
  return code ? `${error.name}/${String(error.code)}` : error.name;
}
