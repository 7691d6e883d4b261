/** `checktoken` as a data provider outside the sandbox meets it: over HTTP, with keys of its own. */
import {
  compactDecrypt,
  createRemoteJWKSet,
  customFetch,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  type CryptoKey,
  type JWK,
} from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listen, type Listening } from '../listen.ts';
import { createLoopbackFetch } from '../loopback.ts';
import { Visitor } from '../visitor.ts';
import { createFranceConnect, type FranceConnect } from './app.ts';
import { carsatClient, portalClient, PORTAL_CLIENT } from './clients.ts';
import type { DataProvider } from './data-providers.ts';
import { signedInTokens } from './signed-in-token.ts';

const PORTAL = 'http://portal.localhost:1';
const CARSAT = 'http://carsat.localhost:1';
const loopback = createLoopbackFetch();

let franceConnect: FranceConnect;
let server: Listening;
let keyServer: Listening;
let published: { keys: JWK[] };
let keys: { rsa: CryptoKey; ec: CryptoKey };
let later = 0;

const RSA: Omit<DataProvider, 'keys'> = {
  id: 'fd-rsa',
  secret: 'secret-rsa',
  name: 'Fournisseur à clé RSA',
  scopes: ['droits_assurance_maladie', 'cnam_beneficiaires'],
  encryption: 'RSA-OAEP-256',
};
const EC: Omit<DataProvider, 'keys'> = {
  id: 'fd-ec',
  secret: 'secret-ec',
  name: 'Fournisseur à clé elliptique',
  scopes: ['prime_activite'],
  encryption: 'ECDH-ES',
};

beforeAll(async () => {
  const rsa = await generateKeyPair('RSA-OAEP-256', { extractable: true });
  const ec = await generateKeyPair('ECDH-ES', { extractable: true });
  keys = { rsa: rsa.privateKey, ec: ec.privateKey };
  const signing = await generateKeyPair('ES256', { extractable: true });
  published = {
    keys: [
      // A provider publishes other keys too: this one must not be taken.
      { ...(await exportJWK(signing.publicKey)), use: 'sig', alg: 'ES256' },
      { ...(await exportJWK(ec.publicKey)), use: 'enc', kid: 'ec-1' },
    ],
  };
  keyServer = await listen(0, (_request, response) => {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(published));
  });
  server = await listen(0, (request, response) => {
    franceConnect.listener(request, response);
  });
  franceConnect = await createFranceConnect({
    base: `http://franceconnect.localhost:${server.port}`,
    clients: [portalClient(PORTAL), carsatClient(CARSAT)],
    dataProviders: [
      { ...RSA, keys: { jwks: { keys: [await exportJWK(rsa.publicKey)] } } },
      { ...EC, keys: { jwksUri: `http://fd.localhost:${keyServer.port}/jwks.json` } },
    ],
    fetch: loopback.fetch,
    clock: () => new Date(Date.now() + later * 1000),
  });
});
afterEach(() => {
  later = 0;
});
afterAll(async () => {
  await Promise.all([server.close(), keyServer.close(), loopback.close()]);
});

const tokens = (login: string, scope: string) =>
  signedInTokens({ issuer: franceConnect.issuer, login, scope, callback: `${PORTAL}/callback` });

const post = (form: Record<string, string> | URLSearchParams) =>
  loopback.fetch(`${franceConnect.issuer}/checktoken`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form),
  });
const ask = (asker: Pick<DataProvider, 'id' | 'secret'>, token: string) =>
  post({ client_id: asker.id, client_secret: asker.secret, token });

/** What a data provider makes of the answer, strictly. */
async function open(response: Response, asker: Omit<DataProvider, 'keys'>) {
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/token-introspection+jwt');
  const jwe = await response.text();
  const { plaintext } = await compactDecrypt(jwe, asker.encryption === 'ECDH-ES' ? keys.ec : keys.rsa, {
    keyManagementAlgorithms: [asker.encryption],
    contentEncryptionAlgorithms: ['A256GCM'],
  });
  const jwks = createRemoteJWKSet(new URL(`${franceConnect.issuer}/jwks`), { [customFetch]: loopback.fetch });
  const { payload, protectedHeader } = await jwtVerify(plaintext, jwks, {
    issuer: franceConnect.issuer,
    audience: asker.id,
    algorithms: ['ES256'],
    currentDate: new Date(Date.now() + later * 1000),
  });
  return { jwe, payload, protectedHeader, about: payload.token_introspection as Record<string, unknown> };
}

const inspect = async (asker: Omit<DataProvider, 'keys'>, token: string) =>
  (await open(await ask(asker, token), asker)).about;

describe('a token that is worth something', () => {
  it('is described to a data provider, signed and encrypted to it, and no more than that', async () => {
    const { access_token } = await tokens(
      'camille',
      'identite_pivot droits_assurance_maladie prime_activite',
    );
    const { jwe, payload, protectedHeader, about } = await open(await ask(RSA, access_token), RSA);
    expect(decodeProtectedHeader(jwe)).toMatchObject({ alg: 'RSA-OAEP-256', enc: 'A256GCM' });
    expect(Object.keys(protectedHeader).sort()).toEqual(['alg', 'kid']);
    expect(Object.keys(payload).sort()).toEqual(['aud', 'iat', 'iss', 'token_introspection']);
    expect(about).toEqual({
      active: true,
      aud: PORTAL_CLIENT.id,
      sub: expect.stringMatching(/^[0-9a-f]{64}v1$/) as string,
      iat: expect.any(Number) as number,
      exp: Number(about.iat) + 60,
      acr: 'eidas1',
      jti: expect.any(String) as string,
      scope: 'droits_assurance_maladie',
      gender: 'female',
      family_name: 'EXEMPLE',
      given_name: 'Camille Jeanne Marie',
      given_name_array: ['Camille', 'Jeanne', 'Marie'],
      birthdate: '1991-03-14',
      birthplace: '69990',
      birthcountry: '99100',
    });
    // What may be written down must open nothing.
    expect(about.jti).not.toBe(access_token);
    expect((await inspect(RSA, about.jti as string)).active).toBe(false);
  });

  it('is told to each provider with its own sub and scopes, encrypted to the key it publishes', async () => {
    const { access_token, id_token } = await tokens('lucie', 'droits_assurance_maladie prime_activite');
    const { jwe, about } = await open(await ask(EC, access_token), EC);
    expect(decodeProtectedHeader(jwe)).toMatchObject({ alg: 'ECDH-ES', enc: 'A256GCM', kid: 'ec-1' });
    expect(about.scope).toBe('prime_activite');
    const other = await inspect(RSA, access_token);
    expect(other.sub).not.toBe(about.sub);
    expect(id_token).not.toContain(String(about.sub));
    // And the same one the next time.
    const again = await tokens('lucie', '');
    expect(await inspect(EC, again.access_token)).toMatchObject({ active: true, scope: '', sub: about.sub });
  });

  it('follows a provider that changes its key, and FranceConnect that changes its own', async () => {
    const { access_token } = await tokens('camille', 'prime_activite');
    const next = await generateKeyPair('ECDH-ES', { extractable: true });
    published = { keys: [{ ...(await exportJWK(next.publicKey)), use: 'enc', alg: 'ECDH-ES', kid: 'ec-2' }] };
    keys.ec = next.privateKey;
    await franceConnect.rotateKeys({ forget: true });
    expect(await inspect(EC, access_token)).toMatchObject({ active: true });
  });

  it('is told to nobody while no key can be had', async () => {
    const { access_token } = await tokens('camille', 'prime_activite');
    const before = published;
    published = { keys: [] };
    const response = await ask(EC, access_token);
    published = before;
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('EXEMPLE');
  });
});

describe('a token that is worth nothing', () => {
  const NOTHING = { active: false };

  it('is unknown', async () => {
    expect(await inspect(RSA, 'inconnu')).toEqual(NOTHING);
  });

  it('has expired after a minute, and not before', async () => {
    const { access_token } = await tokens('camille', '');
    later = 58;
    expect(await inspect(RSA, access_token)).toMatchObject({ active: true });
    later = 60;
    expect(await inspect(RSA, access_token)).toEqual(NOTHING);
  });

  it('is an id_token', async () => {
    expect(await inspect(RSA, (await tokens('camille', '')).id_token)).toEqual(NOTHING);
  });

  it('was revoked', async () => {
    const { access_token } = await tokens('camille', '');
    await loopback.fetch(`${franceConnect.issuer}/token/revocation`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        client_id: PORTAL_CLIENT.id,
        client_secret: PORTAL_CLIENT.secret,
        token: access_token,
      }),
    });
    expect(await inspect(RSA, access_token)).toEqual(NOTHING);
  });
});

describe('a token of a person who', () => {
  const visitor = new Visitor({ stopAt: (url) => url.origin === PORTAL });
  afterAll(() => visitor.close());
  const signIn = () =>
    signedInTokens({
      issuer: franceConnect.issuer,
      login: 'camille',
      scope: '',
      callback: `${PORTAL}/callback`,
      visitor,
    });

  it('has signed out is worth nothing', async () => {
    const { access_token, id_token } = await signIn();
    expect(await inspect(RSA, access_token)).toMatchObject({ active: true });
    const leaving = new URL(`${franceConnect.issuer}/session/end`);
    leaving.searchParams.set('id_token_hint', id_token);
    await visitor.submit(await visitor.get(leaving), '/session/end/confirm');
    expect(await inspect(RSA, access_token)).toEqual({ active: false });
  });

  it('has left the place to somebody else is worth nothing', async () => {
    const { access_token } = await signIn();
    await visitor.submit(
      await visitor.get(authorize(`${PORTAL}/callback`, PORTAL_CLIENT.id, 'openid')),
      '/change',
    );
    expect(await inspect(RSA, access_token)).toEqual({ active: false });
  });
});

describe('a data provider', () => {
  it.each(['client_id', 'client_secret', 'token'])('must send %s', async (name) => {
    const form: Record<string, string> = { client_id: RSA.id, client_secret: RSA.secret, token: 'x' };
    const empty = { ...form, [name]: '' };
    const twice = new URLSearchParams(form);
    twice.append(name, form[name] ?? '');
    for (const wrong of [without(form, name), empty, twice]) {
      const response = await post(wrong);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({
        error: 'invalid_request',
        error_description: 'Required parameter missing or invalid.',
      });
    }
  });

  it.each([
    ['unknown', { id: 'inconnu', secret: RSA.secret }],
    ['with another’s secret', { id: RSA.id, secret: EC.secret }],
    ['that is a service', PORTAL_CLIENT],
  ])('%s is not answered', async (_name, asker) => {
    const response = await ask(asker, (await tokens('camille', '')).access_token);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      error: 'invalid_client',
      error_description: 'Client authentication failed.',
    });
  });

  it('sends a form of a sensible size, by POST', async () => {
    const huge = { client_id: RSA.id, client_secret: RSA.secret, token: 'x'.repeat(20_000) };
    expect((await post(huge)).status).toBe(400);
    expect((await loopback.fetch(`${franceConnect.issuer}/checktoken`)).status).toBe(404);
  });
});

describe('a service', () => {
  const visitor = new Visitor({ stopAt: (url) => url.origin === CARSAT || url.origin === PORTAL });
  afterAll(() => visitor.close());

  it('gets the data scopes that it is registered for', async () => {
    const { scope } = await tokens('camille', 'droits_assurance_maladie api_fc-liste-paiementsv1');
    expect(scope.split(' ').sort()).toEqual(
      ['api_fc-liste-paiementsv1', 'droits_assurance_maladie', 'openid'].sort(),
    );
  });

  it('is sent back when it asks for others', async () => {
    const { url } = await visitor.get(
      authorize(`${CARSAT}/callback`, 'carsat-bac-a-sable', 'openid droits_assurance_maladie'),
    );
    expect(url.origin).toBe(CARSAT);
    expect(url.searchParams.get('error')).toBe('invalid_scope');
  });

  it('has the person told which data it may ask for, and of whom', async () => {
    const choice = await visitor.get(
      authorize(`${PORTAL}/callback`, PORTAL_CLIENT.id, 'openid given_name api_fc-liste-paiementsv1'),
    );
    const information = await visitor.submit(choice, '/identity', { login: 'camille' });
    expect(information.text).toContain('Paiements de France Travail');
    expect(information.text).not.toContain('Indemnités journalières');
  });
});

const without = (form: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(form).filter(([key]) => key !== name));

function authorize(callback: string, client: string, scope: string): URL {
  const url = new URL(`${franceConnect.issuer}/authorize`);
  url.search = new URLSearchParams({
    client_id: client,
    redirect_uri: callback,
    scope,
    response_type: 'code',
    state: 's',
    nonce: 'n'.repeat(22),
    acr_values: 'eidas1',
  }).toString();
  return url;
}
