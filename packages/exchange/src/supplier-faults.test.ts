import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { DomainRights, type MissingReason } from '@mds-kit/contract/rights';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { mergeDomain } from './domain-rights.ts';
import type { FailureReason } from './failure.ts';
import { NOW, testAcquisition } from './testing/exchange.ts';
import { caf, CANARY, CANARY_TRACES, msa } from './testing/people.ts';
import { smallCatalogue, SUPPLIER_KEY } from './testing/small-catalogue.ts';
import { breaksOff, drip, endless, raw } from './testing/faulty-answers.ts';
import { envelope, errors, json, supplierServer, type Handler } from './testing/supplier-server.ts';

const FAMILY = '/v3/dss/prestations/famille';

const prestation = (change: object = {}) => ({
  code: 'allocations_familiales',
  statut: 'ouvert',
  montant: { valeur: 4711.42, periodicite: 'mensuelle' },
  date_debut_droit: '2024-09-01',
  date_fin_droit: null,
  beneficiaires: [{ lien: 'enfant', prenom: 'Lorikeet' }],
  ...change,
});
const rightful = { prestations: [prestation()] };
const amountOf = (literal: string): Handler =>
  raw(`{"data":${JSON.stringify(rightful).replace('4711.42', literal)},"links":{},"meta":{}}`);

const whole = JSON.stringify({ data: rightful, links: {}, meta: {} });

/** The fault, how the supplier has it, what the person is told of it, what the operator is told. */
const FAULTS: [string, Handler, MissingReason, FailureReason][] = [
  ['never answers', () => undefined, 'timeout', 'no-answer'],
  ['drips', drip, 'unavailable', 'drip'],
  ['closes the connection', (_request, response) => response.destroy(), 'unavailable', 'network'],
  ['breaks off in the middle', breaksOff(JSON.stringify({ data: rightful })), 'unavailable', 'network'],
  ['never stops', endless, 'unavailable', 'oversize'],
  ['announces too much', raw('{}', { 'content-length': '300000' }), 'unavailable', 'oversize'],
  [
    'sends a bomb that nobody asked for',
    raw(gzipSync(Buffer.alloc(1 << 20)), { 'content-encoding': 'gzip' }),
    'unavailable',
    'wrong-type',
  ],
  [
    'answers a web page',
    raw('<h1>Maintenance</h1>', { 'content-type': 'text/html' }),
    'unavailable',
    'wrong-type',
  ],
  ['says no type', raw(whole, { 'content-type': '' }), 'unavailable', 'wrong-type'],
  ['says JSON, and is not', raw('Service indisponible'), 'unavailable', 'garbage'],
  ['answers half of its JSON', raw(whole.slice(0, 80)), 'unavailable', 'garbage'],
  ['answers no byte', raw(''), 'unavailable', 'garbage'],
  ['is not UTF-8', raw(Buffer.from(whole.replace('Lorikeet', 'Loïc'), 'latin1')), 'unavailable', 'garbage'],
  [
    'nests 100,000 lists',
    raw(`{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    'unavailable',
    'drift',
  ],
  ['sends 64 kB of headers', raw(whole, { 'x-debug': 'x'.repeat(65_536) }), 'unavailable', 'network'],
  ['answers no data', json({ links: {}, meta: {} }), 'unavailable', 'drift'],
  ['hides an error in a 200', json({ errors: [{ code: '37999' }] }), 'unavailable', 'drift'],
  ['has renamed its fields', envelope({ droits: rightful.prestations }), 'unavailable', 'drift'],
  ['has a new status', envelope({ prestations: [prestation({ statut: 'gelé' })] }), 'unavailable', 'drift'],
  ['writes sums as words', amountOf('"4711,42 €"'), 'unavailable', 'drift'],
  ['owes less than nothing', amountOf('-4711.42'), 'unavailable', 'drift'],
  ['pays a NaN', amountOf('NaN'), 'unavailable', 'garbage'],
  ['pays 1e300', amountOf('1e300'), 'unavailable', 'drift'],
  ['pays a thousandth of a euro', amountOf('4711.424'), 'unavailable', 'drift'],
  [
    'knows a 31 February',
    envelope({ prestations: [prestation({ date_debut_droit: '2024-02-31' })] }),
    'unavailable',
    'drift',
  ],
  [
    'answers for another domain',
    envelope({ prestations: [prestation({ code: 'rsa' })] }),
    'unavailable',
    'drift',
  ],
  [
    'answers about somebody else',
    json({ data: rightful, meta: { jti: randomUUID() } }),
    'unavailable',
    'misdelivered',
  ],
  [
    'sends a name that turns the text around',
    envelope({ prestations: [prestation({ beneficiaires: [{ lien: 'enfant', prenom: 'a\u202eb' }] })] }),
    'unavailable',
    'drift',
  ],
  [
    'redirects',
    (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    'unavailable',
    'redirect',
  ],
  ['says 204', (_request, response) => response.writeHead(204).end(), 'unavailable', 'client-error'],
  ['does not know our key', errors(401, '00101'), 'unauthorised', 'refused'],
  ['grants us nothing', errors(403, '00100'), 'unauthorised', 'refused'],
  [
    'has moved',
    (_request, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('404'),
    'unavailable',
    'wrong-type',
  ],
  ['knows no such resource', errors(404, '00404'), 'unavailable', 'client-error'],
  ['is busy with the same question', errors(409, '00015'), 'unavailable', 'client-error'],
  ['finds NIR and identity at odds', errors(422, '00366'), 'unavailable', 'client-error'],
  ['asks us to slow down', errors(429, '00429'), 'unavailable', 'throttled'],
  ['breaks', errors(500, '37999'), 'unavailable', 'server-error'],
  ['stands behind a broken gateway', errors(502, '37999'), 'unavailable', 'server-error'],
  ['stands behind a slow gateway', errors(504, '37002'), 'unavailable', 'server-error'],
];

let server: Awaited<ReturnType<typeof supplierServer>>;
let close: () => void = () => undefined;

beforeAll(async () => {
  server = await supplierServer({ [`/msa${FAMILY}`]: envelope(rightful) });
});
afterEach(() => {
  close();
  server.requests.length = 0;
});
afterAll(() => server.close());

async function askFamily() {
  const { acquisition, catalogue, journal } = testAcquisition({ base: server.url });
  close = () => acquisition.close();
  const affiliations = [caf, msa];
  const envelopes = await acquisition.ask({
    service: 'rights.family',
    person: CANARY,
    affiliations,
    correlation: 'r-1',
  });
  const answer = mergeDomain({
    domain: 'family',
    catalogue,
    affiliations: { status: 'ok', affiliations },
    envelopes,
    now: NOW,
  });
  return { answer, envelopes, journal };
}

const written = (journal: unknown) => JSON.stringify([journal, server.requests.map(({ url }) => url)]);

describe('when the Caf', () => {
  it.each(FAULTS)('%s, the MSA’s rights stay and the Caf is named', async (_fault, handler, why, reason) => {
    server.handlers[`/cnaf${FAMILY}`] = handler;
    const { answer, envelopes, journal } = await askFamily();

    expect(DomainRights.parse(answer)).toEqual(answer);
    expect(answer.rights).toMatchObject([
      { organisation: 'msa-exemple', amount: { cents: 471142, period: 'month' } },
    ]);
    expect(answer.missing).toEqual([{ organisation: 'caf-exemple', why }]);
    expect(answer.organisations.map(({ id }) => id)).toContain('caf-exemple');
    expect(journal.find(({ supplier }) => supplier === 'cnaf')).toMatchObject({ status: why, reason });
    expect(journal.find(({ supplier }) => supplier === 'msa')).toMatchObject({ status: 'ok', reason: null });
    for (const trace of CANARY_TRACES) expect(written(journal)).not.toContain(trace);
    expect(written(journal)).not.toContain(SUPPLIER_KEY);

    // The same fault where nobody else answers must not read as "no right" either.
    const alone = mergeDomain({
      domain: 'family',
      catalogue: smallCatalogue(),
      affiliations: { status: 'ok', affiliations: [caf] },
      envelopes: envelopes.filter(({ supplier }) => supplier === 'cnaf'),
      now: NOW,
    });
    expect(alone.situation).toBe('not-answering');
  });

  it('has no file of the person, nothing is missing and the rest stays', async () => {
    server.handlers[`/cnaf${FAMILY}`] = errors(404, '23003');
    const { answer, journal } = await askFamily();
    expect(answer.missing).toEqual([]);
    expect(answer.rights).toHaveLength(1);
    expect(journal.find(({ supplier }) => supplier === 'cnaf')).toMatchObject({ status: 'empty' });
  });

  it('does not cover the person’s scheme, that is said', async () => {
    server.handlers[`/cnaf${FAMILY}`] = envelope({ couvert: false });
    const { answer } = await askFamily();
    expect(answer.notCovered).toEqual([{ organisation: 'caf-exemple', scheme: 'general' }]);
    expect(answer.missing).toEqual([]);
  });
});

describe('a call', () => {
  it('carries the identity in a signed body, one for each supplier, and nothing of it in the address', async () => {
    server.handlers[`/cnaf${FAMILY}`] = envelope(rightful);
    await askFamily();
    const bySupplier = new Map(server.requests.map((request) => [request.url.split('/')[1], request]));
    for (const supplier of ['cnaf', 'msa']) {
      const request = bySupplier.get(supplier);
      expect(request?.url).toBe(`/${supplier}${FAMILY}?recipient=00000000000000`);
      expect(request?.headers).toMatchObject({
        authorization: `Bearer ${SUPPLIER_KEY}`,
        'content-type': 'application/jwt',
      });
      expect(decodeJwt(request?.body ?? '')).toMatchObject({ aud: supplier, nir: CANARY.nir });
    }
  });

  it('uses connections again', async () => {
    server.handlers[`/cnaf${FAMILY}`] = envelope(rightful);
    const ports = new Set<number | undefined>();
    server.handlers[`/cnaf${FAMILY}`] = (request, response, body) => {
      ports.add(request.socket.remotePort);
      envelope(rightful)(request, response, body);
    };
    const { acquisition } = testAcquisition({ base: server.url });
    close = () => acquisition.close();
    const question = {
      service: 'rights.family',
      person: CANARY,
      affiliations: [caf],
      correlation: 'r',
    } as const;
    for (let i = 0; i < 3; i += 1) {
      await acquisition.ask(question);
      // A connection is free once the turn in which it answered is over.
      await setImmediate();
    }
    expect(ports.size).toBe(1);
  });

  it('is made once: a supplier that fails is not asked again within the request', async () => {
    server.handlers[`/cnaf${FAMILY}`] = errors(503, '37001');
    await askFamily();
    expect(server.requests.filter(({ url }) => url.startsWith('/cnaf'))).toHaveLength(1);
  });
});
