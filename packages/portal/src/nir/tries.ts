/** How often a thing was tried in a window of time, counted in the database so that it holds across replicas. */
import { sql } from 'kysely';
import { type Clock, inSeconds } from '../clock.ts';
import type { PortalDatabase } from '../database.ts';
import { indexOf } from '../keys/secret-box.ts';

export interface Tries {
  /** Counts one more try of `what`; false when there were too many already. The window begins with the first. */
  take(what: string): Promise<boolean>;
  /** Takes one try back: it could not be carried out, through no fault of who tried. */
  giveBack(what: string): Promise<void>;
  forget(what: string): Promise<void>;
}

export interface TriesOptions {
  readonly database: PortalDatabase;
  readonly clock: Clock;
  /** Counters are found by a keyed index: the table does not tell who tried. */
  readonly key: Uint8Array;
  readonly purpose: string;
  readonly limit: number;
  readonly seconds: number;
}

export function createTries({
  database: { kysely },
  clock,
  key,
  purpose,
  limit,
  seconds,
}: TriesOptions): Tries {
  return {
    async take(what) {
      const now = clock();
      const { rows } = await sql<{ tries: number }>`
        insert into counter as seen (id, tries, expires_at)
        values (${indexOf(key, purpose, what)}, 1, ${inSeconds(clock, seconds)})
        on conflict (id) do update set
          tries = case when seen.expires_at <= ${now} then 1 else seen.tries + 1 end,
          expires_at = case when seen.expires_at <= ${now} then excluded.expires_at else seen.expires_at end
        returning tries`.execute(kysely);
      return (rows[0]?.tries ?? Infinity) <= limit;
    },
    async giveBack(what) {
      await kysely
        .updateTable('counter')
        .set((counter) => ({ tries: counter('tries', '-', 1) }))
        .where('id', '=', indexOf(key, purpose, what))
        .where('tries', '>', 0)
        .execute();
    },
    async forget(what) {
      await kysely
        .deleteFrom('counter')
        .where('id', '=', indexOf(key, purpose, what))
        .execute();
    },
  };
}
