import type { Domain } from '@mds-kit/contract/domains';
import { notAnswering } from '@mds-kit/contract/fixtures/rights';
import type { DomainRights, Right } from '@mds-kit/contract/rights';
import { describe, expect, it } from 'vitest';
import { paymentsOf } from './payments.ts';

const TODAY = '2026-11-22';

const right = (change: Partial<Right> = {}): Right => ({
  benefit: 'allocations_familiales',
  status: 'open',
  amount: { cents: 15225, period: 'month' },
  beneficiaries: [{ kind: 'self', firstName: null }],
  since: '2024-09-01',
  until: null,
  organisation: 'caf-exemple',
  asOf: '2026-11-21T06:00:00Z',
  ...change,
});

const answer = (rights: Right[], domain: Domain = 'family'): DomainRights => ({
  ...notAnswering,
  domain,
  situation: 'rights',
  rights,
  missing: [],
});

const paid = (...rights: Right[]) => paymentsOf([answer(rights)], TODAY);

describe('benefits in payment', () => {
  it.each([
    ['rsa', 'rsa'],
    ['aspa', 'aspa'],
    ['allocations_familiales', 'af'],
    ['complement_familial', 'cf'],
    ['allocation_soutien_familial', 'asf'],
    ['paje_base', 'pajeBase'],
    ['aeeh', 'aeeh'],
    ['aides_logement', 'housingAid'],
    ['aah', 'aah'],
    ['asi', 'asi'],
  ])('%s is %s, with who pays it and of when that is', (benefit, name) => {
    expect(paid(right({ benefit }))).toMatchObject([
      {
        benefit: name,
        spell: { from: '2024-09', cents: 15225 },
        organisation: 'caf-exemple',
        asOf: '2026-11-21T06:00:00Z',
      },
    ]);
  });

  it('end where the fund says so, and 0 € is an amount', () => {
    expect(
      paid(right({ until: '2033-02-28', amount: { cents: 0, period: 'month' } })).map(({ spell }) => spell),
    ).toEqual([{ from: '2024-09', until: '2033-02', cents: 0 }]);
  });

  it.each<[string, Partial<Right>]>([
    ['suspended', { status: 'suspended' }],
    ['asked for', { status: 'pending' }],
    ['over', { status: 'ended' }],
    ['over since yesterday', { until: '2026-11-21' }],
    ['to begin', { since: '2026-12-01' }],
    ['open since nobody knows when', { since: null }],
    ['without an amount', { amount: null }],
    ['paid by the quarter', { amount: { cents: 15225, period: 'quarter' } }],
    [
      'paid once a year',
      { benefit: 'allocation_rentree_scolaire', amount: { cents: 42687, period: 'year' } },
    ],
    ['a disabled child’s', { benefit: 'aah', beneficiaries: [{ kind: 'child', firstName: 'Lorikeet' }] }],
    ['nobody’s in particular', { benefit: 'aah', beneficiaries: [] }],
    ['of another kind', { benefit: 'prime_activite' }],
    ['named like an object’s own', { benefit: 'constructor' }],
  ])('are none when %s', (_, change) => {
    expect(paid(right(change))).toEqual([]);
  });

  it('are each adult’s own where each has one', () => {
    const partner = right({ benefit: 'aah', beneficiaries: [{ kind: 'partner', firstName: 'Sam' }] });
    expect(paid(right({ benefit: 'aah' }), partner).map(({ to }) => to)).toEqual(['self', 'partner']);
  });

  it('are unknown when two say that they pay the same', () => {
    const moved = right({ organisation: 'msa-exemple', amount: { cents: 14000, period: 'month' } });
    expect(paid(right(), moved, right({ benefit: 'rsa' })).map(({ benefit }) => benefit)).toEqual(['rsa']);
  });
});
