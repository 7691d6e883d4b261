import { createServer, type Server, type Socket } from 'node:net';
import { type AddressInfo } from 'node:net';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { impatientPool } from './impatient-pool.ts';

const sockets = new Set<Socket>();
let server: Server | undefined;
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server?.close(resolve));
});

/** Lets everybody in (PostgreSQL's protocol 3.0: authentication ok, ready for query), and never says a word more. */
async function frozenPostgres(): Promise<{ port: number; connections: () => number }> {
  let connections = 0;
  server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.once('data', () =>
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))])),
    );
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, connections: () => connections };
}

function message(kind: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(kind), length, body]);
}

test('a reply that never comes is given up, and its connection never serves again', async () => {
  const { port, connections } = await frozenPostgres();
  const pool = new pg.Pool({ host: '127.0.0.1', port, user: 'someone', database: 'x', ssl: false, max: 1 });
  pool.on('error', () => undefined);
  const impatient = impatientPool(pool, 50);
  for (let turn = 1; turn <= 2; turn += 1) {
    const client = await impatient.connect();
    await expect(client.query('select 1', [])).rejects.toThrow(/timeout/);
    client.release();
    expect(connections()).toBe(turn);
    expect(pool.totalCount).toBe(0);
  }
  await pool.end();
});
