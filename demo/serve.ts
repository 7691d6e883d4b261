import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { cafAccount } from './caf/account.ts';
import { DemoConfig } from './config.ts';
import { FUNDS, fundPage, fundPolicy, type FundHost, type FundPage } from './pages.ts';
import { TOWN_HALL_HOST, townHallPage } from './town-hall.ts';

// The account pages of invented funds, each on its own site (`caf.localhost`, `msa.localhost`, `cpam.localhost`), as the web server
// of a careful fund would serve them; and a town hall's pages, whose server is more careful still.

const config = DemoConfig.parse(process.env);

const account = cafAccount(config);

const STYLESHEETS = ['/caf/caf.css', '/msa/msa.css', '/cpam/cpam.css'];

function isFund(host: string): host is FundHost {
  return Object.hasOwn(FUNDS, host);
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  policy = fundPolicy(config),
): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': policy,
  });
  response.end(body);
}

/** The pages of one fund; false when it has none at this path. */
function answerFund(
  host: FundHost,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (STYLESHEETS.includes(path)) {
    send(response, 200, 'text/css', readFileSync(join(import.meta.dirname, path), 'utf8'));
  } else if (path === FUNDS[host].path) {
    const page: FundPage = host === 'caf.localhost' ? account.pageFor(request) : {};
    const policy = fundPolicy(config, { ...FUNDS[host], ...page });
    send(response, 200, 'text/html', fundPage(config, host, page), policy);
  } else if (path === '/') response.writeHead(303, { location: FUNDS[host].path }).end();
  else return false;
  return true;
}

/** The pages of the town hall; false when it has none at this path. */
function answerTownHall(path: string, response: ServerResponse): boolean {
  const page = townHallPage(config, path);
  if (page) send(response, 200, page.type, page.body, page.policy);
  else return false;
  return true;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { hostname, pathname } = new URL(`http://${request.headers.host ?? ''}${request.url ?? '/'}`);
  if (pathname === '/healthz') send(response, 200, 'text/plain', 'ok');
  else if (pathname === '/favicon.ico') response.writeHead(204).end();
  else if (hostname === 'caf.localhost' && (await account.answer(pathname, request, response))) return;
  else if (request.method === 'POST') send(response, 404, 'text/plain', 'Page introuvable');
  else if (hostname === TOWN_HALL_HOST) {
    if (!answerTownHall(pathname, response)) send(response, 404, 'text/plain', 'Page introuvable');
  } else if (!isFund(hostname)) {
    send(
      response,
      404,
      'text/plain',
      'Ouvrez http://caf.localhost, http://msa.localhost, http://cpam.localhost ou http://mairie.localhost',
    );
  } else if (!answerFund(hostname, pathname, request, response))
    send(response, 404, 'text/plain', 'Page introuvable');
}

for (const address of ['127.0.0.1', '::1']) {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : 'unknown fault');
      send(response, 500, 'text/plain', 'Une panne de notre côté');
    });
  });
  // A machine without IPv6 still has its demonstration.
  server.on('error', (error) => {
    if (address === '::1') return;
    console.error(error.message);
    process.exitCode = 1;
  });
  server.listen(config.MDS_DEMO_PORT, address);
}
