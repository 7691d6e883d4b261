import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as openid from 'openid-client';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { createLoopbackFetch } from '../loopback.ts';
import { listen, type Listening } from '../listen.ts';
import { Visitor, type Visit } from '../visitor.ts';
import { createFranceConnect, type FranceConnect } from './app.ts';
import { carsatClient, CARSAT_CLIENT, PORTAL_CLIENT, portalClient } from './clients.ts';

const PORTAL = 'http://portal.localhost:1';
const CARSAT = 'http://carsat.localhost:1';
const NONCE = 'n'.repeat(22);

let franceConnect: FranceConnect;
let server: Listening;
const loopback = createLoopbackFetch();

beforeAll(async () => {
  server = await listen(0, (request, response) => {
    franceConnect.listener(request, response);
  });
  franceConnect = await createFranceConnect({
    base: `http://franceconnect.localhost:${server.port}`,
    clients: [portalClient(PORTAL), carsatClient(CARSAT)],
    fetch: loopback.fetch,
  });
});

afterAll(async () => {
  await server.close();
  await loopback.close();
});

const newVisitor = () =>
  new Visitor({
    stopAt: (url) => url.hostname === 'portal.localhost' || url.hostname === 'carsat.localhost',
  });

const asked = {
  client_id: PORTAL_CLIENT.id,
  redirect_uri: `${PORTAL}/callback`,
  scope: 'openid identite_pivot email',
  response_type: 'code',
  state: 'state-of-the-test',
  nonce: NONCE,
  acr_values: 'eidas1',
};

function authorizeUrl(changes: Record<string, string | undefined> = {}): URL {
  const url = new URL(`${franceConnect.issuer}/authorize`);
  for (const [name, value] of Object.entries<string | undefined>({ ...asked, ...changes })) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

async function configurationOf(client: { id: string; secret: string }) {
  const configuration = await openid.discovery(
    new URL(franceConnect.issuer),
    client.id,
    { id_token_signed_response_alg: 'ES256', userinfo_signed_response_alg: 'ES256' },
    openid.ClientSecretPost(client.secret),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- loopback has no TLS
    { execute: [openid.allowInsecureRequests], [openid.customFetch]: loopback.fetch },
  );
  openid.enableNonRepudiationChecks(configuration);
  return configuration;
}

async function signIn(visitor: Visitor, login: string, url = authorizeUrl()): Promise<Visit> {
  const choice = await visitor.get(url);
  const information = await visitor.submit(choice, '/identity', { login });
  return visitor.submit(information, '/continue');
}

const exchange = async (
  client: { id: string; secret: string },
  callback: URL,
): Promise<openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers> =>
  openid.authorizationCodeGrant(await configurationOf(client), callback, {
    expectedNonce: NONCE,
    expectedState: asked.state,
  });

describe('an authorization request', () => {
  it.each(['client_id', 'redirect_uri', 'scope', 'response_type', 'state', 'nonce', 'acr_values'])(
    'without %s gets a page of FranceConnect, not a redirect',
    async (name) => {
      const visit = await newVisitor().get(authorizeUrl({ [name]: undefined }));
      expect(visit.status).toBe(400);
      expect(visit.text).toContain('Y030007');
      expect(visit.text).toContain(name);
    },
  );

  it.each([
    ['a short nonce', { nonce: 'n'.repeat(21) }],
    ['prompt=none', { prompt: 'none' }],
    ['prompt=select_account', { prompt: 'select_account' }],
    ['an empty prompt', { prompt: '' }],
    ['a scope without openid', { scope: 'identite_pivot' }],
  ])('with %s gets that page too', async (_name, changes) => {
    const visit = await newVisitor().get(authorizeUrl(changes));
    expect(visit.status).toBe(400);
    expect(visit.text).toContain('Y030007');
  });

  it('with a repeated parameter gets that page too', async () => {
    const url = authorizeUrl();
    url.searchParams.append('nonce', NONCE);
    expect((await newVisitor().get(url)).text).toContain('Y030007');
  });

  it.each([
    ['an address that nobody registered', { redirect_uri: 'http://portal.localhost:1/elsewhere' }],
    ['that address and a level too high', { redirect_uri: 'http://evil.localhost:1/', acr_values: 'eidas3' }],
    ['an unknown client', { client_id: 'inconnu' }],
  ])('with %s is never redirected', async (_name, changes) => {
    const visit = await newVisitor().get(authorizeUrl(changes));
    expect(visit.status).toBe(400);
    expect(visit.url.hostname).toBe('franceconnect.localhost');
  });

  it.each(['eidas2', 'eidas3', 'eidas2 eidas3'])(
    'for %s alone goes back with invalid_acr',
    async (acr_values) => {
      const { url } = await newVisitor().get(authorizeUrl({ acr_values }));
      expect(url.origin + url.pathname).toBe(`${PORTAL}/callback`);
      expect(Object.fromEntries(url.searchParams)).toMatchObject({
        error: 'invalid_acr',
        state: asked.state,
        iss: franceConnect.issuer,
      });
    },
  );

  it.each(['eidas1', 'eidas2 eidas1', 'niveau-inconnu'])('for %s is taken as eidas1', async (acr_values) => {
    const visit = await newVisitor().get(authorizeUrl({ acr_values }));
    expect(visit.status).toBe(200);
    expect(visit.text).toContain('Qui voulez-vous être');
  });

  it('may be posted', async () => {
    const url = authorizeUrl();
    const visit = await newVisitor().post(url.origin + url.pathname, Object.fromEntries(url.searchParams));
    expect(visit.text).toContain('Qui voulez-vous être');
  });
});

describe('signing in', () => {
  it('gives a code, a minute’s token, an id_token and a signed identity', async () => {
    const { url } = await signIn(newVisitor(), 'camille');
    expect([...url.searchParams.keys()].sort()).toEqual(['code', 'iss', 'state']);

    const tokens = await exchange(PORTAL_CLIENT, url);
    expect(Object.keys(tokens).sort()).toEqual([
      'access_token',
      'expires_in',
      'id_token',
      'scope',
      'token_type',
    ]);
    expect(tokens.expires_in).toBe(60);
    const claims = decodeJwt(tokens.id_token ?? '');
    expect(decodeProtectedHeader(tokens.id_token ?? '').alg).toBe('ES256');
    expect(Object.keys(claims).sort()).toEqual([
      'acr',
      'at_hash',
      'aud',
      'auth_time',
      'exp',
      'iat',
      'iss',
      'nonce',
      'sub',
    ]);
    expect(claims.acr).toBe('eidas1');
    expect(claims.sub).toMatch(/^[0-9a-f]{64}v1$/);

    const identity = await openid.fetchUserInfo(
      await configurationOf(PORTAL_CLIENT),
      tokens.access_token,
      claims.sub ?? '',
    );
    expect(identity).toMatchObject({
      given_name: 'Camille Jeanne Marie',
      given_name_array: ['Camille', 'Jeanne', 'Marie'],
      family_name: 'EXEMPLE',
      birthdate: '1991-03-14',
      gender: 'female',
      birthplace: '69990',
      birthcountry: '99100',
      iss: franceConnect.issuer,
      aud: PORTAL_CLIENT.id,
    });
  });

  it('hands the identity over as a signed token', async () => {
    const tokens = await exchange(PORTAL_CLIENT, (await signIn(newVisitor(), 'ange')).url);
    const response = await loopback.fetch(`${franceConnect.issuer}/userinfo`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(response.headers.get('content-type')).toMatch(/^application\/jwt/);
    const jwt = await response.text();
    expect(decodeProtectedHeader(jwt).alg).toBe('ES256');
    expect(decodeJwt(jwt)).toMatchObject({
      birthplace: '2A990',
      aud: PORTAL_CLIENT.id,
      iss: franceConnect.issuer,
    });
  });

  it('tells amr only to who asks', async () => {
    const url = authorizeUrl({ claims: JSON.stringify({ id_token: { amr: { essential: true } } }) });
    const tokens = await exchange(PORTAL_CLIENT, (await signIn(newVisitor(), 'camille', url)).url);
    expect(decodeJwt(tokens.id_token ?? '').amr).toEqual(['pwd']);
  });

  it('shows before going on what is handed over, and only what was asked', async () => {
    const visitor = newVisitor();
    const choice = await visitor.get(authorizeUrl({ scope: 'openid given_name' }));
    const information = await visitor.submit(choice, '/identity', { login: 'camille' });
    expect(information.text).toContain('Continuer vers Mes droits sociaux');
    expect(information.text).toContain('Camille Jeanne Marie');
    expect(information.text).not.toContain('EXEMPLE');
    expect(information.url.href).not.toContain('camille');
  });

  it('skips that page for prompt=login alone', async () => {
    const visitor = newVisitor();
    const choice = await visitor.get(authorizeUrl({ prompt: 'login' }));
    const { url } = await visitor.submit(choice, '/identity', { login: 'camille' });
    expect(url.searchParams.has('code')).toBe(true);
  });

  it('can be refused before and after the choice', async () => {
    const before = newVisitor();
    const refused = await before.submit(await before.get(authorizeUrl()), '/refuse');
    expect(Object.fromEntries(refused.url.searchParams)).toMatchObject({
      error: 'access_denied',
      error_description: 'User auth aborted',
      state: asked.state,
      iss: franceConnect.issuer,
    });
    const after = newVisitor();
    const information = await after.submit(await after.get(authorizeUrl()), '/identity', { login: 'marc' });
    expect((await after.submit(information, '/refuse')).url.searchParams.get('error')).toBe('access_denied');
  });

  it('lets a code serve once', async () => {
    const { url } = await signIn(newVisitor(), 'camille');
    await exchange(PORTAL_CLIENT, url);
    await expect(exchange(PORTAL_CLIENT, url)).rejects.toThrow();
  });

  it('gives nothing to a client with another secret', async () => {
    const { url } = await signIn(newVisitor(), 'camille');
    await expect(exchange({ id: PORTAL_CLIENT.id, secret: 'autre' }, url)).rejects.toThrow();
  });

  it('gives the same person another sub at another service, and the same one again at the same', async () => {
    const carsat = { client_id: CARSAT_CLIENT.id, redirect_uri: `${CARSAT}/callback` };
    const subs = [];
    for (const [client, changes] of [
      [PORTAL_CLIENT, {}],
      [PORTAL_CLIENT, {}],
      [CARSAT_CLIENT, carsat],
    ] as const) {
      const { url } = await signIn(newVisitor(), 'camille', authorizeUrl(changes));
      subs.push(decodeJwt((await exchange(client, url)).id_token ?? '').sub);
    }
    expect(subs[0]).toBe(subs[1]);
    expect(subs[2]).not.toBe(subs[0]);
  });

  it('forgets a token that is revoked', async () => {
    const configuration = await configurationOf(PORTAL_CLIENT);
    const tokens = await exchange(PORTAL_CLIENT, (await signIn(newVisitor(), 'camille')).url);
    await openid.tokenRevocation(configuration, tokens.access_token);
    await expect(
      openid.fetchUserInfo(configuration, tokens.access_token, decodeJwt(tokens.id_token ?? '').sub ?? ''),
    ).rejects.toThrow();
  });
});

describe('a session', () => {
  const atCarsat = () => authorizeUrl({ client_id: CARSAT_CLIENT.id, redirect_uri: `${CARSAT}/callback` });

  it('spares the second service the choice of an identity', async () => {
    const visitor = newVisitor();
    await signIn(visitor, 'simone');
    const second = await visitor.get(atCarsat());
    expect(second.text).toContain('Continuer vers Carsat de l’Exemple');
    expect(second.text).not.toContain('Qui voulez-vous être');
    const { url } = await visitor.submit(second, '/continue');
    expect(url.origin).toBe(CARSAT);
    expect(url.searchParams.has('code')).toBe(true);
  });

  it('lives in a cookie that comes along on links from other sites', async () => {
    const visitor = newVisitor();
    await signIn(visitor, 'simone');
    expect(visitor.cookie('franceconnect.localhost', 'fc_session_id')).toBeDefined();
    const choice = await newVisitor().get(authorizeUrl());
    const cookie = choice.headers.getSetCookie().join('\n');
    expect(cookie).not.toMatch(/samesite=(strict|none)/i);
  });

  it('can be left for another person', async () => {
    const visitor = newVisitor();
    await signIn(visitor, 'simone');
    const choice = await visitor.submit(await visitor.get(authorizeUrl()), '/change');
    expect(choice.text).toContain('Qui voulez-vous être');
    const information = await visitor.submit(choice, '/identity', { login: 'marc' });
    const { url } = await visitor.submit(information, '/continue');
    const tokens = await exchange(PORTAL_CLIENT, url);
    const identity = await openid.fetchUserInfo(
      await configurationOf(PORTAL_CLIENT),
      tokens.access_token,
      decodeJwt(tokens.id_token ?? '').sub ?? '',
    );
    expect(identity.given_name).toBe('Marc Antoine');
  });

  const endUrl = (changes: Record<string, string>) => {
    const url = new URL(`${franceConnect.issuer}/session/end`);
    for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
    return url;
  };

  it('ends for who shows the id_token, and returns to the registered address', async () => {
    const visitor = newVisitor();
    const tokens = await exchange(PORTAL_CLIENT, (await signIn(visitor, 'camille')).url);
    const leaving = await visitor.get(
      endUrl({
        id_token_hint: tokens.id_token ?? '',
        post_logout_redirect_uri: `${PORTAL}/signed-out`,
        state: 'au-revoir',
      }),
    );
    expect(leaving.text).toContain('/assets/submit.js');
    const { url } = await visitor.submit(leaving, '/session/end/confirm');
    expect(url.href).toBe(`${PORTAL}/signed-out?state=au-revoir`);
    expect((await visitor.get(authorizeUrl())).text).toContain('Qui voulez-vous être');
  });

  it('does not end without it, nor towards an address that nobody registered', async () => {
    const visitor = newVisitor();
    const tokens = await exchange(PORTAL_CLIENT, (await signIn(visitor, 'camille')).url);
    const refused = [
      endUrl({ post_logout_redirect_uri: `${PORTAL}/signed-out` }),
      endUrl({ id_token_hint: 'abc' }),
      endUrl({ id_token_hint: tokens.id_token ?? '', post_logout_redirect_uri: 'http://evil.localhost:1/' }),
    ];
    for (const url of refused) expect((await visitor.get(url)).status).toBe(400);
    expect((await visitor.get(authorizeUrl())).text).toContain('Continuer vers');
  });
});

describe('time', () => {
  const after = (seconds: number) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });
  };
  afterEach(() => vi.useRealTimers());

  it('leaves a code half a minute', async () => {
    const { url } = await signIn(newVisitor(), 'camille');
    after(31);
    await expect(exchange(PORTAL_CLIENT, url)).rejects.toThrow();
  });

  it('leaves a token one minute', async () => {
    const tokens = await exchange(PORTAL_CLIENT, (await signIn(newVisitor(), 'camille')).url);
    after(61);
    const response = await loopback.fetch(`${franceConnect.issuer}/userinfo`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(response.status).toBe(401);
  });

  it('leaves a session half an hour from its last use', async () => {
    const visitor = newVisitor();
    await signIn(visitor, 'camille');
    after(20 * 60);
    await visitor.submit(await visitor.get(authorizeUrl()), '/continue');
    after(20 * 60);
    const stillThere = await visitor.get(authorizeUrl());
    expect(stillThere.text).toContain('Continuer vers');
    await visitor.submit(stillThere, '/continue');
    after(31 * 60);
    expect((await visitor.get(authorizeUrl())).text).toContain('Qui voulez-vous être');
  });
});

describe('rotating the keys', () => {
  const kidOf = async (visitor: Visitor) =>
    decodeProtectedHeader(
      (await exchange(PORTAL_CLIENT, (await signIn(visitor, 'camille')).url)).id_token ?? '',
    ).kid;
  const published = async (): Promise<string[]> => {
    const response = await loopback.fetch(`${franceConnect.issuer}/jwks`);
    const { keys } = (await response.json()) as { keys: { kid: string }[] };
    return keys.map(({ kid }) => kid);
  };

  it('signs with a new key while running, keeps the sessions, and publishes the key before', async () => {
    const visitor = newVisitor();
    const before = await kidOf(visitor);
    const response = await loopback.fetch(`${franceConnect.issuer.replace('/api/v2', '')}/_keys/rotate`, {
      method: 'PUT',
    });
    expect(response.status).toBe(204);
    const second = await visitor.submit(await visitor.get(authorizeUrl()), '/continue');
    const after = decodeProtectedHeader((await exchange(PORTAL_CLIENT, second.url)).id_token ?? '').kid;
    expect(after).not.toBe(before);
    expect(await published()).toEqual([after, before]);
  });

  it('can forget the key before', async () => {
    await franceConnect.rotateKeys({ forget: true });
    expect(await published()).toHaveLength(1);
  });
});
