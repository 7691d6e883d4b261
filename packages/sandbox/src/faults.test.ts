import { request as httpRequest } from 'node:http';
import { generateKeyPair, type CryptoKey } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clockAt } from './clock.ts';
import { FAULT_MODES, FAULTS, type FaultMode } from './faults.ts';
import { startSandbox, type Sandbox } from './start.ts';
import { ask, assertionOf } from './suppliers/asking.ts';

const NOW = '2026-11-22T09:30:00Z';
const PATH = '/v3/dss/prestations/famille';

let sandbox: Sandbox;
let key: CryptoKey;

beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA');
  key = pair.privateKey;
  sandbox = await startSandbox({
    portalOrigin: 'http://portal.localhost:1',
    assertionKeys: pair.publicKey,
    clock: clockAt(NOW),
  });
});
afterEach(() => sandbox.faults.reset());
afterAll(() => sandbox.close());

const asking = (audience = 'cnaf', path = PATH) => ({
  url: `${sandbox.urls.suppliers}/${audience}${path}`,
  audience,
  login: 'camille',
  key,
  now: new Date(NOW),
});

type Data = { prestations: { montant: { valeur: unknown } | null; date_debut_droit: string }[] };
const dataOf = async (response: Response) => ((await response.json()) as { data: Data }).data;

/** What happens on the wire, without a client that mends or judges. */
type Wire = { status: number | undefined; type: string | undefined; body: string; broken: boolean };

async function onTheWire(mode: FaultMode, delayMs?: number, patience = 5_000): Promise<Wire | 'silence'> {
  sandbox.faults.set('cnaf', { mode, ...(delayMs !== undefined && { delayMs }) });
  const assertion = await assertionOf(asking());
  const { promise, resolve } = Promise.withResolvers<Wire | 'silence'>();
  const wire: Wire = { status: undefined, type: undefined, body: '', broken: false };
  const call = httpRequest(
    `${asking().url}?recipient=00000000000000`,
    {
      method: 'POST',
      maxHeaderSize: 128 * 1024,
      headers: { Authorization: 'Bearer bac-a-sable-cnaf', 'Content-Type': 'application/jwt' },
    },
    (response) => {
      wire.status = response.statusCode;
      wire.type = response.headers['content-type'];
      response.setEncoding('latin1').on('data', (chunk: string) => (wire.body += chunk));
      response.on('error', () => resolve({ ...wire, broken: true }));
      response.on('end', () => resolve(wire));
    },
  );
  call.on('error', () => resolve({ ...wire, broken: true }));
  call.setTimeout(patience, () => {
    resolve('silence');
    call.destroy();
  });
  call.end(assertion);
  return promise;
}

async function said(mode: FaultMode, delayMs?: number): Promise<Wire> {
  const wire = await onTheWire(mode, delayMs);
  if (wire === 'silence') throw new Error(`${mode} says nothing`);
  return wire;
}

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the fault modes', () => {
  it('are more than twenty', () => expect(FAULT_MODES.length).toBeGreaterThan(20));

  it.each([
    ['unauthorised', 401],
    ['forbidden', 403],
    ['absent', 404],
    ['not-found', 404],
    ['conflict', 409],
    ['mismatch', 422],
    ['rate-limited', 429],
    ['wrong', 500],
    ['bad-gateway', 502],
    ['unavailable', 503],
    ['gateway-timeout', 504],
    ['redirect', 302],
    ['no-content', 204],
    ['ok', 200],
  ] as const)('%s answers %i', async (mode, status) => {
    expect((await said(mode)).status).toBe(status);
  });

  it('hang never answers', async () => {
    expect(await onTheWire('hang', undefined, 200)).toBe('silence');
  });

  it('slow answers rightly, and late', async () => {
    const started = performance.now();
    const wire = await said('slow', 120);
    expect(performance.now() - started).toBeGreaterThanOrEqual(115);
    expect(isJson(wire.body)).toBe(true);
  });

  it('drip answers rightly, byte by byte', async () => {
    const started = performance.now();
    const wire = await said('drip', 1);
    expect(isJson(wire.body)).toBe(true);
    expect(performance.now() - started).toBeGreaterThan(wire.body.length * 0.9);
  });

  it('dead closes before a word, reset in the middle of one', async () => {
    expect(await said('dead')).toEqual({ status: undefined, type: undefined, body: '', broken: true });
    const reset = await said('reset');
    expect(reset.broken).toBe(true);
    expect(reset.body).not.toBe('');
  });

  it.each(['garbage', 'truncated', 'empty-body', 'nan-amounts'] as const)(
    '%s says JSON and is not',
    async (mode) => {
      const wire = await said(mode);
      expect(wire.status).toBe(200);
      expect(wire.type).toMatch(/^application\/json/);
      expect(isJson(wire.body)).toBe(false);
    },
  );

  it('html is a web page with status 200', async () => {
    expect(await said('html')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
  });

  it('oversize is valid JSON above 5 MB', async () => {
    const { body } = await said('oversize');
    expect(body.length).toBeGreaterThan(5 * 1024 * 1024);
    expect(isJson(body)).toBe(true);
  });

  it('compressed is small on the wire', async () => {
    const { body, status } = await said('compressed');
    expect(status).toBe(200);
    expect(body.length).toBeLessThan(100_000);
    expect(isJson(body)).toBe(false);
  });

  it('deep nests a hundred thousand lists', async () => {
    expect((await said('deep')).body).toMatch(/^\{"data":\[{100000}\]/);
  });

  it('heavy-headers is more than a client takes by default', async () => {
    sandbox.faults.set('cnaf', { mode: 'heavy-headers' });
    await expect(ask(asking())).rejects.toThrow();
  });

  it('the drifts each break what a reader relies on, and keep the envelope', async () => {
    const drifted = async (mode: FaultMode) => JSON.parse((await said(mode)).body) as { data: unknown };
    expect((await drifted('drift')).data).toHaveProperty('prestations_v4');
    expect((await drifted('drift-missing')).data).toEqual({});
    expect((await drifted('null-data')).data).toBeNull();
    const inWords = JSON.stringify((await drifted('drift-type')).data);
    expect(inWords).toMatch(/^\{"prestations":\{"premier":\{.*"valeur":"152\.25 /);
    expect(await drifted('masked-error')).toHaveProperty('errors');
  });

  it('the absurd ones keep the shape and spoil the values', async () => {
    for (const [mode, check] of [
      ['negative-amounts', (value: unknown) => Number(value) < 0],
      ['huge-amounts', (value: unknown) => value === 1e300],
    ] as const) {
      sandbox.faults.set('cnaf', { mode });
      const { prestations } = await dataOf(await ask(asking()));
      expect(prestations.every(({ montant }) => check(montant?.valeur))).toBe(true);
    }
    sandbox.faults.set('cnaf', { mode: 'absurd-dates' });
    const { prestations } = await dataOf(await ask(asking()));
    expect(prestations.every(({ date_debut_droit }) => date_debut_droit === '2026-13-45')).toBe(true);
  });

  it('other-person answers with another file, under another question’s number', async () => {
    const path = '/v3/france_travail/statut/identifiant';
    sandbox.faults.set('france-travail', { mode: 'other-person' });
    const body: unknown = await (await ask({ ...asking('france-travail', path) })).json();
    expect(body).toMatchObject({ data: { identite: { nom_naissance: 'FACTICE' } } });
    expect(JSON.stringify(body)).toMatch(/"jti":"[^"]+-autre"/);
  });

  it('have each been asked about here', () => {
    const here: FaultMode[] = [
      ...(['hang', 'slow', 'drip', 'dead', 'reset', 'garbage', 'truncated', 'empty-body', 'html'] as const),
      ...([
        'oversize',
        'compressed',
        'deep',
        'heavy-headers',
        'drift',
        'drift-missing',
        'null-data',
      ] as const),
      ...(['drift-type', 'masked-error', 'negative-amounts', 'nan-amounts', 'huge-amounts'] as const),
      ...(['absurd-dates', 'other-person', 'unauthorised', 'forbidden', 'absent', 'not-found'] as const),
      ...(['conflict', 'mismatch', 'rate-limited', 'wrong', 'bad-gateway', 'unavailable'] as const),
      ...(['gateway-timeout', 'redirect', 'no-content', 'ok'] as const),
    ];
    expect(here.sort()).toEqual([...FAULT_MODES].sort());
  });
});

describe('the panel', () => {
  const put = (name: string, body: string) =>
    fetch(`${sandbox.urls.faults}/${name}`, { method: 'PUT', body });

  it('breaks one supplier alone, and mends it', async () => {
    expect((await put('cnaf', '{"mode":"wrong"}')).status).toBe(200);
    expect((await ask(asking())).status).toBe(500);
    expect((await ask(asking('cpf', '/v3/compte_formation/solde'))).status).toBe(200);
    await put('cnaf', '{"mode":"ok"}');
    expect((await ask(asking())).status).toBe(200);
  });

  it('tells who is how, and what there is', async () => {
    await put('sngi', '{"mode":"slow","delayMs":300}');
    const all: unknown = await (await fetch(sandbox.urls.faults)).json();
    expect(all).toMatchObject({ sngi: { mode: 'slow', delayMs: 300 }, cnaf: { mode: 'ok' } });
    expect(all).toHaveProperty('affiliations');
    expect(await (await fetch(`${sandbox.urls.faults}/modes`)).json()).toEqual(FAULTS);
  });

  it('mends everybody at once', async () => {
    await put('cnaf', '{"mode":"wrong"}');
    await fetch(sandbox.urls.faults, { method: 'DELETE' });
    expect(sandbox.faults.of('cnaf')).toEqual({ mode: 'ok' });
  });

  it.each([
    ['an unknown supplier', 'caf', '{"mode":"hang"}', 404],
    ['an unknown mode', 'cnaf', '{"mode":"broken"}', 400],
    ['what is not JSON', 'cnaf', 'hang', 400],
    ['a negative delay', 'cnaf', '{"mode":"slow","delayMs":-1}', 400],
  ])('refuses %s aloud', async (_name, name, body, status) => {
    expect((await put(name, body)).status).toBe(status);
    expect(sandbox.faults.of('cnaf')).toEqual({ mode: 'ok' });
  });

  it('breaks a registry, and FranceConnect', async () => {
    await put('affiliations', '{"mode":"wrong"}');
    expect((await ask(asking('affiliations', '/v1/affiliations'))).status).toBe(500);
    await put('franceconnect', '{"mode":"unavailable"}');
    const port = new URL(sandbox.urls.franceConnect).port;
    expect((await fetch(`http://127.0.0.1:${port}/api/v2/jwks`)).status).toBe(503);
  });
});
