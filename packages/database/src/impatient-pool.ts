/**
 * Connections that are given up when a reply does not come: after a lost route or a frozen server, one silent
 * connection would hold everything that waits for it until the operating system notices, a quarter of an hour later.
 */
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';

/** A view of `pool` that waits as long as it takes. Whoever made the pool ends it. */
export function patientPool(pool: pg.Pool): PostgresPool {
  return { options: pool.options, connect: () => pool.connect(), end: () => Promise.resolve() };
}

/** A view of `pool` whose queries fail after `longestMs`, and whose connections then never serve again. */
export function impatientPool(pool: pg.Pool, longestMs: number): PostgresPool {
  // The same view each time: Kysely prepares each connection once, and knows it by this.
  const views = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const viewOf = (client: pg.PoolClient): PostgresPoolClient => {
    const view = views.get(client) ?? impatientClient(client, longestMs);
    views.set(client, view);
    return view;
  };
  return {
    options: pool.options,
    connect: async () => viewOf(await pool.connect()),
    end: () => Promise.resolve(),
  };
}

function impatientClient(client: pg.PoolClient, longestMs: number): PostgresPoolClient {
  let broken = false;
  const query = async <Row>(sql: string, parameters: readonly unknown[]) => {
    try {
      const asked = { text: sql, values: [...parameters], query_timeout: longestMs };
      return (await client.query(asked)) as unknown as PostgresQueryResult<Row>;
    } catch (error) {
      // Whatever PostgreSQL did not say itself came from the way there.
      broken ||= !(error instanceof pg.DatabaseError);
      throw error;
    }
  };
  return {
    query: query as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || broken),
  };
}
