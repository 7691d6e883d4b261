import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createAssertionVerifier, remoteKeys } from '@mds-kit/exchange/asserted';
import type { CryptoKey } from 'jose';
import { carsatAccount } from './carsat-account/app.ts';
import type { Clock } from './clock.ts';
import { clockAt } from './clock.ts';
import { jsonAnswer } from './faults/answer.ts';
import { faultPanel } from './faults/panel.ts';
import { spoil } from './faults/spoil.ts';
import { transmit } from './faults/transmit.ts';
import { Switchboard } from './faults.ts';
import { createFranceConnect, type FranceConnect } from './france-connect/app.ts';
import { carsatClient, portalClient } from './france-connect/clients.ts';
import { DATA_PROVIDERS, type DataProvider } from './france-connect/data-providers.ts';
import { fundJwks } from './funds/funds.ts';
import { listen, type Listening } from './listen.ts';
import { createLoopbackFetch } from './loopback.ts';
import { Asserted } from './suppliers/assertion.ts';
import { createSupplierDesk, STAND_INS } from './suppliers/desk.ts';

export type SandboxOptions = {
  /** Where the portal is: its redirect addresses at FranceConnect, and its public keys. */
  portalOrigin: string;
  /** Keys for the portal's assertions; by default its own JWKS, `{portalOrigin}/.well-known/jwks.json`. */
  assertionKeys?: { jwksUrl: string } | CryptoKey;
  clock?: Clock;
  /** The machine's by default, whatever `clock` says: FranceConnect dates its tokens by it. For their expiry in tests. */
  franceConnectClock?: Clock;
  /** 0, the default, takes free ones. */
  ports?: { franceConnect: number; sandbox: number };
};

export type Sandbox = {
  /** What the portal must be told. */
  urls: {
    franceConnectIssuer: string;
    franceConnect: string;
    /** Base of the suppliers: `{suppliers}/{supplier id}{path}`. */
    suppliers: string;
    sngi: string;
    affiliations: string;
    carsat: string;
    faults: string;
  };
  faults: Switchboard;
  rotateFranceConnectKeys: FranceConnect['rotateKeys'];
  /** Tells FranceConnect that the portal has another origin: when its port is known only after ours. */
  registerPortal: (portalOrigin: string) => void;
  close: () => Promise<void>;
};

const FRANCE_CONNECT = 'franceconnect';

/** Runs the whole sandbox in this process. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { portalOrigin, clock = clockAt(), franceConnectClock = clockAt() } = options;
  const { ports = { franceConnect: 0, sandbox: 0 } } = options;
  const switchboard = new Switchboard([...STAND_INS, FRANCE_CONNECT]);
  const loopback = createLoopbackFetch();
  const doors = await open(ports);
  const addresses = addressesOf(doors);
  const clientsFor = (origin: string) => [portalClient(origin), carsatClient(addresses.carsat)];

  const franceConnect = await createFranceConnect({
    base: addresses.franceConnect,
    clients: clientsFor(portalOrigin),
    dataProviders: DATA_PROVIDERS.map((provider) => withKeysAt(addresses.suppliers, provider)),
    fetch: loopback.fetch,
    clock: franceConnectClock,
  });
  doors.franceConnect.serve(breakable(FRANCE_CONNECT, switchboard, franceConnect.listener));

  const { assertionKeys = { jwksUrl: `${portalOrigin}/.well-known/jwks.json` } } = options;
  const keys =
    'jwksUrl' in assertionKeys ? remoteKeys(loopback.fetch, 0)(assertionKeys.jwksUrl) : assertionKeys;
  const verify = createAssertionVerifier(Asserted, clock);
  const account = carsatAccount({
    issuer: franceConnect.issuer,
    origin: addresses.carsat,
    clock,
    fetch: loopback.fetch,
  });
  const rest = faultPanel(switchboard)
    .get('/healthz', (c) => c.text('ok'))
    .get('/funds/:id/jwks.json', (c) => {
      const jwks = fundJwks(c.req.param('id'));
      return jwks ? c.json(jwks) : c.notFound();
    });
  doors.sandbox.serve(
    byHostAndPath({
      carsat: inNode(account.fetch),
      suppliers: createSupplierDesk({
        verify: (jwt, audience) => verify(jwt, { from: 'portail', keys, audience }),
        clock,
        switchboard,
        franceConnect: { issuer: franceConnect.issuer, fetch: loopback.fetch, clock: franceConnectClock },
      }),
      rest: inNode(rest.fetch),
    }),
  );

  return {
    urls: { ...addresses, franceConnectIssuer: franceConnect.issuer },
    faults: switchboard,
    rotateFranceConnectKeys: franceConnect.rotateKeys,
    registerPortal: (origin) => franceConnect.register(clientsFor(origin)),
    close: async () => {
      await Promise.all([doors.franceConnect.close(), doors.sandbox.close()]);
      await loopback.close();
    },
  };
}

/** Where the suppliers listen is known only now. */
function withKeysAt(suppliers: string, provider: DataProvider): DataProvider {
  if ('jwks' in provider.keys) return provider;
  return { ...provider, keys: { jwksUri: new URL(provider.keys.jwksUri, suppliers).href } };
}

type Door = Listening & { serve: (listener: RequestListener) => void };

/** Takes the ports first: every address below needs them. Nothing is answered before `serve`. */
async function open(ports: { franceConnect: number; sandbox: number }) {
  const franceConnect = await door(ports.franceConnect);
  try {
    return { franceConnect, sandbox: await door(ports.sandbox) };
  } catch (error) {
    await franceConnect.close();
    throw error;
  }
}

async function door(port: number): Promise<Door> {
  let behind: RequestListener = (_request, response) => response.writeHead(503).end();
  const listening = await listen(port, (request, response) => behind(request, response));
  return { ...listening, serve: (listener) => (behind = listener) };
}

function addressesOf(doors: { franceConnect: Door; sandbox: Door }) {
  const suppliers = `http://127.0.0.1:${doors.sandbox.port}`;
  return {
    franceConnect: `http://franceconnect.localhost:${doors.franceConnect.port}`,
    suppliers,
    sngi: `${suppliers}/sngi/v1/certification`,
    affiliations: `${suppliers}/affiliations/v1/affiliations`,
    carsat: `http://carsat.localhost:${doors.sandbox.port}`,
    faults: `${suppliers}/_faults`,
  };
}

const inNode = (fetch: Parameters<typeof getRequestListener>[0]) =>
  getRequestListener(fetch, { overrideGlobalObjects: false });

type Answering = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function byHostAndPath(to: {
  carsat: Answering;
  suppliers: ReturnType<typeof createSupplierDesk>;
  rest: Answering;
}): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, first = ''] = url.pathname.split('/');
    const answered = request.headers.host?.startsWith('carsat.localhost')
      ? to.carsat(request, response)
      : STAND_INS.includes(first)
        ? to.suppliers(request, response, url)
        : to.rest(request, response);
    answered.catch(() => response.destroy());
  };
}

/** FranceConnect can fail too: late it still answers; in every other mode it says nothing of its own. */
function breakable(name: string, switchboard: Switchboard, listener: RequestListener): RequestListener {
  return (request, response) => {
    const setting = switchboard.of(name);
    if (setting.mode === 'ok') {
      listener(request, response);
    } else if (setting.mode === 'slow') {
      const timer = setTimeout(() => listener(request, response), setting.delayMs ?? 10_000);
      response.once('close', () => clearTimeout(timer));
    } else {
      request.resume();
      transmit(response, spoil(setting.mode, jsonAnswer(200, { data: {} }), name), setting);
    }
  };
}
