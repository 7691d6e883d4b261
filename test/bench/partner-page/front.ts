/**
 * What a partner's page meets on the network, with the same answers every time: the page itself, and before a real portal
 * a server that answers the person's data at once and passes everything else on (documents, scripts, their headers).
 */
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { catalogue } from '@mds-kit/contract/fixtures/catalogue';
import { DOMAINS } from '@mds-kit/contract/domains';
import { ready } from '@mds-kit/contract/fixtures/rights';
import { signedIn } from '@mds-kit/contract/fixtures/session';

const hourFromNow = () => new Date(Date.now() + 3_600_000).toISOString();

const ANSWERS: Readonly<Record<string, () => unknown>> = {
  '/v1/session': () => ({ ...signedIn, idleUntil: hourFromNow(), endsAt: hourFromNow() }),
  '/v1/catalogue': () => catalogue,
  ...Object.fromEntries(DOMAINS.map((domain) => [`/v1/rights/${domain}`, () => ready[domain]])),
};

export class Front implements AsyncDisposable {
  /** Time that each answer takes to come, ms: a network that is not this machine's. */
  delayMs = 0;
  /** Addresses asked for since somebody last emptied it. */
  asked: string[] = [];
  /** The partner's pages, by path. */
  readonly pages = new Map<string, string>();
  readonly #partnerOrigin: string;
  readonly #portalPort: number;
  readonly #server: Server;

  constructor(partnerOrigin: string, portalPort: number) {
    this.#partnerOrigin = partnerOrigin;
    this.#portalPort = portalPort;
    this.#server = createServer((asked, answer) => void this.#answer(asked, answer));
  }

  async listen(port: number): Promise<void> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #answer(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const path = asked.url ?? '';
    this.asked.push(path);
    if (this.delayMs > 0) await pause(this.delayMs);
    if (`http://${asked.headers.host ?? ''}` === this.#partnerOrigin) this.#partner(path, answer);
    else if (Object.hasOwn(ANSWERS, path)) this.#data(path, asked, answer);
    else this.#pass(asked, answer);
  }

  #partner(path: string, answer: ServerResponse): void {
    const page = this.pages.get(path);
    answer
      .writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
      .end(page);
  }

  /** As the portal answers a partner that shows tags in its page (http/cross-origin.ts); a frame needs none of it. */
  #data(path: string, { method }: IncomingMessage, answer: ServerResponse): void {
    answer.setHeader('vary', 'Origin');
    answer.setHeader('access-control-allow-origin', this.#partnerOrigin);
    answer.setHeader('access-control-allow-credentials', 'true');
    if (method === 'OPTIONS') {
      answer.setHeader('access-control-allow-headers', 'content-type, mds-partner');
      answer.writeHead(204).end();
      return;
    }
    answer.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    answer.end(JSON.stringify(ANSWERS[path]?.()));
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { method, url: path, headers } = asked;
    const passed = request({
      host: '127.0.0.1',
      port: this.#portalPort,
      method,
      path,
      headers,
      agent: false,
    });
    passed.on('error', () => answer.writeHead(502).end());
    passed.on('response', (reply) => {
      const { connection: _, ...kept } = reply.headers;
      answer.writeHead(reply.statusCode ?? 502, kept);
      reply.pipe(answer);
    });
    asked.pipe(passed);
  }
}
