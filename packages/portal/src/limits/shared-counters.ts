/**
 * Counts requests in windows of time, across replicas, without a query for each: every process counts in memory, and
 * adds to the shared `counter` table whenever a tenth of a limit has come together. What is counted more than that rarely
 * is never written at all. With n replicas a limit may so be passed by n tenths, no more.
 */
import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { PortalDatabase } from '../database.ts';
import { indexOf } from '../keys/secret-box.ts';
import type { Limit } from './limits.ts';

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly retryAfter: number };

export interface SharedCounters {
  /** Counts one more request of `who`. Answers at once, from what this process knows. */
  take(limit: Limit, who: string): Verdict;
  /** Until what was counted so far is shared. */
  settled(): Promise<void>;
}

export interface SharedCountersOptions {
  readonly database: PortalDatabase;
  readonly clock: Clock;
  /** Counters are found by a keyed index: the table does not tell who asked. */
  readonly key: Uint8Array;
  /** Told when the database cannot be written: limits then hold per process. */
  readonly onFault: (error: unknown) => void;
}

interface Count {
  /** Of all replicas, as last heard. */
  shared: number;
  /** Of this process since, on its way to the database, and not on its way yet. */
  sent: number;
  own: number;
}

interface Window {
  readonly number: number;
  readonly endsAt: Date;
  readonly counts: Map<string, Count>;
}

const ALLOWED: Verdict = { allowed: true };

const newCount = (): Count => ({ shared: 0, sent: 0, own: 0 });

export function createSharedCounters({
  database,
  clock,
  key,
  onFault,
}: SharedCountersOptions): SharedCounters {
  const windows = new Map<string, Window>();
  const due = new Map<Count, { readonly id: Uint8Array; readonly expiresAt: Date }>();
  let sharing: Promise<void> | undefined;

  function windowOf({ name, seconds }: Limit, now: number): Window {
    const number = Math.floor(now / (seconds * 1000));
    const known = windows.get(name);
    if (known?.number === number) return known;
    const window = {
      number,
      endsAt: new Date((number + 1) * seconds * 1000),
      counts: new Map<string, Count>(),
    };
    windows.set(name, window);
    return window;
  }

  async function share(): Promise<void> {
    // Later in this turn, so that what comes together goes together.
    await new Promise(setImmediate);
    while (due.size > 0) {
      const batch = [...due];
      due.clear();
      for (const [count] of batch) [count.sent, count.own] = [count.own, 0];
      try {
        const totals = await add(database, batch);
        for (const [count, { id }] of batch) count.shared = totals.get(hex(id)) ?? count.shared + count.sent;
      } catch (error) {
        for (const [count] of batch) count.shared += count.sent;
        onFault(error);
      }
      for (const [count] of batch) count.sent = 0;
    }
    sharing = undefined;
  }

  return {
    take(limit, who) {
      const now = clock().getTime();
      const window = windowOf(limit, now);
      let count = window.counts.get(who);
      if (count === undefined) window.counts.set(who, (count = newCount()));
      count.own += 1;
      if (count.own >= Math.ceil(limit.requests / 10)) {
        const id = indexOf(key, `limit ${limit.name} ${String(window.number)}`, who);
        due.set(count, { id, expiresAt: window.endsAt });
        sharing ??= share();
      }
      if (count.shared + count.sent + count.own <= limit.requests) return ALLOWED;
      return { allowed: false, retryAfter: Math.ceil((window.endsAt.getTime() - now) / 1000) };
    },
    async settled() {
      await sharing;
    },
  };
}

const hex = (id: Uint8Array) => Buffer.from(id).toString('hex');

type Batch = readonly (readonly [Count, { readonly id: Uint8Array; readonly expiresAt: Date }])[];

/** Adds each count's own to what all replicas counted, and tells the totals. */
async function add({ kysely }: PortalDatabase, batch: Batch): Promise<Map<string, number>> {
  const rows = batch.map(([{ sent }, { id, expiresAt }]) => sql`(${id}, ${sent}, ${expiresAt})`);
  const { rows: totals } = await sql<{ id: Uint8Array; tries: number }>`
    insert into counter as seen (id, tries, expires_at) values ${sql.join(rows)}
    on conflict (id) do update set tries = seen.tries + excluded.tries
    returning id, tries`.execute(kysely);
  return new Map(totals.map(({ id, tries }) => [hex(id), tries]));
}
