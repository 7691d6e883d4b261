import { DOMAINS } from '@mds-kit/contract/domains';
import { DomainRights, Right } from '@mds-kit/contract/rights';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAcquisition } from '../acquisition/acquisition.ts';
import type { SuppliedRight } from '../acquisition/envelope.ts';
import { parseCatalogue } from '../catalogue/load.ts';
import { mergeDomain } from '../domain-rights.ts';
import type { Affiliation } from '../person.ts';
import { ANSWERS } from '../testing/answers.ts';
import { answering } from '../testing/answering.ts';
import { assertions, clock, NOW } from '../testing/exchange.ts';
import { CANARY } from '../testing/people.ts';
import { SMALL_CATALOGUE } from '../testing/small-catalogue.ts';
import { readSupplied } from './additions.ts';
import { connectors } from './index.ts';

const reading = { today: '2026-11-22' };

/** What the connectors make of one answer, in every domain that asks for it. */
function rightsOf(supplier: string, path: string, data = ANSWERS[supplier]?.[path]): SuppliedRight[] {
  const resources = connectors.find((connector) => connector.supplier === supplier)?.resources ?? [];
  return resources
    .filter((resource) => resource.path === path)
    .flatMap((resource) => readSupplied(resource, data, reading).rights);
}

const brief = ({ benefit, status, amount, since, until }: SuppliedRight) => [
  benefit,
  status,
  amount && `${amount.cents}/${amount.period}`,
  since,
  until,
];

describe('a fund’s answer in the contract’s words', () => {
  it.each([
    [
      'cnaf',
      '/v3/dss/prestations/famille',
      [['allocations_familiales', 'open', '15105/month', '2024-09-01', null]],
    ],
    ['cnaf', '/v3/dss/prestations/logement', [['aides_logement', 'pending', null, '2024-09-01', null]]],
    ['cnaf', '/v3/dss/prestations/solidarite', [['rsa', 'suspended', '15105/month', '2024-09-01', null]]],
    [
      'cnaf',
      '/v3/dss/prestations/emploi',
      [['prime_activite', 'ended', '15105/month', '2024-09-01', '2026-10-31']],
    ],
    ['msa', '/v3/dss/prestations/sante', [['assurance_maladie', 'open', null, '2024-09-01', null]]],
    ['msa', '/v3/dss/prestations/emploi', [['prime_activite', 'open', '9000/quarter', '2024-09-01', null]]],
    [
      'cnam',
      '/v3/assurance_maladie/droits',
      [
        ['assurance_maladie', 'open', null, '2019-09-01', null],
        ['indemnites_journalieres', 'open', '3415/day', '2026-11-02', '2026-12-01'],
        ['indemnites_journalieres', 'ended', '4100/day', '2026-02-02', '2026-05-01'],
      ],
    ],
    [
      'cnam',
      '/v3/dss/complementaire_sante_solidaire',
      [['complementaire_sante_solidaire', 'open', null, '2026-04-01', '2027-03-31']],
    ],
    [
      'carsat',
      '/v3/retraite/pensions',
      [
        ['retraite_base', 'open', '81240/month', '2013-12-01', null],
        ['retraite_reversion', 'pending', '24118/month', '2027-01-01', null],
        ['aspa', 'open', '62130/month', '2014-02-01', null],
      ],
    ],
    [
      'info-retraite',
      '/v3/retraite/regimes',
      [
        ['retraite_base', 'open', '81240/month', '2013-12-01', null],
        ['retraite_complementaire', 'open', '32755/month', '2013-12-01', null],
      ],
    ],
    ['france-travail', '/v3/france_travail/statut/identifiant', []],
    [
      'france-travail',
      '/v3/france_travail/indemnites/identifiant',
      [['are', 'open', '116498/month', null, null]],
    ],
    ['cpf', '/v3/compte_formation/solde', [['compte_formation', 'open', '148000/once', null, null]]],
    [
      'logement',
      '/v3/logement/demande_logement_social',
      [
        ['demande_logement_social', 'pending', null, '2026-01-01', '2027-01-01'],
        ['demande_logement_social', 'ended', null, '2020-01-01', null],
      ],
    ],
    ['departement', '/v3/dss/revenu_solidarite_active', [['rsa', 'open', '16275/month', '2026-03-01', null]]],
  ])('%s %s', (supplier, path, expected) => {
    expect(rightsOf(supplier, path).map(brief)).toEqual(expected);
  });

  it('names beneficiaries by first name, and the person by none', () => {
    expect(rightsOf('cnaf', '/v3/dss/prestations/famille')[0]?.beneficiaries).toEqual([
      { kind: 'self', firstName: null },
      { kind: 'child', firstName: 'Louise' },
      { kind: 'partner', firstName: 'Sam' },
    ]);
  });

  it.each([
    ['cnam', '/v3/dss/complementaire_sante_solidaire', { est_beneficiaire: false }],
    ['cnam', '/v3/dss/complementaire_sante_solidaire', { est_beneficiaire: null }],
    ['departement', '/v3/dss/revenu_solidarite_active', { est_beneficiaire: null, date_debut_droit: null }],
    [
      'cnam',
      '/v3/assurance_maladie/droits',
      { droits_ouverts: false, date_debut: null, date_fin: null, beneficiaires: [] },
    ],
    ['france-travail', '/v3/france_travail/indemnites/identifiant', { paiements: [] }],
    ['cnaf', '/v3/dss/prestations/famille', { prestations: [] }],
  ])('%s: not a beneficiary is no right (%s %j)', (supplier, path, data) => {
    expect(rightsOf(supplier, path, data)).toEqual([]);
  });

  it('tells unemployment benefit by its newest payment, while it runs; 0 € paid is an amount', () => {
    const path = '/v3/france_travail/indemnites/identifiant';
    const paid = (date_versement: string, montant_allocations: number) => ({
      paiements: [{ date_versement, montant_allocations }],
    });
    expect(rightsOf('france-travail', path, paid('2026-09-30', 900))).toHaveLength(1);
    expect(rightsOf('france-travail', path, paid('2026-08-31', 900))).toEqual([]);
    expect(rightsOf('france-travail', path, paid('2026-12-02', 900))).toEqual([]);
    expect(rightsOf('france-travail', path, paid('2026-11-06', 0))[0]?.amount).toEqual({
      cents: 0,
      period: 'month',
    });
  });

  it('keeps a right that this portal does not know yet', () => {
    const known = JSON.stringify(ANSWERS.cnaf?.['/v3/dss/prestations/famille']);
    const data = JSON.parse(known.replace('allocations_familiales', 'prime_nouvelle')) as Record<
      string,
      unknown
    >;
    expect(rightsOf('cnaf', '/v3/dss/prestations/famille', data)[0]?.benefit).toBe('prime_nouvelle');
  });
});

describe('what any answer may add', () => {
  const [resource] = connectors.find(({ supplier }) => supplier === 'cnaf')?.resources ?? [];
  const read = (additions: object) => {
    if (!resource) throw new Error('no resource');
    return readSupplied(resource, { prestations: [], ...additions }, reading);
  };
  const news = (change: object = {}) => ({
    id: 'cnaf-rentree',
    titre: 'Rentrée',
    langue: 'fr',
    date_publication: '2026-11-01',
    date_fin: '2026-11-22',
    lien: 'caf.news',
    ...change,
  });

  it('shows news from its day to its last day, that one included', () => {
    expect(read({ actualites: [news()] }).topics).toHaveLength(1);
    expect(read({ actualites: [news({ date_fin: '2026-11-21' })] }).topics).toEqual([]);
    expect(
      read({ actualites: [news({ date_publication: '2026-11-23', date_fin: '2026-12-01' })] }).topics,
    ).toEqual([]);
  });

  it('leaves out a piece of news that cannot be read, and nothing else', () => {
    expect(read({ actualites: [{ titre: 4 }, null, news(), news({ langue: '"><' })] }).topics).toHaveLength(
      1,
    );
  });

  it('shortens words without end, and takes out what would turn a text around', () => {
    const [topic] = read({
      actualites: [news({ titre: 'mot '.repeat(900), texte: 'a\u202eb\u0007c' })],
    }).topics;
    expect(topic?.title.text.length).toBeLessThanOrEqual(160);
    expect(topic?.title.text).toMatch(/mot…$/);
    expect(topic?.summary?.text).toBe('a b c');
  });

  it('refuses an instant that the contract does not know, or that never was', () => {
    expect(read({ date_situation: '2026-11-21T10:00:00+01:00' }).asOf).toBe('2026-11-21T10:00:00+01:00');
    for (const date_situation of ['2026-11-21T10:00Z', '2026-11-21', '2026-13-45T10:00:00Z', 5])
      expect(() => read({ date_situation })).toThrow();
  });

  it('tells due dates that are still ahead, and refuses those that cannot be read', () => {
    const due = (avant_le: string) => ({
      echeances: [{ demarche: 'declare-resources-quarterly', avant_le }],
    });
    expect(read(due('2026-11-22')).dueDates).toHaveLength(1);
    expect(read(due('2026-11-21')).dueDates).toEqual([]);
    expect(() => read(due('2026-11-31'))).toThrow();
  });
});

/** Everybody has joined everything that a connector can answer. */
const everything = parseCatalogue(
  SMALL_CATALOGUE.replace(/partners:[^]*?services:/, () => {
    const rows = connectors.map(
      ({ supplier }) => `  - { id: ${supplier}, name: X, url: "http://127.0.0.1:9/${supplier}", key: k }`,
    );
    return `partners:\n${rows.join('\n')}\nservices:`;
  })
    .replace(/memberships:[^]*?organisations:/, () => {
      const pairs = connectors.flatMap(({ supplier, resources }) =>
        [...new Set(resources.map(({ service }) => service))].map((service) => ({ supplier, service })),
      );
      const rows = pairs.map(
        ({ supplier, service }) =>
          `  - { partner: ${supplier}, service: ${service}, state: active, approvedBy: X, since: 2026-01-05 }`,
      );
      return `memberships:\n${rows.join('\n')}\norganisations:`;
    })
    .replace(/procedures:[^]*?portalLinks/, 'procedures: []\nportalLinks'),
  { file: 'everything.yaml', env: { SUPPLIERS: 'http://127.0.0.1:9', KEY: 'k' }, sandbox: true },
);

/** One domain's answer when every supplier's `data` comes from `dataOf`. */
async function answerFrom(
  dataOf: (supplier: string, path: string) => unknown,
  domain: (typeof DOMAINS)[number],
) {
  const reasons: (string | null)[] = [];
  const acquisition = createAcquisition({
    catalogue: everything,
    connectors,
    assertions,
    clock,
    journal: ({ reason }) => reasons.push(reason),
    transport: answering((url) => {
      const [supplier = '', ...path] = new URL(url).pathname.slice(1).split('/');
      return {
        body: JSON.stringify({ data: dataOf(supplier, `/${path.join('/')}`), links: {}, meta: {} }),
      };
    }),
  });
  const affiliations = connectors.map(({ supplier }): Affiliation => ({
    organisation: 'caf-exemple',
    supplier,
    scheme: 'general',
    domains: [...DOMAINS],
  }));
  const envelopes = await acquisition.ask({
    service: `rights.${domain}`,
    person: CANARY,
    affiliations,
    correlation: 'r',
  });
  const answer = mergeDomain({
    domain,
    catalogue: everything,
    affiliations: { status: 'ok', affiliations },
    envelopes,
    now: NOW,
  });
  return { answer, envelopes, reasons };
}

/** Right answers with one leaf or branch replaced by anything. */
function spoilt(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return by;
  const changed = spoilt((value as Record<string, unknown>)[key], rest, by);
  return Array.isArray(value)
    ? value.map((item: unknown, index) => (String(index) === key ? changed : item))
    : { ...value, [key]: changed };
}

const additions = {
  date_situation: '2026-11-21T10:00:00Z',
  echeances: [{ demarche: 'report-change', avant_le: '2026-12-01' }],
  actualites: [
    {
      id: 'x',
      titre: 'T',
      texte: 'U',
      langue: 'fr',
      date_publication: '2026-11-01',
      date_fin: '2026-12-01',
      regimes: ['general'],
      lien: 'caf.account',
    },
  ],
};
const rightAnswer = (supplier: string, path: string) => ({
  ...(ANSWERS[supplier]?.[path] ?? {}),
  ...additions,
});

describe('every connector', () => {
  it('reads its right answer whole', async () => {
    for (const domain of DOMAINS) {
      const { answer, reasons } = await answerFrom(rightAnswer, domain);
      expect(reasons.every((reason) => reason === null)).toBe(true);
      expect(answer.rights.length).toBeGreaterThan(0);
      expect(DomainRights.parse(answer)).toEqual(answer);
    }
  });

  it('makes contract data or a typed failure of any JSON', async () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    await fc.assert(
      fc.asyncProperty(value, fc.constantFrom(...DOMAINS), async (data, domain) => {
        const { answer, reasons } = await answerFrom(() => data, domain);
        expect(DomainRights.parse(answer)).toEqual(answer);
        for (const reason of reasons) expect([null, 'drift']).toContain(reason);
      }),
    );
  });

  it('makes contract data or a typed failure of a right answer with anything changed in it', async () => {
    const leaf = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.double(),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('2026-02-30', 'ouvert', '__proto__', -1, 0.001),
    );
    const path = fc.array(fc.nat(9), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(path, leaf, fc.constantFrom(...DOMAINS), async (steps, by, domain) => {
        const { answer, envelopes } = await answerFrom(
          (supplier, at) => spoilt(rightAnswer(supplier, at), steps, by),
          domain,
        );
        expect(DomainRights.parse(answer)).toEqual(answer);
        for (const right of answer.rights) {
          Right.parse(right);
          if (right.amount) expect(right.amount.cents).toBeGreaterThanOrEqual(0);
        }
        // a silence is never an emptiness
        const failed = envelopes.some(({ status }) => status === 'unavailable');
        expect(answer.missing.length > 0).toBe(failed);
        if (failed) expect(answer.situation).not.toBe('nothing-paid');
      }),
    );
  });
});
