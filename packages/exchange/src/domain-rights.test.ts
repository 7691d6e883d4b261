import { DomainRights } from '@mds-kit/contract/rights';
import { describe, expect, it } from 'vitest';
import type { Envelope, Supplied, SuppliedRight } from './acquisition/envelope.ts';
import { ownRight } from './connectors/connector.ts';
import { mergeDomain, type DomainParts } from './domain-rights.ts';
import type { Affiliation } from './person.ts';
import { NOW } from './testing/exchange.ts';
import { caf, msa } from './testing/people.ts';
import { smallCatalogue } from './testing/small-catalogue.ts';

const catalogue = smallCatalogue();
const asOf = '2026-11-21T10:00:00Z';
const pension = (organisation: string, supplier: string): Affiliation => ({
  organisation,
  supplier,
  scheme: 'general',
  domains: ['retirement', 'solidarity'],
});

function envelopeOf(tie: Affiliation, supplied: Partial<Supplied> = {}, more: Affiliation[] = []): Envelope {
  const status = supplied.rights?.length ? 'ok' : 'empty';
  const said = { asOf: null, rights: [], dueDates: [], topics: [], ...supplied };
  return { supplier: tie.supplier, affiliations: [tie, ...more], asOf, status, supplied: said };
}

const silent = (tie: Affiliation, more: Affiliation[] = []): Envelope => ({
  supplier: tie.supplier,
  affiliations: [tie, ...more],
  asOf,
  status: 'timeout',
  reason: 'no-answer',
});

function merge(parts: Partial<DomainParts> & { ties?: Affiliation[] }): DomainRights {
  const { ties = [caf, msa], ...rest } = parts;
  const answer = mergeDomain({
    domain: 'family',
    catalogue,
    affiliations: { status: 'ok', affiliations: ties },
    envelopes: [],
    now: NOW,
    ...rest,
  });
  expect(DomainRights.parse(answer)).toEqual(answer);
  const ids = new Set(answer.organisations.map(({ id }) => id));
  for (const { organisation } of [
    ...answer.rights,
    ...answer.procedures,
    ...answer.topics,
    ...answer.notCovered,
  ])
    expect(ids).toContain(organisation);
  for (const { organisation } of answer.missing)
    if (organisation !== null) expect(ids).toContain(organisation);
  return answer;
}

describe('one domain, from its parts', () => {
  it('says nothing paid only when everybody answered', () => {
    const empty = [envelopeOf(caf), envelopeOf(msa)];
    expect(merge({ envelopes: empty }).situation).toBe('nothing-paid');
    expect(merge({ envelopes: [envelopeOf(caf), silent(msa)] }).situation).toBe('not-answering');
    expect(merge({ ties: [] }).situation).toBe('nothing-paid');
  });

  it('names the organisation that did not answer, not its supplier, once, and whom to ask', () => {
    const answer = merge({ envelopes: [silent(caf), silent(caf), envelopeOf(msa)] });
    expect(answer.missing).toEqual([{ organisation: 'caf-exemple', why: 'timeout' }]);
    expect(answer.organisations.map(({ id }) => id)).toEqual(['caf-exemple', 'msa-exemple']);
  });

  it('names every organisation behind a supplier that did not answer', () => {
    const answer = merge({
      domain: 'retirement',
      ties: [pension('info-retraite', 'info-retraite'), pension('agirc-arrco', 'info-retraite')],
      envelopes: [
        silent(pension('info-retraite', 'info-retraite'), [pension('agirc-arrco', 'info-retraite')]),
      ],
    });
    expect(answer.missing.map(({ organisation }) => organisation)).toEqual(['info-retraite', 'agirc-arrco']);
  });

  it.each(['timeout', 'unavailable', 'unauthorised'] as const)(
    'does not know who manages the person when the registry is dead (%s), and does not call it no right',
    (why) => {
      const answer = merge({ affiliations: { status: why } });
      expect(answer.missing).toEqual([{ organisation: null, why }]);
      expect(answer.situation).toBe('not-answering');
      expect(answer.offers).toContain('allocations_familiales');
    },
  );

  it('does not know either when the registry names an organisation that the catalogue does not have', () => {
    const answer = merge({
      ties: [caf, { ...msa, organisation: 'caisse-inconnue' }],
      envelopes: [envelopeOf(caf)],
    });
    expect(answer.missing).toEqual([{ organisation: null, why: 'unavailable' }]);
    expect(answer.situation).toBe('not-answering');
  });

  it('says by scheme what is not covered yet', () => {
    const urssaf: Affiliation = {
      organisation: 'urssaf',
      supplier: 'urssaf',
      scheme: 'self-employed',
      domains: ['employment'],
    };
    const answer = merge({
      domain: 'employment',
      ties: [urssaf],
      envelopes: [{ supplier: 'urssaf', affiliations: [urssaf], asOf, status: 'not-covered' }],
    });
    expect(answer.situation).toBe('not-covered');
    expect(answer.notCovered).toEqual([{ organisation: 'urssaf', scheme: 'self-employed' }]);
    expect(answer.procedures.map(({ id }) => id)).toEqual(['declare-self-employed-income']);
  });

  it('shows rights in the domain’s order, each with its organisation and instant', () => {
    const rights = [
      ownRight('aeeh'),
      ownRight('allocations_familiales'),
      { ...ownRight('aeeh'), benefit: 'nouvelle' },
    ];
    const answer = merge({ envelopes: [envelopeOf(caf, { rights })] });
    expect(answer.rights.map(({ benefit }) => benefit)).toEqual([
      'allocations_familiales',
      'aeeh',
      'nouvelle',
    ]);
    expect(answer.rights[0]).toMatchObject({ organisation: 'caf-exemple', asOf });
    expect(answer.situation).toBe('rights');
  });
});

describe('a right told by two', () => {
  const carsat = pension('carsat-exemple', 'carsat');
  const union = pension('info-retraite', 'info-retraite');
  const told = (cents: number, more: Partial<SuppliedRight> = {}) =>
    ownRight('retraite_base', { amount: { cents, period: 'month' }, ...more });
  const secondHand = told(81240, { organisation: 'cnav', paidBy: ['carsat'] });
  const ties = [carsat, union];

  it('is shown once, as its payer tells it', () => {
    const envelopes = [
      envelopeOf(union, { rights: [secondHand] }),
      envelopeOf(carsat, { rights: [told(81240)] }),
    ];
    const answer = merge({ domain: 'retirement', ties, envelopes });
    expect(answer.rights).toMatchObject([{ organisation: 'carsat-exemple' }]);
  });

  it('is shown second-hand when its payer does not answer, who is still named', () => {
    const envelopes = [envelopeOf(union, { rights: [secondHand] }), silent(carsat)];
    const answer = merge({ domain: 'retirement', ties, envelopes });
    expect(answer.rights).toMatchObject([{ organisation: 'info-retraite', amount: { cents: 81240 } }]);
    expect(answer.missing).toEqual([{ organisation: 'carsat-exemple', why: 'timeout' }]);
  });

  it('belongs to the organisation that the supplier names, where people can be sent to it', () => {
    const rights = [ownRight('retraite_complementaire', { organisation: 'agirc-arrco' })];
    const answer = merge({ domain: 'retirement', ties: [union], envelopes: [envelopeOf(union, { rights })] });
    expect(answer.rights[0]?.organisation).toBe('agirc-arrco');
    expect(answer.organisations.map(({ id }) => id)).toEqual(['info-retraite', 'agirc-arrco']);
  });
});

describe('procedures and news', () => {
  it('come with their due dates, the most pressing first, also from those who did not answer', () => {
    const dueDates = [
      { procedure: 'declare-birth', dueBy: '2026-12-24' },
      { procedure: 'declare-birth', dueBy: '2026-12-01' },
      { procedure: 'apply-rsa', dueBy: '2026-12-01' },
    ];
    const answer = merge({ envelopes: [envelopeOf(caf, { dueDates }), silent(msa)] });
    expect(answer.procedures).toEqual([
      {
        id: 'declare-birth',
        organisation: 'caf-exemple',
        link: { id: 'caf.change', host: 'caf.exemple' },
        dueBy: '2026-12-01',
      },
      {
        id: 'report-change',
        organisation: 'caf-exemple',
        link: { id: 'caf.change', host: 'caf.exemple' },
        dueBy: null,
      },
      {
        id: 'report-change',
        organisation: 'msa-exemple',
        link: { id: 'msa.change', host: 'msa.exemple' },
        dueBy: null,
      },
    ]);
  });

  const topic = (id: string, change: Partial<Supplied['topics'][number]> = {}) => ({
    id,
    title: { lang: 'fr', text: id },
    summary: null,
    publishedOn: '2026-11-02',
    expiresOn: '2026-12-01',
    schemes: [],
    linkId: null,
    ...change,
  });

  it('are for the person’s schemes, once each, the newest first, with reviewed links only', () => {
    const topics = [
      topic('for-all', { linkId: 'caf.account' }),
      topic('for-farmers', {
        schemes: ['agricultural'],
        publishedOn: '2026-11-20',
        linkId: 'https://evil.example',
      }),
      topic('for-others', { schemes: ['self-employed', 'public-service'] }),
    ];
    const answer = merge({ envelopes: [envelopeOf(caf, { topics }), envelopeOf(caf, { topics })] });
    expect(answer.topics.map(({ id, link }) => [id, link])).toEqual([
      ['for-farmers', null],
      ['for-all', { id: 'caf.account', host: 'caf.exemple' }],
    ]);
  });
});
