import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { vi } from 'vitest';

/** An empty database of one's own on the server that the runner started, and a way to look into it. */
export class EmptyDatabase implements AsyncDisposable {
  readonly url: string;
  readonly #server: string;
  readonly #name: string;
  readonly #clients: pg.Client[] = [];

  private constructor(server: string, name: string) {
    const url = new URL(server);
    url.pathname = `/${name}`;
    this.url = url.href;
    this.#server = server;
    this.#name = name;
  }

  static async create(): Promise<EmptyDatabase> {
    const server = process.env.DATABASE_URL;
    if (!server) throw new Error('DATABASE_URL names no PostgreSQL: run this by npm test -- --only postgres');
    const name = `mds_replicas_${randomUUID().replaceAll('-', '')}`;
    await onServer(server, `create database ${name}`);
    return new EmptyDatabase(server, name);
  }

  /** A connection of its own, in which locks and transactions can be held. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url });
    client.on('error', () => undefined);
    await client.connect();
    this.#clients.push(client);
    return client;
  }

  /** Until so many statements of others wait for a lock. */
  async untilWaiting(statements: number): Promise<void> {
    const client = await this.connect();
    const text = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await vi.waitFor(
      async () => {
        const { rowCount } = await client.query(text);
        if (rowCount !== statements) throw new Error(`${String(rowCount)} of ${statements} statements wait`);
      },
      { timeout: 40_000, interval: 20 },
    );
    await client.end();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.end()));
    await onServer(this.#server, `drop database if exists ${this.#name} with (force)`);
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
