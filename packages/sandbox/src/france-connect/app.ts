import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { getRequestListener } from '@hono/node-server';
import { bodyOf } from '../body.ts';
import { clockAt, type Clock } from '../clock.ts';
import { PAGE_HEADERS, type Markup } from '../page.ts';
import { judgeAuthorization } from './authorization-rules.ts';
import { checkToken, type CheckTokenEngine, type Fetch } from './check-token.ts';
import type { FranceConnectClient } from './clients.ts';
import type { DataProvider } from './data-providers.ts';
import { interactionApp } from './interactions.ts';
import { logoutFault } from './logout-rules.ts';
import { errorPage } from './pages.ts';
import { createProvider } from './provider.ts';
import { SigningKeys } from './signing-keys.ts';
import { Store } from './store.ts';

const PREFIX = '/api/v2';
const MOST_FORM_BYTES = 16_384;
/** The interactions are ours; everything else under the prefix is the protocol's. */
const PROTOCOL = /^\/api\/v2\/(?!interaction\/)/;

export type FranceConnect = {
  issuer: string;
  listener: RequestListener;
  /** Registers the clients anew; sessions stay. */
  register: (clients: readonly FranceConnectClient[]) => void;
  rotateKeys: (options: { forget: boolean }) => Promise<void>;
};

/** A stand-in for FranceConnect v2, issuer `{base}/api/v2`. */
export async function createFranceConnect(options: {
  base: string;
  clients: readonly FranceConnectClient[];
  /** Who may ask what a token is worth; nobody by default. */
  dataProviders?: readonly DataProvider[];
  /** Fetches the data providers’ keys. */
  fetch: Fetch;
  /** For `checktoken` alone: the protocol's engine reads the machine's time. */
  clock?: Clock;
}): Promise<FranceConnect> {
  const issuer = `${options.base}${PREFIX}`;
  const { dataProviders = [], fetch, clock = clockAt() } = options;
  const keys = await SigningKeys.generate();
  const fixed = { issuer, store: new Store(), cookieKeys: [randomBytes(32).toString('base64url')] };
  let { clients } = options;
  // A provider's keys and clients never change: another provider takes over its sessions.
  let provider = createProvider({ ...fixed, clients, jwks: keys.jwks });
  const renew = () => (provider = createProvider({ ...fixed, clients, jwks: keys.jwks }));

  const rotateKeys = async (how: { forget: boolean }) => {
    await keys.rotate(how);
    renew();
  };
  const pages = getRequestListener(interactionApp({ provider: () => provider, rotateKeys }).fetch, {
    overrideGlobalObjects: false,
  });
  return {
    issuer,
    rotateKeys,
    register: (newClients) => {
      clients = newClients;
      renew();
    },
    listener: (request, response) => {
      const { pathname } = new URL(request.url ?? '/', issuer);
      const answered = PROTOCOL.test(pathname)
        ? serveProtocol(request, response, {
            provider,
            clients,
            issuer,
            signingKey: keys.signing,
            dataProviders,
            fetch,
            clock,
          })
        : pages(request, response);
      answered.catch(() => response.destroy());
    },
  };
}

type Engine = CheckTokenEngine & { clients: readonly FranceConnectClient[] };

async function serveProtocol(request: IncomingMessage, response: ServerResponse, engine: Engine) {
  const { pathname, searchParams } = new URL(request.url ?? '/', engine.issuer);
  if (pathname === `${PREFIX}/authorize`) {
    const params = request.method === 'POST' ? new URLSearchParams(await text(request)) : searchParams;
    const verdict = judgeAuthorization(params, engine.clients, engine.issuer);
    if (verdict.kind === 'page') return refuse(response, errorPage(verdict.code, verdict.reason));
    if (verdict.kind === 'redirect')
      return response.writeHead(303, { Location: verdict.location.href }).end();
    // The engine gets the request as FranceConnect understands it.
    request.method = 'GET';
    request.url = `${pathname}?${verdict.params}`;
  }
  if (pathname === `${PREFIX}/session/end` && request.method === 'GET') {
    const fault = logoutFault(searchParams);
    if (fault) return refuse(response, errorPage(fault.code, fault.reason));
  }
  if (pathname === `${PREFIX}/checktoken` && request.method === 'POST') {
    const form = new URLSearchParams((await bodyOf(request, MOST_FORM_BYTES)) ?? '');
    const { status, type, body } = await checkToken(form, engine);
    return response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
  }
  // The engine's routes are written without the path of its issuer; it finds that path by comparing the two.
  const mounted = { originalUrl: request.url, url: (request.url ?? '/').slice(PREFIX.length) };
  Object.assign(request, mounted);
  return engine.provider.callback()(request, response);
}

async function refuse(response: ServerResponse, markup: Markup) {
  response.writeHead(400, PAGE_HEADERS).end(String(await markup));
}
