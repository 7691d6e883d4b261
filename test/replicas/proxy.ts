import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/** One request that reached a replica. */
export type Hop = { replica: number; client: string; method: string; path: string; answered: boolean };

/**
 * A plain HTTP proxy before two replicas: each client's requests go to them by turns, so that every step of what
 * somebody does is taken on the other one than the step before. A replica that takes no connection is passed over; a
 * request that was lost with one is not tried again here (502), since nobody knows how far it came.
 */
export class Proxy {
  readonly hops: Hop[] = [];
  readonly #server: Server;
  readonly #ports: readonly [number, number];
  readonly #turns = new Map<string, number>();

  constructor(ports: readonly [number, number]) {
    this.#ports = ports;
    this.#server = createServer((asked, answer) => void this.#pass(asked, answer));
  }

  async listen(port: number): Promise<void> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await buffer(asked);
    const client = String(asked.headers['x-forwarded-for']);
    const turn = this.#turns.get(client) ?? 0;
    this.#turns.set(client, turn + 1);
    for (const replica of turn % 2 === 0 ? [0, 1] : [1, 0]) {
      const hop = { replica, client, method: asked.method ?? '', path: asked.url ?? '', answered: false };
      this.hops.push(hop);
      try {
        const reply = await this.#ask(replica, asked, body);
        const { connection: _, ...headers } = reply.headers;
        answer.writeHead(reply.statusCode ?? 502, headers);
        await pipeline(reply, answer);
        hop.answered = true;
        return;
      } catch (error) {
        if (!isRefusal(error)) break;
        this.hops.splice(this.hops.indexOf(hop), 1);
      }
    }
    if (answer.headersSent) answer.destroy();
    else answer.writeHead(502).end();
  }

  async #ask(
    replica: number,
    { method, url, headers }: IncomingMessage,
    body: Buffer,
  ): Promise<IncomingMessage> {
    const port = this.#ports[replica];
    const passed = request({ host: '127.0.0.1', port, agent: false, method, path: url, headers }).end(body);
    const [reply] = (await once(passed, 'response')) as [IncomingMessage];
    return reply;
  }
}

const isRefusal = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
