import { KnownSituation } from '@mds-kit/contract/situation';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue/catalogue.ts';
import type { JournalEntry } from './journal.ts';
import type { Affiliation, Person } from './person.ts';
import type { AffiliationAnswer } from './registries/registries.ts';
import { assertions, clock } from './testing/exchange.ts';
import { FAMILLE, FAMILY_NAMES, FAMILY_TRACES } from './testing/famille.ts';
import { caf, CANARY, CANARY_TRACES, msa } from './testing/people.ts';
import { SALAIRES } from './testing/salaires.ts';
import { EVERYTHING, openSituationDesk, PATHS } from './testing/situation-desk.ts';
import { smallCatalogue } from './testing/small-catalogue.ts';
import { envelope, errors, supplierServer, type Handler } from './testing/supplier-server.ts';

const silent: Handler = () => undefined;

let server: Awaited<ReturnType<typeof supplierServer>>;
let closing: { close(): void }[] = [];

beforeAll(async () => {
  server = await supplierServer({});
});
beforeEach(() => {
  server.requests.length = 0;
  Object.assign(server.handlers, EVERYTHING);
});
afterEach(() => {
  for (const one of closing) one.close();
  closing = [];
});
afterAll(() => server.close());

type Setting = {
  catalogue?: Catalogue;
  ties?: readonly Affiliation[];
  registry?: AffiliationAnswer;
  person?: Person;
  signal?: AbortSignal;
};

async function ask({ catalogue = smallCatalogue(server.url), ties = [caf], ...setting }: Setting = {}) {
  const journal: JournalEntry[] = [];
  const line = { catalogue, assertions, clock, journal: (entry: JournalEntry) => journal.push(entry) };
  const answer: AffiliationAnswer = setting.registry ?? { status: 'ok', affiliations: ties };
  const registries = { affiliationsOf: () => Promise.resolve(answer) };
  const opened = openSituationDesk({ ...line, registries });
  closing.push(opened);
  const situation = await opened.desk.situation({
    person: setting.person ?? CANARY,
    correlation: 'r-1',
    signal: setting.signal,
  });
  expect(KnownSituation.parse(situation)).toEqual(situation);
  return { situation, journal };
}

const edited = (from: string, to: string) =>
  smallCatalogue(server.url, (text) => {
    expect(text.split(from)).toHaveLength(2);
    return text.replace(from, to);
  });

const AGREEMENT = '    state: active\n    approvedBy: Convention 10\n    since: 2026-01-05';

describe('what is known of a person', () => {
  it('is put together from all who know, each value with who said it and of when it is', async () => {
    const { situation } = await ask();
    expect(situation.household).toEqual({
      adults: [
        {
          id: 'a1',
          birthDate: '1991-03-14',
          incomes: {
            salary: { start: '2026-09', netSocial: [471142], gross: [520000] },
            unemployment: { start: '2026-08', netSocial: [91230] },
          },
        },
        { id: 'a2', birthDate: '1989-07-05', received: { aah: [{ from: '2024-09', cents: 471142 }] } },
      ],
      children: [
        { id: 'c1', birthDate: '2016-02-29' },
        { id: 'c2', birthDate: '2023-08-21' },
      ],
      housing: { occupancy: 'tenant-unfurnished', commune: '69266', rent: 67143 },
      received: { af: [{ from: '2024-09', cents: 471142 }], rsa: [{ from: '2024-09', cents: 471142 }] },
    });
    const [file, now, declared] = ['2026-11-20T06:00:00Z', clock().toISOString(), SALAIRES.asOf];
    expect(situation.sources.map(({ path, organisation, asOf }) => [path, organisation, asOf])).toEqual([
      ['adults.0.birthDate', null, now],
      ['adults.1', 'caf-exemple', file],
      ['children', 'caf-exemple', file],
      ['housing', 'caf-exemple', file],
      ['adults.0.incomes.salary', 'urssaf', declared],
      ['adults.0.incomes.salary', 'msa-exemple', declared],
      ['adults.0.incomes.unemployment', 'departement-exemple', declared],
      ['received.af', 'caf-exemple', now],
      ['received.rsa', 'caf-exemple', now],
      ['adults.1.received.aah', 'caf-exemple', now],
    ]);
    expect(situation.quotient).toEqual({
      cents: 142300,
      month: '2026-11',
      organisation: 'caf-exemple',
      asOf: file,
    });
    expect(situation.missing).toEqual([]);
    const named = new Set(situation.sources.map(({ organisation }) => organisation));
    for (const id of named)
      if (id !== null) expect(situation.organisations.map((organisation) => organisation.id)).toContain(id);
  });

  it('names nobody, neither the children nor the person', async () => {
    const { situation } = await ask();
    for (const name of FAMILY_NAMES) expect(JSON.stringify(situation)).not.toContain(name);
  });

  it('has no partner where the file has one claimant, and no child where it says so', async () => {
    server.handlers[PATHS.family] = envelope({
      allocataires: [FAMILLE.allocataires[1]],
      enfants: [],
    });
    const { household, sources } = (await ask()).situation;
    expect(household).toMatchObject({ couple: 'single', children: [], adults: [{ id: 'a1' }] });
    expect(household.adults).toHaveLength(1);
    expect(sources.map(({ path }) => path)).toContain('couple');
    // Whose AAH that is nobody knows then.
    expect(Object.keys(household.received ?? {})).toEqual(['af', 'rsa']);
    expect(household.adults[0]).not.toHaveProperty('received');
  });

  it('is no birth date when the day is not certified', async () => {
    const { household } = (await ask({ person: { ...CANARY, birthDate: '1991-03-00' } })).situation;
    expect(household.adults[0]).not.toHaveProperty('birthDate');
  });
});

describe('who does not answer', () => {
  it.each<[string, string, Handler, object, readonly string[]]>([
    [
      'the family fund',
      PATHS.family,
      errors(503, '37001'),
      { part: 'family', organisation: 'caf-exemple', why: 'unavailable' },
      ['children', 'couple', 'housing', 'adults.1'],
    ],
    [
      'the family fund, in time',
      PATHS.family,
      silent,
      { part: 'family', organisation: 'caf-exemple', why: 'timeout' },
      ['children', 'couple', 'housing', 'adults.1'],
    ],
    [
      'the family fund, but for somebody else',
      PATHS.family,
      envelope({ ...FAMILLE, allocataires: [FAMILLE.allocataires[0]] }),
      { part: 'family', organisation: 'caf-exemple', why: 'unavailable' },
      ['children', 'couple', 'housing', 'adults.1'],
    ],
    [
      'the scheme of monthly resources',
      PATHS.resources,
      errors(503, '37001'),
      { part: 'resources', organisation: null, why: 'unavailable' },
      ['adults.0.incomes'],
    ],
    [
      'a fund about its payments',
      PATHS.payments,
      errors(401, '00101'),
      { part: 'payments', organisation: 'caf-exemple', why: 'unauthorised' },
      ['received.af'],
    ],
  ])(
    '%s is named, and what it knows is unknown: never none, never 0',
    async (_, path, handler, missing, paths) => {
      server.handlers[path] = handler;
      const { household, sources, missing: all, quotient } = (await ask()).situation;
      expect(all).toEqual([missing]);
      for (const lost of paths) {
        const value = lost
          .split('.')
          .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], household);
        expect(value, lost).toBeUndefined();
        expect(sources.filter((source) => source.path.startsWith(lost))).toEqual([]);
      }
      expect(quotient === null).toBe(path === PATHS.family);
      expect(sources.length).toBeGreaterThan(3);
    },
  );

  it('the registry leaves unknown whom to ask; what needs it not is there all the same', async () => {
    const { situation } = await ask({ registry: { status: 'timeout' } });
    expect(situation.missing).toEqual([
      { part: 'family', organisation: null, why: 'timeout' },
      { part: 'payments', organisation: null, why: 'timeout' },
    ]);
    expect(Object.keys(situation.household)).toEqual(['adults']);
    expect(Object.keys(situation.household.adults[0] ?? {})).toEqual(['id', 'birthDate', 'incomes']);
  });
});

it('ends with the person who left, whoever is still to answer', async () => {
  const leaving = new AbortController();
  server.handlers[PATHS.family] = () => leaving.abort(new Error('left'));
  await expect(ask({ signal: leaving.signal })).rejects.toThrow('left');
});

describe('an agreement', () => {
  it.each([
    ['none', '    state: planned', []],
    ['one of next year', AGREEMENT.replace('2026', '2027'), []],
    [
      'one that was suspended',
      AGREEMENT.replace('active', 'suspended'),
      [{ part: 'family', organisation: 'caf-exemple', why: 'unauthorised' }],
    ],
  ])('%s: nothing of the family is asked', async (_, lines, missing) => {
    const { situation } = await ask({ catalogue: edited(AGREEMENT, lines) });
    expect(situation.missing).toEqual(missing);
    expect(situation.household).not.toHaveProperty('children');
    expect(server.requests.filter(({ url }) => url.startsWith(PATHS.family))).toEqual([]);
  });

  it('of another fund with another service asks nothing of it, and a portal may do without the service', async () => {
    const { situation } = await ask({ ties: [{ ...msa, domains: ['family'] }] });
    expect(situation.missing).toEqual([
      { part: 'payments', organisation: 'msa-exemple', why: 'unavailable' },
    ]);
    const catalogue = smallCatalogue(server.url, (text) =>
      text
        .replace(/ {2}- id: household\n(?: {4}.*\n)*/, '')
        .replace(/ {2}- partner: cnaf\n {4}service: household\n(?: {4}.*\n)*/, ''),
    );
    expect((await ask({ catalogue })).situation.household).not.toHaveProperty('children');
  });
});

it('asks nobody with anything of the person in the address, and journals each call without them', async () => {
  const { journal } = await ask();
  const services = journal.map(({ service, supplier, status }) => `${supplier} ${service} ${status}`);
  expect(services.toSorted()).toEqual([
    'cnaf household ok',
    'cnaf rights.family ok',
    'cnaf rights.solidarity ok',
    'ressources salaries ok',
  ]);
  const written = JSON.stringify(journal) + server.requests.map(({ url }) => url).join('\n');
  expect(written).toContain(`${PATHS.family}?recipient=00000000000000`);
  for (const trace of [...CANARY_TRACES, ...FAMILY_TRACES]) expect(written).not.toContain(trace);
});
