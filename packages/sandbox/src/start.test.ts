import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { clockAt } from './clock.ts';
import { listen, type Listening } from './listen.ts';
import { startSandbox, type Sandbox } from './start.ts';
import { ask } from './suppliers/asking.ts';
import { Visitor } from './visitor.ts';

const NOW = '2026-11-22T09:30:00Z';
const open: { close: () => Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((it) => it.close()));
});

async function started(portalOrigin = 'http://portal.localhost:1'): Promise<Sandbox> {
  const sandbox = await startSandbox({ portalOrigin, clock: clockAt(NOW) });
  open.push(sandbox);
  return sandbox;
}

function visitorOf(portal = 'http://portal.localhost:1'): Visitor {
  const visitor = new Visitor({ stopAt: (url) => url.origin === portal });
  open.push(visitor);
  return visitor;
}

describe('the Carsat’s account page', () => {
  it('signs in with FranceConnect, greets, and signs out', async () => {
    const sandbox = await started();
    const visitor = visitorOf();
    const choice = await visitor.get(`${sandbox.urls.carsat}/mon-compte`);
    expect(choice.url.origin).toBe(sandbox.urls.franceConnect);
    const information = await visitor.submit(choice, '/identity', { login: 'simone' });
    expect(information.text).toContain('Continuer vers Carsat de l’Exemple');

    const account = await visitor.submit(information, '/continue');
    expect(account.url.href).toBe(`${sandbox.urls.carsat}/mon-compte`);
    expect(account.text).toContain('Bonjour Simone');
    // Nothing of the way in stays in the address.
    expect(account.url.search).toBe('');

    const leaving = await visitor.submit(account, '/deconnexion');
    const gone = await visitor.submit(leaving, '/session/end/confirm');
    expect(gone.text).toContain('Vous êtes déconnecté');
    expect((await visitor.get(`${sandbox.urls.carsat}/mon-compte`)).text).toContain('Qui voulez-vous être');
  });

  it('does not ask who one is when the portal has just asked', async () => {
    const sandbox = await started();
    const visitor = visitorOf();
    const authorize = new URL(`${sandbox.urls.franceConnectIssuer}/authorize`);
    authorize.search = new URLSearchParams({
      client_id: 'portail-bac-a-sable',
      redirect_uri: 'http://portal.localhost:1/callback',
      scope: 'openid identite_pivot',
      response_type: 'code',
      state: 'état',
      nonce: 'n'.repeat(32),
      acr_values: 'eidas1',
    }).toString();
    const information = await visitor.submit(await visitor.get(authorize), '/identity', { login: 'camille' });
    await visitor.submit(information, '/continue');

    const second = await visitor.get(`${sandbox.urls.carsat}/mon-compte`);
    expect(second.text).not.toContain('Qui voulez-vous être');
    expect((await visitor.submit(second, '/continue')).text).toContain('Bonjour Camille');
  });

  it('says what to do when the person refuses, or comes back with what is not theirs', async () => {
    const sandbox = await started();
    const visitor = visitorOf();
    const refused = await visitor.submit(await visitor.get(`${sandbox.urls.carsat}/mon-compte`), '/refuse');
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Nous n’avons pas pu vous connecter');
    await visitor.get(`${sandbox.urls.carsat}/mon-compte`);
    const forged = await visitor.get(`${sandbox.urls.carsat}/callback?code=abc&state=def`);
    expect(forged.text).toContain('Nous n’avons pas pu vous connecter');
  });

  it('goes on after FranceConnect has changed its keys, and after it was down', async () => {
    const sandbox = await started();
    const visitor = visitorOf();
    sandbox.faults.set('franceconnect', { mode: 'wrong' });
    expect((await visitor.get(`${sandbox.urls.carsat}/mon-compte`)).status).toBe(400);
    sandbox.faults.reset();
    const choice = await visitor.get(`${sandbox.urls.carsat}/mon-compte`);
    const information = await visitor.submit(choice, '/identity', { login: 'marc' });
    await sandbox.rotateFranceConnectKeys({ forget: true });
    expect((await visitor.submit(information, '/continue')).text).toContain('Bonjour Marc');
  });
});

describe('the sandbox', () => {
  it('asks the portal for its public keys, and again for one that it has not seen', async () => {
    const keys: JWK[] = [];
    let fetched = 0;
    const portal = await jwksServer(() => {
      fetched += 1;
      return { keys };
    });
    const sandbox = await started(`http://portal.localhost:${portal.port}`);
    const first = await newKey('first', keys);
    const about = (key: CryptoKey, kid: string) => ({
      url: `${sandbox.urls.suppliers}/cpf/v3/compte_formation/solde`,
      audience: 'cpf',
      login: 'camille',
      key,
      kid,
      now: new Date(NOW),
    });
    expect((await ask(about(first, 'first'))).status).toBe(200);
    expect((await ask(about(first, 'first'))).status).toBe(200);
    expect(fetched).toBe(1);

    const second = await newKey('second', keys);
    expect((await ask(about(second, 'second'))).status).toBe(200);
    expect(fetched).toBe(2);
  });

  it('learns the portal’s origin afterwards', async () => {
    const sandbox = await started();
    sandbox.registerPortal('http://portal.localhost:2');
    const authorize = new URL(`${sandbox.urls.franceConnectIssuer}/authorize`);
    authorize.search = new URLSearchParams({
      client_id: 'portail-bac-a-sable',
      redirect_uri: 'http://portal.localhost:2/callback',
      scope: 'openid',
      response_type: 'code',
      state: 's',
      nonce: 'n'.repeat(22),
      acr_values: 'eidas1',
    }).toString();
    expect((await visitorOf().get(authorize)).text).toContain('Qui voulez-vous être');
  });

  it('says that it is there, on both loopback addresses', async () => {
    const sandbox = await started();
    const { port } = new URL(sandbox.urls.suppliers);
    for (const host of ['127.0.0.1', '[::1]']) {
      expect((await fetch(`http://${host}:${port}/healthz`)).status).toBe(200);
    }
  });

  it('closes at once although somebody hangs on the line', async () => {
    const sandbox = await startSandbox({ portalOrigin: 'http://portal.localhost:1', clock: clockAt(NOW) });
    sandbox.faults.set('cnaf', { mode: 'hang' });
    const waiting = fetch(`${sandbox.urls.suppliers}/cnaf/x`, { method: 'POST' });
    const broken = expect(waiting).rejects.toThrow();
    // The server must have taken the call before it is closed.
    await fetch(`${sandbox.urls.suppliers}/healthz`);
    await sandbox.close();
    await broken;
  });

  it('refuses a port that is taken, and leaves the other one free', async () => {
    const taken = await jwksServer(() => ({}));
    const free = await listen(0, (_request, response) => response.end());
    await free.close();
    const ports = { franceConnect: free.port, sandbox: taken.port };
    await expect(startSandbox({ portalOrigin: 'http://portal.localhost:1', ports })).rejects.toThrow(
      'EADDRINUSE',
    );
    const again = createServer();
    await new Promise<void>((resolve) => again.listen(free.port, '127.0.0.1', resolve));
    await new Promise((resolve) => again.close(resolve));
  });
});

async function jwksServer(jwks: () => object): Promise<Listening> {
  const server = await listen(0, (_request, response) => {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(jwks()));
  });
  open.push(server);
  return server;
}

async function newKey(kid: string, published: JWK[]): Promise<CryptoKey> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA');
  published.push({ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' });
  return privateKey;
}
