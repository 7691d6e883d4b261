/**
 * All suppliers and the affiliation registry as one quick process, which answers with what the sandbox answered once:
 * so that a bench measures those who ask. A program: `BENCH_STUB_PORT`, `BENCH_UPSTREAM` (the sandbox's address).
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Orders, type Ledger } from './wire.ts';

/** `body` as it stood around the question's number, which suppliers of ours repeat (`meta.jti`). */
type Answer = { status: number; type: string; body: readonly string[] };

/** How long an answer takes while somebody watches. */
const WATCHED_MS = 150;
/** Headers that belong to one connection, not to the call. */
const OF_CONNECTION = new Set(['connection', 'host', 'content-length', 'keep-alive', 'transfer-encoding']);

const upstream = process.env.BENCH_UPSTREAM ?? '';
const answers = new Map<string, Answer>();
let orders: Orders = { mode: 'record', faults: {} };
let ledger: Ledger = { counts: {}, calls: [] };

const Claims = z.object({ jti: z.string() });

/** The number of the question, from the assertion (a JWS) that asks it. */
const numberOf = (assertion: string): string =>
  Claims.parse(JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString())).jti;

const pathOf = (request: IncomingMessage) => (request.url ?? '/').split('?', 1)[0] ?? '/';

const headersOf = (request: IncomingMessage) =>
  Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' && !OF_CONNECTION.has(name) ? [[name, value]] : [],
    ),
  );

async function record(request: IncomingMessage, body: string): Promise<void> {
  const headers = headersOf(request);
  const response = await fetch(`${upstream}${request.url ?? '/'}`, { method: 'POST', headers, body });
  answers.set(pathOf(request), {
    status: response.status,
    type: response.headers.get('content-type') ?? 'application/json',
    body: (await response.text()).split(numberOf(body)),
  });
}

async function watch(request: IncomingMessage, body: string): Promise<void> {
  const from = performance.now();
  await pause(WATCHED_MS);
  const call = { url: request.url ?? '/', headers: headersOf(request), body };
  ledger.calls.push({ ...call, from, to: performance.now() });
}

async function supply(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  const count = (ledger.counts[path] ?? 0) + 1;
  ledger.counts[path] = count;
  const body = await text(request);
  const fault = orders.faults[path];
  // Never answered: the other side gives up, or this process ends.
  if (fault && 'hang' in fault && (count - 1) % fault.of < fault.hang) return;
  if (fault && 'delayMs' in fault) await pause(fault.delayMs);
  if (orders.mode === 'record') await record(request, body);
  if (orders.mode === 'watch') await watch(request, body);
  const answer = answers.get(path);
  if (!answer) {
    response.writeHead(404).end();
    return;
  }
  const bytes = Buffer.from(answer.body.join(numberOf(body)));
  response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': bytes.length });
  response.end(bytes);
}

async function obey(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'PUT') {
    orders = Orders.parse(JSON.parse(await text(request)));
    ledger = { counts: {}, calls: [] };
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ledger));
}

const server = createServer((request, response) => {
  const done = request.url === '/_orders' ? obey(request, response) : supply(request, response);
  done.catch((error: unknown) => {
    console.error(error);
    response.destroy();
  });
});
server.keepAliveTimeout = 60_000;
server.listen(Number(process.env.BENCH_STUB_PORT), '127.0.0.1');
