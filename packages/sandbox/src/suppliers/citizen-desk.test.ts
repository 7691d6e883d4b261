/** The suppliers, asked with the citizen's own token: everything over HTTP, sign-in included. */
import { generateKeyPair, type CryptoKey } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clockAt } from '../clock.ts';
import { ALL_DATA_SCOPES, DATA_PROVIDERS } from '../france-connect/data-providers.ts';
import { signedInTokens } from '../france-connect/signed-in-token.ts';
import { startSandbox, type Sandbox } from '../start.ts';
import { SUPPLIERS } from '../suppliers.ts';
import { ask } from './asking.ts';
import { franceConnectPath } from './citizen-desk.ts';

const NOW = '2026-11-22T09:30:00Z';
const PORTAL = 'http://portal.localhost:1';

let sandbox: Sandbox;
let key: CryptoKey;
let later = 0;

beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA');
  key = pair.privateKey;
  sandbox = await startSandbox({
    portalOrigin: PORTAL,
    assertionKeys: pair.publicKey,
    clock: clockAt(NOW),
    franceConnectClock: () => new Date(Date.now() + later * 1000),
  });
});
afterEach(() => {
  later = 0;
  sandbox.faults.reset();
});
afterAll(() => sandbox.close());

async function tokenOf(login: string, scope: string, callback = `${PORTAL}/callback`): Promise<string> {
  const issuer = sandbox.urls.franceConnectIssuer;
  return (await signedInTokens({ issuer, login, scope, callback })).access_token;
}

type Body = {
  data?: Record<string, unknown>;
  meta?: { jti: string; scopes: string[] };
  errors?: { code: string; title: string; detail: null; source: null; meta: { provider: string } }[];
};
type Told = { status: number; type: string | null; body: Body; text: string };

async function get(path: string, init: RequestInit, query = '?recipient=00000000000000'): Promise<Told> {
  const response = await fetch(`${sandbox.urls.suppliers}${path}${query}`, {
    ...init,
    signal: AbortSignal.timeout(8_000),
  });
  const text = await response.text();
  const type = response.headers.get('content-type');
  return { status: response.status, type, text, body: JSON.parse(text) as Body };
}
const withToken = (path: string, token: string, query?: string) =>
  get(path, { headers: { Authorization: `Bearer ${token}` } }, query);

const COVER = '/cnam/v3/assurance_maladie/droits/france_connect';
const C2S = '/cnam/v3/dss/complementaire_sante_solidaire/france_connect';
const FAMILY = '/cnaf/v3/dss/prestations/famille/france_connect';
const WORK = '/cnaf/v3/dss/prestations/emploi/france_connect';
const PAYMENTS = '/france-travail/v3/france_travail/indemnites/france_connect';
const RSA = '/departement/v3/dss/revenu_solidarite_active/france_connect';

describe('a supplier, asked with the citizen’s own token', () => {
  it('answers in its envelope, and names the scopes that counted', async () => {
    const { status, type, body } = await withToken(
      WORK,
      await tokenOf('camille', 'prime_activite droits_assurance_maladie'),
    );
    expect(status).toBe(200);
    expect(type).toMatch(/^application\/json/);
    expect(Object.keys(body).sort()).toEqual(['data', 'links', 'meta']);
    expect(body.meta?.scopes).toEqual(['prime_activite']);
    expect(body.data).toMatchObject({
      date_situation: '2026-11-22T09:30:00.000Z',
      prestations: [{ code: 'prime_activite', montant: { valeur: 218.64, periodicite: 'mensuelle' } }],
    });
  });

  it('says the same as to a signed assertion where the scopes cover all of it', async () => {
    const all = ALL_DATA_SCOPES.join(' ');
    let compared = 0;
    for (const login of ['camille', 'lucie', 'zoe']) {
      const token = await tokenOf(login, all);
      for (const { id, resources } of SUPPLIERS) {
        for (const [path, resource] of Object.entries(resources)) {
          // The branches hold benefits for which there is no scope.
          if (!resource.franceConnect || path.includes('/prestations/')) continue;
          const posted = await ask({
            url: `${sandbox.urls.suppliers}/${id}${path}`,
            audience: id,
            login,
            key,
            now: new Date(NOW),
          });
          const own = await withToken(`/${id}${franceConnectPath(path)}`, token);
          expect(own.status, `${login} ${id} ${path}`).toBe(posted.status);
          expect(own.body.data).toEqual(((await posted.json()) as Body).data);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(10);
  });

  it('tells twins apart, and namesakes born the same day', async () => {
    const scope = 'droits_assurance_maladie cnam_beneficiaires';
    for (const login of ['lea', 'zoe', 'jean', 'jean-de-nice']) {
      const [own, posted] = await Promise.all([
        withToken(COVER, await tokenOf(login, scope)),
        ask({
          url: `${sandbox.urls.suppliers}/cnam/v3/assurance_maladie/droits`,
          audience: 'cnam',
          login,
          key,
          now: new Date(NOW),
        }),
      ]);
      expect(own.status).toBe(posted.status);
      const { data } = (await posted.json()) as Body;
      expect(own.body.data?.date_debut).toBe(data?.date_debut);
    }
  });

  it('has no file of who has just arrived', async () => {
    const { status, body } = await withToken(C2S, await tokenOf('yann', 'complementaire_sante_solidaire'));
    expect(status).toBe(404);
    expect(body.errors).toMatchObject([{ code: '35003', meta: { provider: 'CNAM' } }]);
  });

  it('is broken as it is for everybody', async () => {
    const token = await tokenOf('camille', 'prime_activite');
    sandbox.faults.set('cnaf', { mode: 'absent' });
    expect((await withToken(WORK, token)).body.errors).toMatchObject([{ code: '23003' }]);
    sandbox.faults.set('cnaf', { mode: 'other-person' });
    expect((await withToken(WORK, token)).body.meta?.jti).toMatch(/-autre$/);
    sandbox.faults.set('cnaf', { mode: 'gateway-timeout' });
    expect((await withToken(WORK, token)).status).toBe(504);
  });

  it('goes on when FranceConnect has changed its keys', async () => {
    const token = await tokenOf('camille', 'prime_activite');
    expect((await withToken(WORK, token)).status).toBe(200);
    await sandbox.rotateFranceConnectKeys({ forget: true });
    expect((await withToken(WORK, token)).status).toBe(200);
  });
});

describe('what the scopes do not name', () => {
  const fieldsOf = async (path: string, login: string, scope: string) =>
    Object.keys((await withToken(path, await tokenOf(login, scope))).body.data ?? {}).filter(
      (field) => field !== 'date_situation' && field !== 'actualites',
    );

  it.each([
    [COVER, 'droits_assurance_maladie', ['droits_ouverts', 'date_debut', 'date_fin']],
    [COVER, 'cnam_beneficiaires cnam_caisse', ['beneficiaires']],
    [COVER, 'cnam_paiements_ij', ['indemnites_journalieres']],
    [RSA, 'revenu_solidarite_active', ['est_beneficiaire', 'date_debut_droit', 'montant_mensuel']],
    [RSA, 'revenu_solidarite_active_majoration', ['avec_majoration']],
    [PAYMENTS, 'api_fc-liste-paiementsv1', ['identifiant', 'paiements']],
  ])('is absent: %s for %s', async (path, scope, fields) => {
    expect((await fieldsOf(path, 'camille', scope)).sort()).toEqual([...fields].sort());
  });

  it('is absent from lists too: other benefits, and the children', async () => {
    const alone = await withToken(FAMILY, await tokenOf('camille', 'allocation_soutien_familial'));
    expect(alone.body.data?.prestations).toMatchObject([
      { code: 'allocation_soutien_familial', beneficiaires: [] },
    ]);
    expect(alone.text).not.toContain('Louise');
    const named = await withToken(
      FAMILY,
      await tokenOf('camille', 'allocation_soutien_familial cnaf_enfants'),
    );
    expect(named.body.data?.prestations).toMatchObject([
      { beneficiaires: [{ lien: 'enfant', prenom: 'Louise' }, { prenom: 'Gabin' }] },
    ]);
  });
});

describe('a token that will not do', () => {
  const refusal = async (told: Promise<Told>) => {
    const { status, body } = await told;
    expect(body.data).toBeUndefined();
    expect(body.errors).toHaveLength(1);
    expect(Object.keys(body.errors?.[0] ?? {}).sort()).toEqual(['code', 'detail', 'meta', 'source', 'title']);
    return [status, body.errors?.[0]?.code];
  };

  it.each([
    ['absent', undefined, [401, '50004']],
    ['of another kind', 'Basic Y2FtaWxsZQ==', [401, '50001']],
    ['empty', 'Bearer ', [401, '50001']],
    ['that breaks a line', 'Bearer a b', [401, '50001']],
    ['unknown', 'Bearer inconnu', [401, '50002']],
    ['that is the supplier’s key', 'Bearer bac-a-sable-cnaf', [401, '50002']],
  ])('%s is refused', async (_name, authorization, refused) => {
    const headers = authorization === undefined ? {} : { Authorization: authorization };
    expect(await refusal(get(WORK, { headers }))).toEqual(refused);
  });

  it('is refused after a minute', async () => {
    const token = await tokenOf('camille', 'prime_activite');
    later = 60;
    expect(await refusal(withToken(WORK, token))).toEqual([401, '50002']);
  });

  it('is refused when another FranceConnect gave it', async () => {
    const foreign = await startSandbox({ portalOrigin: PORTAL, clock: clockAt(NOW) });
    try {
      const { access_token } = await signedInTokens({
        issuer: foreign.urls.franceConnectIssuer,
        login: 'camille',
        scope: 'prime_activite',
        callback: `${PORTAL}/callback`,
      });
      expect(await refusal(withToken(WORK, access_token))).toEqual([401, '50002']);
    } finally {
      await foreign.close();
    }
  });

  it.each([
    ['no data scope at all', ''],
    ['another supplier’s scope', 'droits_assurance_maladie'],
    ['the scope of another resource', 'allocation_adulte_handicape'],
    ['a scope that says only whom to name', 'cnaf_enfants'],
  ])('is refused with %s, file or no file', async (_name, scope) => {
    for (const login of ['camille', 'yann']) {
      expect(await refusal(withToken(WORK, await tokenOf(login, scope)))).toEqual([403, '00100']);
    }
  });

  it('is refused when it is a service’s that may not ask for data', async () => {
    const token = await tokenOf('camille', 'given_name', `${sandbox.urls.carsat}/callback`);
    expect(await refusal(withToken(COVER, token))).toEqual([403, '00100']);
  });

  it('does not open what is told to a signed assertion only', async () => {
    const token = await tokenOf('camille', ALL_DATA_SCOPES.join(' '));
    for (const path of ['/cnaf/v3/dss/prestations/logement/france_connect', '/cnaf/autre/france_connect']) {
      expect(await refusal(withToken(path, token))).toEqual([404, '00404']);
    }
    const own = { method: 'POST', headers: { Authorization: `Bearer ${token}` } };
    expect(await refusal(get('/cnaf/v3/dss/prestations/emploi', own))).toEqual([401, '00101']);
    expect(await refusal(get(WORK, own))).toEqual([405, '00405']);
  });

  it.each(['', '?recipient=', '?recipient=123'])('needs a recipient: %j', async (query) => {
    const token = await tokenOf('camille', 'prime_activite');
    expect(await refusal(withToken(WORK, token, query))).toEqual([422, '00203']);
  });

  it('cannot be checked while FranceConnect is down, which is not the token’s fault', async () => {
    const token = await tokenOf('camille', 'prime_activite');
    sandbox.faults.set('franceconnect', { mode: 'dead' });
    expect(await refusal(withToken(WORK, token))).toEqual([504, '00501']);
    sandbox.faults.set('franceconnect', { mode: 'garbage' });
    expect(await refusal(withToken(WORK, token))).toEqual([502, '50999']);
    sandbox.faults.reset();
    expect((await withToken(WORK, token)).status).toBe(200);
  });
});

describe('the data providers', () => {
  it('publish a public key each, and never the other half', async () => {
    for (const { supplier, encryption } of DATA_PROVIDERS) {
      const response = await fetch(`${sandbox.urls.suppliers}/${supplier}/.well-known/jwks.json`);
      const { keys } = (await response.json()) as { keys: Record<string, unknown>[] };
      expect(keys).toMatchObject([{ alg: encryption, use: 'enc' }]);
      expect(keys[0]).not.toHaveProperty('d');
    }
  });

  it('may be told every scope that their resources go by', () => {
    for (const { supplier, scopes } of DATA_PROVIDERS) {
      const resources = SUPPLIERS.find(({ id }) => id === supplier)?.resources ?? {};
      const named = Object.values(resources).flatMap((it) => Object.keys(it.franceConnect ?? {}));
      expect(named.length, supplier).toBeGreaterThan(0);
      // FranceConnect would never let another through: what it shows would stay masked for ever.
      for (const scope of named) expect([...scopes], supplier).toContain(scope);
    }
  });
});
