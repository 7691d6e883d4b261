/**
 * Connections that are given up when a reply does not come: after a lost route or a frozen server, one silent
 * connection would hold everything that waits for it until the operating system notices, a quarter of an hour later.
 */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
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

/** Commands that Kysely counts the rows of, and the one that stands for all others. */
const COMMANDS = ['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'SELECT'] as const;

function impatientClient(client: pg.PoolClient, longestMs: number): PostgresPoolClient {
  const patient: PostgresPoolClient = client;
  let broken = false;

  async function ask<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    try {
      const asked = { text, values: [...values], query_timeout: longestMs };
      const { command, rowCount, rows } = await client.query<Row & pg.QueryResultRow>(asked);
      return {
        command: COMMANDS.find((known) => known === command) ?? 'SELECT',
        rowCount: rowCount ?? 0,
        rows,
      };
    } catch (error) {
      // Whatever PostgreSQL did not say itself came from the way there.
      broken ||= !(error instanceof pg.DatabaseError);
      throw error;
    }
  }

  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query<Row>(what: string | PostgresCursor<Row>, values: readonly unknown[] = []) {
    return typeof what === 'string' ? ask<Row>(what, values) : patient.query(what);
  }

  return { query, release: (destroy) => client.release(destroy === true || broken) };
}
