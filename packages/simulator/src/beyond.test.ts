import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Adult, Household, MonthlyIncome } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BenefitResult, Beyond } from './result.ts';
import { simulate } from './simulate.ts';
import { arbitraryCase } from './testing/arbitrary-household.ts';
import { home } from './testing/home.ts';

/** Two years of it, up to a month later than any that is simulated here. */
const income: MonthlyIncome = { start: '2024-01', netPaid: Array.from({ length: 48 }, () => 900_00) };

type Change = (adult: Adult) => Adult;
const earning =
  (kind: 'selfEmployment' | 'dailyAllowance' | 'rent' | 'investment'): Change =>
  (adult) => ({ ...adult, incomes: { ...adult.incomes, [kind]: income } });

const wholeNotice: Change = (adult) => ({
  ...adult,
  years: (adult.years ?? []).map((notice) => ({ ...notice, other: 10_800_00 })),
});

const FACTS: readonly (readonly [Beyond, Change])[] = [
  ['self-employment', earning('selfEmployment')],
  ['daily-allowance', earning('dailyAllowance')],
  ['rent', earning('rent')],
  ['investment', earning('investment')],
  ['other-yearly-income', wholeNotice],
  ['savings', (adult) => ({ ...adult, savings: { ...adult.savings, other: 20_000_00 } })],
  ['property', (adult) => ({ ...adult, ownsOtherProperty: true })],
];

/** Nothing of anybody counts for them. */
const WITHOUT_MEANS_TEST: readonly BenefitId[] = ['allocation_soutien_familial', 'aeeh'];
/** They look at one's own resources alone, and at a flat amount for students: these may stay as they were. */
const OF_OTHERS: readonly BenefitId[] = ['aah', 'aides_logement', 'ass'];
/** What somebody has today, and did not have two years ago, does not count for them yet. */
const OF_TWO_YEARS_AGO: readonly BenefitId[] = [
  'allocations_familiales',
  'complement_familial',
  'allocation_rentree_scolaire',
  'paje_base',
  'paje_naissance',
  'cheque_energie',
];

const withFact = (household: Household, change: Change): Household => ({
  ...household,
  adults: household.adults.map((adult, index) => (index === 0 ? change(adult) : adult)),
});

const said = ({ status, gross, supplement, contribution }: BenefitResult) => ({
  status,
  gross,
  supplement,
  contribution,
});

describe.each(FACTS)('what the rules know of and do not compute with: %s', (reason, change) => {
  it('changes nothing of a benefit, or no figure is told of it, and why', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ month, household }) => {
        const known = simulate(household, { month }).benefits;
        const unsure = simulate(withFact(household, change), { month }).benefits;
        for (const [index, is] of unsure.entries()) {
          const was = known[index];
          if (!was) throw new Error('a benefit is gone');
          if (is.status === 'cannot-tell') {
            expect({ id: is.id, ...said(is), beyond: is.beyond }).toEqual({
              ...{ id: is.id, status: 'cannot-tell', gross: null, supplement: null, contribution: null },
              beyond: [reason],
            });
          } else {
            // Of any size, and so also of none: what is certain is what it was.
            expect({ id: is.id, ...said(is) }).toEqual({ id: was.id, ...said(was) });
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a right with a means test', () => {
  it.each(FACTS.slice(0, 4))(
    'is never told as certain beside an income of this kind: %s',
    (_reason, change) => {
      const both: Change = (adult) => wholeNotice(change(adult));
      fc.assert(
        fc.property(arbitraryCase, ({ month, household }) => {
          for (const { id, status } of simulate(withFact(household, both), { month }).benefits) {
            if (WITHOUT_MEANS_TEST.includes(id) || OF_OTHERS.includes(id)) continue;
            expect({ id, status }).not.toEqual({ id, status: 'eligible' });
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  it('is certain beside one that began after the year that counts', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ month, household }) => {
        const known = simulate(household, { month }).benefits;
        const begun = simulate(withFact(household, earning('selfEmployment')), { month }).benefits;
        const late = ({ id }: BenefitResult) => OF_TWO_YEARS_AGO.includes(id);
        expect(begun.filter(late).map(said)).toEqual(known.filter(late).map(said));
      }),
      { numRuns: 40 },
    );
  });
});

describe('somebody self-employed', () => {
  const month = '2026-06';
  const status = (household: Household, id: BenefitId) => {
    const { benefits } = simulate(household, { month });
    const found = benefits.find((one) => one.id === id);
    return found && { status: found.status, beyond: found.beyond };
  };
  const alone = home();
  const selfEmployedSince = (from: string | null): Household =>
    withFact(alone, (adult) => ({
      ...adult,
      workedFiveOfLastTenYears: true,
      activity: [
        ...(from === null ? [] : [{ status: 'unemployed' as const, from: null }]),
        { status: 'self-employed', from },
      ],
    }));

  it('may have a prime d’activité without any salary: that is no "no"', () => {
    const told = { status: 'cannot-tell', beyond: ['self-employment'] };
    expect(status(selfEmployedSince(null), 'prime_activite')).toEqual(told);
    expect(status(withFact(alone, earning('selfEmployment')), 'prime_activite')).toEqual(told);
    // Maternity and paternity allowances are taken for pay.
    expect(status(withFact(alone, earning('dailyAllowance')), 'prime_activite')).toEqual({
      status: 'cannot-tell',
      beyond: ['daily-allowance'],
    });
    expect(status(alone, 'prime_activite')).toEqual({ status: 'not-eligible', beyond: [] });
  });

  it('may still have ASS in the first three months', () => {
    expect(status(selfEmployedSince('2026-05'), 'ass')?.status).toBe('cannot-tell');
    expect(status(selfEmployedSince('2025-01'), 'ass')?.status).toBe('not-eligible');
  });
});

describe('overseas', () => {
  const month = '2026-06';
  const owner = (commune?: string): Household => ({
    ...home({ salary: 900, children: ['2015-03-10', '2018-04-10'] }),
    housing: { occupancy: 'owner', ...(commune !== undefined && { commune }) },
  });

  it.each(['97411', '97105', '98818'])('tells no figure but the chèque énergie’s in %s', (commune) => {
    for (const { id, ...result } of simulate(owner(commune), { month }).benefits) {
      if (id === 'cheque_energie') expect(result.status).toBe('eligible');
      else expect({ id, ...result }).toMatchObject({ id, status: 'cannot-tell', beyond: ['overseas'] });
    }
  });

  it('is asked about, as it would change every figure', () => {
    const { benefits } = simulate(owner(), { month });
    const asking = benefits.filter(({ missing }) => missing.includes('housing.commune'));
    const eligible = benefits.filter(({ status }) => status === 'eligible').map(({ id }) => id);
    expect(asking.map(({ id }) => id)).toEqual(eligible.filter((id) => id !== 'cheque_energie'));
    expect(simulate(owner('31555'), { month }).missing).toEqual([]);
  });
});
