/**
 * What the portal is measured against: node:http and nothing else. For each request it makes the calls that the portal
 * makes, with bodies as long, in the same order of dependence, and sends the bytes that the portal sends. It checks,
 * signs and understands nothing. A program: `BENCH_PORT`, `BENCH_PLANS` (file), `BENCH_SUPPLIERS` (address).
 */
import { readFileSync } from 'node:fs';
import { Agent, createServer, request, type ServerResponse } from 'node:http';
import type { Call } from '../suppliers/wire.ts';
import { Plans, type Plan } from './plan.ts';

const suppliers = process.env.BENCH_SUPPLIERS ?? '';
const plans = new Map(
  Plans.parse(JSON.parse(readFileSync(process.env.BENCH_PLANS ?? '', 'utf8'))).map((plan) => [
    plan.path,
    plan,
  ]),
);
const agent = new Agent({ keepAlive: true });

function call({ url, headers, body }: Call): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${suppliers}${url}`,
      { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks)));
        response.on('error', reject);
      },
    );
    asked.on('error', reject).end(body);
  });
}

async function answer({ waves, answer: { status, headers, body } }: Plan, response: ServerResponse) {
  for (const wave of waves) await Promise.all(wave.map(call));
  response.writeHead(status, headers).end(body);
}

const server = createServer((asked, response) => {
  const plan = plans.get(asked.url ?? '');
  if (!plan) response.writeHead(asked.url === '/healthz' ? 200 : 404).end();
  else answer(plan, response).catch(() => response.destroy());
});
server.keepAliveTimeout = 60_000;
server.listen(Number(process.env.BENCH_PORT), '127.0.0.1');
