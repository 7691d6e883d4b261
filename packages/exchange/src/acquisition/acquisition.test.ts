import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CatalogueError } from '../catalogue/catalogue-error.ts';
import { CallFailure } from '../failure.ts';
import type { Transport } from '../http-transport.ts';
import type { Affiliation } from '../person.ts';
import { answering as answeringBy } from '../testing/answering.ts';
import { testAcquisition } from '../testing/exchange.ts';
import { caf, CANARY, msa } from '../testing/people.ts';
import { smallCatalogue } from '../testing/small-catalogue.ts';

const family = { service: 'rights.family', person: CANARY, correlation: 'r-1' } as const;
const noRights = JSON.stringify({ data: { prestations: [] }, links: {}, meta: {} });

const answering = (body = noRights, status = 200) => answeringBy(() => ({ status, body }));

/** Never answers, and does not even hear that nobody waits any more. */
const deaf: Transport = () => new Promise(() => undefined);

/** Signs at once: real cryptography takes real time, which a stopped clock does not give it. */
const instant = { assertions: { sign: () => ({ token: 't', jti: 'j' }), jwks: { keys: [] } } };

const only =
  (supplier: string, transport: Transport, others: Transport = answering()): Transport =>
  (request) =>
    (request.url.includes(`/${supplier}/`) ? transport : others)(request);

describe('the guaranteed time', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Monotonic ms until the answer is out. */
  async function timeOf(answer: Promise<unknown>): Promise<number> {
    const startedAt = performance.now();
    let at = Number.NaN;
    void answer.then(() => (at = performance.now()));
    await vi.advanceTimersByTimeAsync(20_000);
    return at - startedAt;
  }

  it('holds when a supplier never answers: its own timeout ends the wait', async () => {
    const { acquisition } = testAcquisition({ ...instant, transport: only('cnaf', deaf) });
    const answer = acquisition.ask({ ...family, affiliations: [caf, msa] });
    expect(await timeOf(answer)).toBe(500);
    expect((await answer).map(({ supplier, status }) => [supplier, status])).toEqual([
      ['cnaf', 'timeout'],
      ['msa', 'empty'],
    ]);
  });

  it('holds when nobody answers and no supplier has a timeout of its own', async () => {
    const { acquisition } = testAcquisition({ ...instant, transport: deaf });
    const carsat: Affiliation = {
      organisation: 'carsat-exemple',
      supplier: 'carsat',
      scheme: 'general',
      domains: ['retirement'],
    };
    const answer = acquisition.ask({ ...family, service: 'rights.retirement', affiliations: [carsat] });
    expect(await timeOf(answer)).toBeLessThanOrEqual(3000);
    expect((await answer)[0]?.status).toBe('timeout');
  });

  it('counts from when the registry was asked', async () => {
    const { acquisition } = testAcquisition({ ...instant, transport: deaf });
    const startedAt = performance.now();
    await vi.advanceTimersByTimeAsync(2800);
    const answer = acquisition.ask({ ...family, affiliations: [caf], startedAt });
    expect(await timeOf(answer)).toBeLessThanOrEqual(200);
  });

  it('blames no supplier for what a slow registry left too little time for', async () => {
    const slow = answering();
    const transport: Transport = async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return slow(request);
    };
    const { acquisition, journal } = testAcquisition({ ...instant, transport });
    for (let turn = 0; turn < 8; turn += 1) {
      const startedAt = performance.now() - 2800;
      await timeOf(acquisition.ask({ ...family, affiliations: [caf], startedAt }));
    }
    expect(journal.map(({ reason }) => reason)).toEqual(Array(8).fill('too-late'));
    await timeOf(acquisition.ask({ ...family, affiliations: [caf] }));
    expect(journal.at(-1)).toMatchObject({ reason: null, breaker: 'closed' });
  });

  it('asks nobody when no time is left', async () => {
    const transport = vi.fn(deaf);
    const { acquisition, journal } = testAcquisition({ ...instant, transport });
    const startedAt = performance.now();
    await vi.advanceTimersByTimeAsync(2990);
    const answer = acquisition.ask({ ...family, affiliations: [caf], startedAt });
    expect(await timeOf(answer)).toBe(0);
    expect(transport).not.toHaveBeenCalled();
    expect(journal[0]).toMatchObject({ status: 'timeout', reason: 'too-late' });
  });

  it('keeps no timer once the answer is out', async () => {
    vi.useRealTimers();
    const { acquisition } = testAcquisition({ ...instant, transport: answering() });
    const before = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    await acquisition.ask({ ...family, affiliations: [caf, msa] });
    expect(process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout')).toHaveLength(before);
  });
});

describe('nothing flows without an active membership', () => {
  it.each([
    [
      'planned',
      'rights.employment',
      { organisation: 'urssaf', supplier: 'urssaf', domains: ['employment'] },
      'not-covered',
    ],
    [
      'none at all',
      'rights.health',
      { organisation: 'msa-exemple', supplier: 'msa', domains: ['health'] },
      'not-covered',
    ],
    [
      'a supplier that nobody knows',
      'rights.family',
      { organisation: 'caf-exemple', supplier: 'intrus', domains: ['family'] },
      'not-covered',
    ],
    [
      'agreed from a later day on',
      'rights.housing',
      { organisation: 'msa-exemple', supplier: 'msa', domains: ['housing'] },
      'not-covered',
    ],
    [
      'suspended',
      'rights.retirement',
      { organisation: 'msa-exemple', supplier: 'msa', domains: ['retirement'] },
      'unauthorised',
    ],
  ] as const)('%s', async (_state, service, tie, status) => {
    const transport = vi.fn(answering());
    const { acquisition } = testAcquisition({ transport });
    const affiliation: Affiliation = { scheme: 'general', ...tie };
    const envelopes = await acquisition.ask({ ...family, service, affiliations: [affiliation] });
    expect(envelopes).toMatchObject([{ status, affiliations: [affiliation] }]);
    expect(transport).not.toHaveBeenCalled();
  });

  it('and an agreement that no connector can honour stops the program at its start', () => {
    const catalogue = smallCatalogue(undefined, (text) =>
      text.replace(
        'state: planned',
        'state: active\n    approvedBy: X\n    since: 2026-01-05\n    url: ${SUPPLIERS}/urssaf\n    key: ${KEY}',
      ),
    );
    expect(() => testAcquisition({ catalogue })).toThrow(CatalogueError);
    expect(() => testAcquisition({ catalogue })).toThrow(/small\.yaml:\d+.*urssaf answer rights\.employment/);
  });
});

describe('a question', () => {
  it('goes only to the suppliers of the domain, and once to each', async () => {
    const transport = vi.fn(answering());
    const { acquisition } = testAcquisition({ transport });
    const second: Affiliation = { ...caf, organisation: 'departement-exemple' };
    const pension: Affiliation = { ...msa, domains: ['retirement'] };
    const envelopes = await acquisition.ask({ ...family, affiliations: [caf, second, pension] });
    expect(envelopes).toHaveLength(1);
    expect(envelopes[0]?.affiliations).toEqual([caf, second]);
    expect(transport).toHaveBeenCalledTimes(1);
  });

  it('ends when the person leaves, for all suppliers, and blames none', async () => {
    const signals: AbortSignal[] = [];
    const transport: Transport = ({ signal }) => {
      signals.push(signal);
      leave.abort();
      return new Promise(() => undefined);
    };
    const leave = new AbortController();
    const { acquisition, journal } = testAcquisition({ transport });
    const asked = acquisition.ask({ ...family, affiliations: [caf, msa], signal: leave.signal });
    await expect(asked).rejects.toThrow(/abort/i);
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
    expect(journal).toEqual([]);
    expect(acquisition.metrics().breakers.every(({ state }) => state === 'closed')).toBe(true);
  });

  it('says of when the data is, and never of later than now', async () => {
    const dated = (date_situation: string) =>
      JSON.stringify({ data: { prestations: [], date_situation }, meta: {} });
    const asOf = async (instant: string) => {
      const { acquisition } = testAcquisition({ transport: answering(dated(instant)) });
      return (await acquisition.ask({ ...family, affiliations: [caf] }))[0]?.asOf;
    };
    expect(await asOf('2026-11-21T22:00:00Z')).toBe('2026-11-21T22:00:00Z');
    expect(await asOf('2031-01-01T00:00:00Z')).toBe('2026-11-22T08:30:00.000Z');
  });
});

describe('a supplier that is down', () => {
  const dead: Transport = () => Promise.reject(new CallFailure('network'));
  const ask = (acquisition: ReturnType<typeof testAcquisition>['acquisition'], times: number) =>
    Array.from({ length: times }).reduce<Promise<unknown>>(
      (before) => before.then(() => acquisition.ask({ ...family, affiliations: [caf, msa] })),
      Promise.resolve(),
    );

  it('is left alone after some failures, answered for at once, and probed once after a pause', async () => {
    let now = 0;
    const transport = vi.fn(only('cnaf', dead));
    const { acquisition, journal } = testAcquisition({
      transport,
      monotonic: () => now,
      breaker: { failures: 3, windowMs: 1000, coolDownMs: 5000 },
    });
    const callsToCnaf = () => transport.mock.calls.filter(([{ url }]) => url.includes('/cnaf/')).length;
    await ask(acquisition, 6);
    expect(callsToCnaf()).toBe(3);
    expect(journal.findLast(({ supplier }) => supplier === 'cnaf')).toMatchObject({
      status: 'unavailable',
      reason: 'breaker-open',
      breaker: 'open',
      ms: 0,
    });

    now = 5000;
    await Promise.all([ask(acquisition, 1), ask(acquisition, 1), ask(acquisition, 1)]);
    expect(callsToCnaf()).toBe(4);

    now = 10_000;
    transport.mockImplementation(answering());
    await ask(acquisition, 2);
    expect(journal.findLast(({ supplier }) => supplier === 'cnaf')).toMatchObject({
      status: 'empty',
      breaker: 'closed',
    });
  });

  it('takes no other with it', async () => {
    const { acquisition, journal } = testAcquisition({
      transport: only('cnaf', dead),
      breaker: { failures: 2, windowMs: 1000, coolDownMs: 5000 },
    });
    await ask(acquisition, 5);
    const statuses = journal.filter(({ supplier }) => supplier === 'msa').map(({ status }) => status);
    expect(statuses).toEqual(Array(5).fill('empty'));
  });

  it.each([
    ['drift', answering(JSON.stringify({ data: { prestations: 'none' }, meta: {} }))],
    ['drift', answering(JSON.stringify({ data: null }))],
    ['client-error', answering('{}', 409)],
    ['refused', answering('{}', 401)],
  ])('is not cut off by what may lie in one person’s file, or with us: %s', async (reason, transport) => {
    const { acquisition, journal } = testAcquisition({
      transport: only('cnaf', transport),
      breaker: { failures: 2, windowMs: 1000, coolDownMs: 5000 },
    });
    await ask(acquisition, 5);
    const reasons = journal.filter(({ supplier }) => supplier === 'cnaf').map((entry) => entry.reason);
    expect(reasons).toEqual(Array(5).fill(reason));
  });
});

describe('what is counted', () => {
  it('is calls by supplier, service and status, and breakers', async () => {
    const { acquisition } = testAcquisition({
      transport: only('cnaf', () => Promise.reject(new Error('x'))),
    });
    for (let i = 0; i < 2; i += 1) await acquisition.ask({ ...family, affiliations: [caf, msa] });
    const { calls, breakers, journalFailures } = acquisition.metrics();
    expect(calls.map(({ supplier, status, count }) => [supplier, status, count])).toEqual(
      [
        ['msa', 'empty', 2],
        ['cnaf', 'unavailable', 2],
      ].sort(),
    );
    expect(breakers).toContainEqual({ supplier: 'cnaf', state: 'closed', opened: 0 });
    expect(journalFailures).toBe(0);
  });

  it('goes on when we cannot sign: nobody is blamed, nobody has no right', async () => {
    const sign = () => {
      throw new Error('no key');
    };
    const { acquisition, journal } = testAcquisition({
      transport: answering(),
      assertions: { sign, jwks: { keys: [] } },
    });
    expect(await acquisition.ask({ ...family, affiliations: [caf] })).toMatchObject([
      { status: 'unavailable' },
    ]);
    expect(journal).toMatchObject([{ reason: 'internal' }]);
  });

  it('goes on, and the person is answered, when the journal cannot be written', async () => {
    const { acquisition } = testAcquisition({
      transport: answering(),
      journal: () => {
        throw new Error('disk full');
      },
    });
    expect(await acquisition.ask({ ...family, affiliations: [caf] })).toMatchObject([{ status: 'empty' }]);
    expect(acquisition.metrics().journalFailures).toBe(1);
  });
});
