import { Salaries } from '@mds-kit/contract/salaries';
import type { MissingReason } from '@mds-kit/contract/rights';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FailureReason } from './failure.ts';
import type { JournalEntry } from './journal.ts';
import { createSalariesDesk, type SalariesDeskOptions } from './salaries-desk.ts';
import { assertions, clock } from './testing/exchange.ts';
import { breaksOff, drip, endless, raw } from './testing/faulty-answers.ts';
import { CANARY, CANARY_TRACES } from './testing/people.ts';
import { SALAIRES } from './testing/salaires.ts';
import { smallCatalogue, SUPPLIER_KEY } from './testing/small-catalogue.ts';
import { envelope, errors, json, supplierServer, type Handler } from './testing/supplier-server.ts';

const PATH = '/ressources/v1/salaires';

let server: Awaited<ReturnType<typeof supplierServer>>;
let close: () => void = () => undefined;

beforeAll(async () => {
  server = await supplierServer({});
});
afterEach(() => {
  close();
  server.requests.length = 0;
});
afterAll(() => server.close());

function deskOf(options: Partial<SalariesDeskOptions> = {}) {
  const journal: JournalEntry[] = [];
  const desk = createSalariesDesk({
    catalogue: smallCatalogue(server.url),
    assertions,
    clock,
    journal: (entry) => journal.push(entry),
    ...options,
  });
  close = () => desk.close();
  const ask = async (months = 12) => {
    const answer = await desk.salaries({ person: CANARY, months, correlation: 'r-1' });
    expect(Salaries.parse(answer)).toEqual(answer);
    return answer;
  };
  return { desk, ask, journal };
}

/** The small catalogue with the scheme's membership as these lines say. */
const withMembership = (lines: string) =>
  smallCatalogue(server.url, (text) => {
    const usual = '    state: active\n    approvedBy: Convention 9\n    since: 2026-01-05';
    expect(text.split(usual)).toHaveLength(2);
    return text.replace(usual, lines);
  });

describe('what employers declared', () => {
  it('comes with whom to ask: who manages their declarations, and who paid other incomes', async () => {
    server.handlers[PATH] = envelope(SALAIRES);
    const answer = await deskOf().ask();
    expect(answer).toMatchObject({
      situation: 'salaries',
      asOf: '2026-11-22T08:30:00Z',
      declaredUpTo: '2026-09',
      pending: ['2026-10', '2026-11'],
      missing: [],
    });
    expect(answer.organisations.map(({ id }) => id)).toEqual([
      'msa-exemple',
      'departement-exemple',
      'urssaf',
    ]);
    expect(answer.employers).toEqual(SALAIRES.employers);
  });

  it('is asked for in one call, the identity signed in its body and nothing of it in the address', async () => {
    server.handlers[PATH] = envelope(SALAIRES);
    const { ask, journal } = deskOf();
    await ask();
    const [request] = server.requests;
    expect(server.requests).toHaveLength(1);
    expect(request?.url).toBe(`${PATH}?recipient=00000000000000&months=12`);
    expect(request?.headers).toMatchObject({
      authorization: `Bearer ${SUPPLIER_KEY}`,
      'content-type': 'application/jwt',
    });
    expect(decodeJwt(request?.body ?? '')).toMatchObject({ aud: 'ressources', nir: CANARY.nir });
    expect(journal).toMatchObject([
      {
        service: 'salaries',
        supplier: 'ressources',
        resource: '/v1/salaires',
        status: 'ok',
        correlation: 'r-1',
      },
    ]);
    for (const trace of CANARY_TRACES) expect(JSON.stringify([journal, request?.url])).not.toContain(trace);
  });

  it('may be nothing, by the scheme’s own word alone', async () => {
    const { ask } = deskOf();
    server.handlers[PATH] = envelope({ ...SALAIRES, employers: [], incomes: [] });
    expect(await ask()).toMatchObject({
      situation: 'nothing-declared',
      missing: [],
      months: SALAIRES.months,
    });
    server.handlers[PATH] = errors(404, '35003');
    expect(await ask()).toMatchObject({ situation: 'nothing-declared', missing: [], months: [] });
  });

  it('is no younger than now', async () => {
    server.handlers[PATH] = envelope({ ...SALAIRES, asOf: '2027-01-01T00:00:00Z' });
    expect((await deskOf().ask()).asOf).toBe(clock().toISOString());
  });

  it('of many months and contracts still comes whole', async () => {
    const [contract] = SALAIRES.employers[0]?.contracts ?? [];
    const contracts = Array.from({ length: 500 }, (_, index) => ({
      ...contract,
      id: `mission-de-canari-${index}`,
      months: contract?.months.map((row) => ({ ...row, id: `mission-de-canari-${index}-${row.month}` })),
    }));
    const [employer] = SALAIRES.employers;
    server.handlers[PATH] = envelope({ ...SALAIRES, employers: [{ ...employer, contracts }] });
    expect((await deskOf().ask()).employers[0]?.contracts).toHaveLength(500);
  });

  it('may lack what one source of incomes would have told', async () => {
    const missing = [{ organisation: 'info-retraite', why: 'timeout' }];
    server.handlers[PATH] = envelope({ ...SALAIRES, missing });
    const answer = await deskOf().ask();
    expect(answer).toMatchObject({ situation: 'salaries', missing });
    expect(answer.organisations.map(({ id }) => id)).toContain('info-retraite');
    server.handlers[PATH] = envelope({ ...SALAIRES, missing, employers: [], situation: 'nothing-declared' });
    expect(await deskOf().ask()).toMatchObject({ situation: 'not-answering', missing });
  });
});

const whole = JSON.stringify({ data: SALAIRES, links: {}, meta: {} });

/** The fault, how the scheme has it, what the person is told, what the operator is told. */
const FAULTS: [string, Handler, MissingReason, FailureReason][] = [
  ['never answers', () => undefined, 'timeout', 'no-answer'],
  ['drips', drip, 'unavailable', 'drip'],
  ['closes the connection', (_request, response) => response.destroy(), 'unavailable', 'network'],
  ['breaks off in the middle', breaksOff(whole.slice(0, 200)), 'unavailable', 'network'],
  ['never stops', endless, 'unavailable', 'oversize'],
  ['announces too much', raw('{}', { 'content-length': '9000000' }), 'unavailable', 'oversize'],
  [
    'answers a web page',
    raw('<h1>Maintenance</h1>', { 'content-type': 'text/html' }),
    'unavailable',
    'wrong-type',
  ],
  ['says JSON, and is not', raw('Service indisponible'), 'unavailable', 'garbage'],
  ['answers half of its JSON', raw(whole.slice(0, 200)), 'unavailable', 'garbage'],
  ['answers no byte', raw(''), 'unavailable', 'garbage'],
  ['answers no data', json({ links: {}, meta: {} }), 'unavailable', 'drift'],
  ['hides an error in a 200', json({ errors: [{ code: '37999' }] }), 'unavailable', 'drift'],
  [
    'has renamed its fields',
    envelope({ ...SALAIRES, months: undefined, periods: SALAIRES.months }),
    'unavailable',
    'drift',
  ],
  [
    'answers for other months',
    envelope({ ...SALAIRES, months: SALAIRES.months.slice(6) }),
    'unavailable',
    'drift',
  ],
  ['writes sums as words', raw(whole.replaceAll('471142', '"4711,42 €"')), 'unavailable', 'drift'],
  ['pays a thousandth of a euro', raw(whole.replaceAll('471142', '471142.4')), 'unavailable', 'drift'],
  [
    'nests 100,000 lists',
    raw(`{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    'unavailable',
    'drift',
  ],
  [
    'answers about somebody else',
    json({ data: SALAIRES, meta: { jti: 'another' } }),
    'unavailable',
    'misdelivered',
  ],
  [
    'redirects',
    (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    'unavailable',
    'redirect',
  ],
  ['does not know our key', errors(401, '00101'), 'unauthorised', 'refused'],
  ['grants us nothing', errors(403, '00100'), 'unauthorised', 'refused'],
  ['knows no such resource', errors(404, '00404'), 'unavailable', 'client-error'],
  ['finds NIR and identity at odds', errors(422, '00366'), 'unavailable', 'client-error'],
  ['asks us to slow down', errors(429, '00429'), 'unavailable', 'throttled'],
  ['breaks', errors(500, '37999'), 'unavailable', 'server-error'],
  ['stands behind a slow gateway', errors(504, '37002'), 'unavailable', 'server-error'],
];

describe('when the scheme', () => {
  it.each(FAULTS)('%s, that is said, and never "no salary"', async (_fault, handler, why, reason) => {
    server.handlers[PATH] = handler;
    const { ask, journal } = deskOf();
    const answer = await ask();
    expect(answer).toMatchObject({
      situation: 'not-answering',
      declaredUpTo: null,
      months: [],
      employers: [],
      missing: [{ organisation: null, why }],
    });
    expect(answer.organisations.map(({ id }) => id)).toEqual(['msa-exemple', 'urssaf']);
    expect(journal).toMatchObject([{ supplier: 'ressources', status: why, reason }]);
    for (const trace of [...CANARY_TRACES, SUPPLIER_KEY])
      expect(JSON.stringify(journal)).not.toContain(trace);
  });

  it('does not transmit them, that is said too', async () => {
    server.handlers[PATH] = envelope({ couvert: false });
    expect(await deskOf().ask()).toMatchObject({
      situation: 'not-answering',
      missing: [{ organisation: null, why: 'unavailable' }],
    });
  });

  it.each([
    ['is suspended', '    state: suspended\n    approvedBy: X\n    since: 2026-01-05', 'unauthorised'],
    ['has not begun', '    state: active\n    approvedBy: X\n    since: 2027-01-01', 'unavailable'],
    ['is only planned', '    state: planned', 'unavailable'],
  ])('%s, nobody asks it', async (_what, lines, why) => {
    server.handlers[PATH] = envelope(SALAIRES);
    const { ask } = deskOf({ catalogue: withMembership(lines) });
    expect(await ask()).toMatchObject({ situation: 'not-answering', missing: [{ organisation: null, why }] });
    expect(server.requests).toEqual([]);
  });

  it('is down, it is left alone for a while', async () => {
    server.handlers[PATH] = errors(503, '37001');
    const { desk, ask, journal } = deskOf({ breaker: { failures: 2, windowMs: 10_000, coolDownMs: 5_000 } });
    await ask();
    await ask();
    expect(await ask()).toMatchObject({ situation: 'not-answering', missing: [{ why: 'unavailable' }] });
    expect(server.requests).toHaveLength(2);
    expect(journal.at(-1)).toMatchObject({ reason: 'breaker-open', breaker: 'open' });
    expect(desk.metrics()).toMatchObject({
      calls: [{ supplier: 'ressources', service: 'salaries', status: 'unavailable', count: 3 }],
      breakers: [{ supplier: 'ressources', opened: 1 }],
    });
  });

  it('is slow, the person leaves and the call ends', async () => {
    server.handlers[PATH] = () => undefined;
    const { desk } = deskOf();
    const leaving = new AbortController();
    const asked = desk.salaries({ person: CANARY, months: 12, correlation: 'r', signal: leaving.signal });
    leaving.abort();
    await expect(asked).rejects.toThrow(/abort/i);
  });
});

it('does not start with another supplier of salaries, whom nobody can read, and names its line', () => {
  const catalogue = smallCatalogue(server.url, (text) =>
    text.replace(
      '  - partner: ressources\n    service: salaries',
      '  - partner: carsat\n    service: salaries',
    ),
  );
  const { line } = catalogue.memberships.find(({ service }) => service === 'salaries') ?? {};
  expect(() => deskOf({ catalogue })).toThrow(`small.yaml:${line}:1 makes carsat answer salaries`);
});
