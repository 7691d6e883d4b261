import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Household } from '@mds-kit/contract/household';
import { describe, expect, it } from 'vitest';
import type { Doubt } from './result.ts';
import { simulate } from './simulate.ts';
import { home } from './testing/home.ts';
import { monthly } from './testing/family.ts';

const two = ['2015-03-10', '2018-04-10'];

/** The benefits that are told with this doubt. */
const doubted = (doubt: Doubt, household: Household, month = '2026-06'): BenefitId[] =>
  simulate(household, { month })
    .benefits.filter(({ doubts }) => doubts.includes(doubt))
    .map(({ id }) => id);

describe('a result to be read with care', () => {
  it('is each that looks at the income of two years ago, where that is a guess', () => {
    const family = home({ salary: 1_500, children: two });
    const guessed: Household = {
      ...family,
      adults: family.adults.map((adult) => ({
        ...adult,
        years: (adult.years ?? []).map((notice) => ({ ...notice, estimated: true })),
      })),
    };
    const ofTwoYearsAgo: BenefitId[] = [
      ...(['allocations_familiales', 'complement_familial', 'allocation_rentree_scolaire'] as const),
      ...(['paje_base', 'paje_naissance', 'cheque_energie', 'aah'] as const),
    ];
    expect(doubted('year-estimated', guessed)).toEqual(ofTwoYearsAgo);
    expect(doubted('year-estimated', family)).toEqual([]);
  });

  it.each([
    ['below', 7_000, true],
    ['above', 7_300, true],
    ['far below', 6_500, false],
    ['far above', 7_700, false],
  ])('is one whose income lies a little beside a ceiling, or not: %s', (_where, salary, near) => {
    // Nine tenths of 1.037 × the pay count, beside 79,980 € a year for two children: 7,141 € a month.
    const family = home({ salary, children: two });
    expect(doubted('near-threshold', family).includes('allocations_familiales')).toBe(near);
  });

  it('is the ASF of several children beside alimony, of which nobody said for whom it is', () => {
    const alimony = { incomes: { ...home().adults[0]?.incomes, alimony: monthly(60) } };
    const rough = (household: Household) => doubted('approximate-rule', household);
    expect(rough(home({ children: two, adult: alimony }))).toContain('allocation_soutien_familial');
    expect(rough(home({ children: two }))).not.toContain('allocation_soutien_familial');
    expect(rough(home({ children: ['2015-03-10'], adult: alimony }))).not.toContain(
      'allocation_soutien_familial',
    );
  });

  it('is one by a tariff of which the text was not found, from the month on that it is of', () => {
    const extrapolated: BenefitId[] = ['asi', 'complementaire_sante_solidaire'];
    expect(doubted('extrapolated-parameter', home(), '2026-04')).toEqual(extrapolated);
    expect(doubted('extrapolated-parameter', home(), '2026-03')).toEqual([]);
  });
});
