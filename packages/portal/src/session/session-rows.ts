/**
 * Session rows, looked up many at a time: many people's widgets ask at once, and the database tells whether each
 * session still is. Questions that come while one is under way go together in the
 * next; none is answered by what was read before it came.
 *
 * The ids stand in the text of the query: PGlite takes 0.15 ms for it, 0.7 ms with parameters. They are hashes that
 * we made, in hexadecimal.
 */
import { type Selectable, sql } from 'kysely';
import type { PortalDatabase, PortalTables } from '../database.ts';

type Row = Selectable<PortalTables['session']>;
type Waiting = PromiseWithResolvers<Row | undefined>;

export function createSessionRows({ kysely }: PortalDatabase): (id: Uint8Array) => Promise<Row | undefined> {
  let waiting = new Map<string, Waiting>();
  let underWay = false;

  async function lookUp(batch: ReadonlyMap<string, Waiting>): Promise<void> {
    try {
      const ids = [...batch.keys()].map((id) => sql.lit(`\\x${id}`));
      const { rows } = await sql<Row>`select * from session where id in (${sql.join(ids)})`.execute(kysely);
      for (const row of rows) batch.get(Buffer.from(row.id).toString('hex'))?.resolve(row);
      for (const asked of batch.values()) asked.resolve(undefined);
    } catch (error) {
      for (const asked of batch.values()) asked.reject(error);
    }
  }

  function leave(): void {
    if (waiting.size === 0 || underWay) return;
    const batch = waiting;
    waiting = new Map();
    underWay = true;
    void lookUp(batch).finally(() => {
      underWay = false;
      leave();
    });
  }

  return (id) => {
    const key = Buffer.from(id).toString('hex');
    const known = waiting.get(key);
    if (known) return known.promise;
    const asked: Waiting = Promise.withResolvers();
    waiting.set(key, asked);
    // Later in this turn, so that all the requests that arrived together go together.
    if (waiting.size === 1) setImmediate(leave);
    return asked.promise;
  };
}
