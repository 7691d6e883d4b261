import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose';
import { Salaries } from '@mds-kit/contract/salaries';
import { signed } from '@mds-kit/exchange/testing/signed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bytesOfDeposit,
  declaration,
  euros,
  individual,
  newNir,
  newSiret,
  pay,
} from '../testing/deposits.ts';
import { Scheme } from '../testing/scheme.ts';
import { distribute, distributeMonth, subscribe } from './distribute.ts';
import { loadAgreements } from './agreements.ts';
import { type RunningScheme, startScheme } from './start.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const AGREEMENTS = new URL('../../data/agreements.yaml', import.meta.url).pathname;
const ENV = { MDS_PORTAL_JWKS_URL: 'http://portail.test/jwks', MDS_FUNDS_URL: 'http://fonds.test' };
const FUNDS = ['cnaf', 'msa', 'carsat'];
const jwksOf = (partner: string) =>
  FUNDS.includes(partner) ? `${ENV.MDS_FUNDS_URL}/${partner}/jwks.json` : ENV.MDS_PORTAL_JWKS_URL;

let scheme: Scheme;
let running: RunningScheme;
let folder: string;
let logged = '';
const signers = new Map<string, CryptoKey>();

beforeAll(async () => {
  scheme = await Scheme.open();
  folder = await mkdtemp(join(tmpdir(), 'mds-serve-'));
  const sets = new Map<string, JWK[]>();
  for (const url of ['portail', ...FUNDS].map(jwksOf)) {
    const { privateKey, publicKey } = await generateKeyPair('Ed25519');
    signers.set(url, privateKey);
    sets.set(url, [{ ...(await exportJWK(publicKey)), alg: 'EdDSA' }]);
  }
  running = await startScheme({
    environment: { ...ENV, MDS_SANDBOX: '1', MDS_RESOURCES_DATA: folder, MDS_RESOURCES_PORT: '0' },
    clock: () => NOW,
    store: scheme.store,
    writeLog: (line) => (logged += `${line}\n`),
    keys: (jwks) => createLocalJWKSet({ keys: sets.get(jwks) ?? [] }),
  });
});
afterAll(async () => {
  await running.close();
  await scheme[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

type Question = {
  partner: string;
  nir: string;
  path?: string;
  claims?: Record<string, unknown>;
  signer?: string;
  query?: string;
};

async function ask({ partner, nir, path = '/v1/salaires', claims = {}, signer, query }: Question) {
  const key = signers.get(jwksOf(signer ?? partner));
  if (!key) throw new Error('There is no such signer');
  const jti = crypto.randomUUID();
  const body = await signed({
    key,
    issuer: partner,
    audience: 'ressources',
    now: NOW,
    claims: { jti, nir, ...claims },
  });
  const response = await fetch(`${running.url}${path}?recipient=00000000000000${query ?? ''}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer bac-a-sable-ressources-${partner}`,
      'content-type': 'application/jwt',
    },
    body,
  });
  return { status: response.status, headers: response.headers, jti, body: (await response.json()) as Answer };
}

type Answer = { data: Record<string, unknown>; meta: { jti: string }; errors: { code: string }[] };

const deposit = (nir: string, month: string, amount = euros(2000)) =>
  declaration(newSiret(), month, [individual(nir, { payments: [pay(month, amount)] })]);

const journalOf = (nir: string) =>
  scheme.store.database.kysely
    .selectFrom('request_journal')
    .select(['partner', 'service', 'purpose', 'first_month', 'last_month'])
    .where('person', '=', scheme.store.people.ofNir(nir))
    .execute();

describe('a person’s months, for the portal', () => {
  it('answers in the words of the contract, naming the question', async () => {
    const nir = newNir();
    await scheme.take(deposit(nir, '2026-09'));
    const { status, headers, jti, body } = await ask({ partner: 'portail', nir, query: '&months=3' });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body.meta.jti).toBe(jti);
    const salaries = Salaries.parse(body.data);
    expect(salaries.employers).toHaveLength(1);
    expect(salaries.months).toHaveLength(3);
  });

  it('takes the fifteen characters that FranceConnect’s world speaks of', async () => {
    const nir = newNir();
    await scheme.take(deposit(nir, '2026-09'));
    const key = String(97n - (BigInt(nir) % 97n)).padStart(2, '0');
    const { body } = await ask({ partner: 'portail', nir: nir + key });
    expect(Salaries.parse(body.data).employers).toHaveLength(1);
    expect((await ask({ partner: 'portail', nir: `${nir}${key === '01' ? '02' : '01'}` })).status).toBe(401);
  });

  it.each<[string, Partial<Question>, number]>([
    ['another key', { partner: 'personne' }, 401],
    ['no membership', { partner: 'cnaf' }, 403],
    ['another’s signature', { signer: 'cnaf' }, 401],
    ['another audience', { claims: { aud: 'cnaf' } }, 401],
    ['an old assertion', { claims: { iat: 0, exp: 60 } }, 401],
    ['too long a life', { claims: { exp: NOW.getTime() / 1000 + 3600 } }, 401],
    ['too many months', { query: '&months=37' }, 422],
  ])('refuses %s', async (_what, change, status) => {
    expect((await ask({ partner: 'portail', nir: newNir(), ...change })).status).toBe(status);
  });

  it('refuses an assertion that was shown before', async () => {
    const question = { partner: 'portail', nir: newNir(), claims: { jti: 'once' } };
    expect((await ask(question)).status).toBe(200);
    expect((await ask(question)).status).toBe(401);
  });
});

describe('the relay for funds', () => {
  const path = '/v1/relais/ressources';
  const relay = (partner: string, nir: string, claims: Record<string, unknown>) =>
    ask({ partner, nir, path, claims });

  it('tells twelve months for a housing aid, only what it counts, and no employer', async () => {
    const nir = newNir();
    await scheme.take(deposit(nir, '2026-08'), deposit(nir, '2026-09', euros(1000)));
    const { status, body } = await relay('cnaf', nir, { finalite: 'aide-logement', mois: '2026-11' });
    expect(status).toBe(200);
    const months = body.data.mois as { mois: string; salaires: object }[];
    expect([months[0]?.mois, months.at(-1)?.mois, months.length]).toEqual(['2025-10', '2026-09', 12]);
    expect(months.at(-1)).toEqual({
      mois: '2026-09',
      salaires: { net_imposable: 810 },
      revenus_de_remplacement: { net_imposable: null },
      // The first employer has not declared September.
      incomplet: true,
    });
    expect(JSON.stringify(body)).not.toMatch(/siret|\d{14}/);
  });

  it('tells three months, or twelve, for a survivor’s pension, other incomes beside salaries', async () => {
    const nir = newNir();
    await scheme.take(deposit(nir, '2026-09'));
    const claims = { finalite: 'pension-reversion', mois: '2026-11' };
    const { status, body } = await relay('carsat', nir, claims);
    const months = body.data.mois as { mois: string; salaires: object }[];
    expect([status, months.map(({ mois }) => mois)]).toEqual([200, ['2026-08', '2026-09', '2026-10']]);
    expect(months[1]).toMatchObject({
      salaires: { brut: 2000, net_imposable: 1620 },
      revenus_de_remplacement: { brut: null, net_imposable: null },
    });
    const whole = await relay('carsat', nir, { ...claims, nombre_de_mois: 12 });
    expect(whole.body.data.mois).toHaveLength(12);
  });

  it('takes no fund’s signature for another’s', async () => {
    const question = { partner: 'cnaf', nir: newNir(), path, claims: { finalite: 'aide-logement' } };
    expect((await ask({ ...question, signer: 'carsat' })).status).toBe(401);
  });

  it.each<[string, string, Record<string, unknown>, number]>([
    ['a purpose that was not agreed', 'cnaf', { finalite: 'pension-reversion' }, 403],
    ['no purpose', 'cnaf', {}, 403],
    ['a suspended membership', 'msa', { finalite: 'aide-logement' }, 403],
    ['a key without any membership of it', 'net-exemple', { finalite: 'aide-logement' }, 403],
    ['other numbers of months', 'cnaf', { finalite: 'aide-logement', nombre_de_mois: 24 }, 422],
    ['a month to come', 'cnaf', { finalite: 'aide-logement', mois: '2027-06' }, 422],
  ])('refuses %s', async (_what, partner, claims, status) => {
    expect((await relay(partner, newNir(), claims)).status).toBe(status);
  });

  it('notes who asked about whom and for what, without an amount', async () => {
    const nir = newNir();
    await relay('cnaf', nir, { finalite: 'aide-logement' });
    expect(await journalOf(nir)).toEqual([
      {
        partner: 'cnaf',
        service: 'relais',
        purpose: 'aide-logement',
        first_month: '2025-10',
        last_month: '2026-09',
      },
    ]);
  });
});

describe('deposits', () => {
  const push = async (partner: string, body: Uint8Array<ArrayBuffer>) =>
    fetch(`${running.url}/v1/depots`, {
      method: 'POST',
      headers: { authorization: `Bearer bac-a-sable-ressources-${partner}` },
      body,
    });
  const bytes = (nir: string) => new Uint8Array(bytesOfDeposit([deposit(nir, '2026-07')]));

  it('are routed, told to whom and nothing more, and taken', async () => {
    const nir = newNir();
    const response = await push('net-exemple', bytes(nir));
    expect([response.status, await response.json()]).toEqual([202, { routedTo: ['ressources'] }]);
    await running.look();
    expect(await scheme.employers(nir)).toHaveLength(1);
    expect((await readdir(join(running.inbox, 'done'))).length).toBeGreaterThan(0);
  });

  it('are refused without an agreement', async () => {
    const nir = newNir();
    expect((await push('cnaf', bytes(nir))).status).toBe(403);
    expect((await push('personne', bytes(nir))).status).toBe(401);
    await running.look();
    expect(await scheme.employers(nir)).toEqual([]);
  });

  it('are put aside with what is wrong when nothing of them can be taken', async () => {
    const nir = newNir();
    await writeFile(join(running.inbox, 'cut.dsn'), bytes(nir).subarray(0, -40));
    await running.look();
    const names = await readdir(join(running.inbox, 'refused'));
    const [told] = names.filter((name) => name.endsWith('.json'));
    expect(names).toHaveLength(2);
    const outcome = await readFile(join(running.inbox, 'refused', told ?? ''), 'utf8');
    expect(JSON.parse(outcome)).toMatchObject({
      declarations: 0,
      refused: [{ rule: 'malformed-line' }, { rule: 'footer-missing' }],
    });
  });
});

describe('the monthly distribution', () => {
  const subscribed = async (nir: string) => {
    const text = `${JSON.stringify({ nir, reference: 'A-1' })}\n`;
    return subscribe(scheme.store, { partner: 'cnaf', purpose: 'aide-logement', text });
  };

  it('sends a fund those whom it named, under its own references, and notes it', async () => {
    const [nir, other] = [newNir(), newNir()];
    await scheme.take(deposit(nir, '2026-08'), deposit(other, '2026-08'));
    const agreements = await loadAgreements(AGREEMENTS, { env: ENV, sandbox: true });
    expect(await subscribed(nir)).toEqual({ persons: 1 });
    const [file, ...more] = await distribute(scheme.store, agreements, { folder, before: '2026-10' });
    expect(more).toEqual([]);
    expect(file).toMatchObject({ partner: 'cnaf', purpose: 'aide-logement', persons: 1 });
    const text = await readFile(file?.file ?? '', 'utf8');
    expect(JSON.parse(text)).toMatchObject({ reference: 'A-1', finalite: 'aide-logement' });
    expect(text).toContain('1620');
    expect(text).not.toContain(nir);
    expect(await journalOf(nir)).toMatchObject([{ service: 'distribution', last_month: '2026-08' }]);
  });

  it('goes on by itself, once a month, even if the fund has taken its file away', async () => {
    const nir = newNir();
    await scheme.take(deposit(nir, '2026-08'));
    await subscribed(nir);
    const agreements = await loadAgreements(AGREEMENTS, { env: ENV, sandbox: true });
    const outbox = join(folder, 'outbox');
    const month = (before: string) => distributeMonth(scheme.store, agreements, { folder: outbox, before });
    const [file] = await month('2026-11');
    await rm(file?.file ?? '');
    expect(await month('2026-11')).toEqual([]);
    expect(await month('2026-12')).toMatchObject([{ partner: 'cnaf', persons: 1 }]);
    expect(await readdir(join(outbox, 'cnaf'))).toEqual(['aide-logement-2026-12.jsonl']);
    const old = new Date('2026-09-30T00:00:00Z');
    await utimes(join(outbox, 'cnaf/aide-logement-2026-12.jsonl'), old, old);
    expect(await month('2026-12')).toEqual([]);
    expect(await readdir(join(outbox, 'cnaf'))).toEqual([]);
  });
});

describe('what is written down', () => {
  it('holds nobody’s number and nobody’s amount', async () => {
    const nir = newNir();
    await scheme.take(deposit(nir, '2026-09', 987_654_321));
    await ask({ partner: 'portail', nir });
    await ask({ partner: 'portail', nir, claims: { aud: 'cnaf' } });
    await ask({ partner: 'cnaf', nir, path: '/v1/relais/ressources', claims: { finalite: 'aide-logement' } });
    await fetch(`${running.url}/v1/salaires/${nir}`);
    expect(logged).toContain('"route":"/v1/salaires"');
    expect(logged).toContain('"event":"deposit-taken"');
    expect(logged).not.toContain(nir);
    expect(logged).not.toMatch(/987654321|9876543/);
  });
});

it.each([
  ['MDS_RESOURCES_PORT', () => String(running.port)],
  ['MDS_RESOURCES_INBOX', () => AGREEMENTS],
])('says that %s cannot be used as it is set', async (name, value) => {
  const data = join(folder, 'other');
  const set = { MDS_RESOURCES_DATA: data, MDS_RESOURCES_INBOX: join(data, 'inbox'), MDS_RESOURCES_PORT: '0' };
  const environment = { ...ENV, MDS_SANDBOX: '1', ...set, [name]: value() };
  const starting = startScheme({ environment, store: scheme.store, writeLog: () => undefined });
  await expect(starting).rejects.toThrow(new RegExp(`${name}.* \\(E[A-Z]+\\)$`));
});
