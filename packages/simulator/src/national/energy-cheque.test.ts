import type { Adult, Household } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { referenceIncome } from '../situation/reference-income.ts';
import { Situation } from '../situation/situation.ts';
import { arbitraryCase } from '../testing/arbitrary-household.ts';
import { withUnknown } from '../testing/forgetting.ts';
import { amountOf, boundsOf, family, verdictOf, type FamilyWords } from '../testing/family.ts';
import { Reasons } from '../why.ts';
import { energyCheque } from './energy-cheque.ts';

const MONTH = '2025-06';
const OWNER = { housing: { occupancy: 'owner' as const } };
const home = (words: FamilyWords): Household => ({ ...family(words), ...OWNER });
const euros = (words: FamilyWords) => amountOf(energyCheque, home(words), MONTH) / 100;
const alone = (salary: number) => euros({ lone: true, salaries: [salary] });

/** A couple of pensioners, both married, born when. */
const pensioners = (births: readonly string[], pensions: readonly number[]): Household => {
  const { adults, ...rest } = family({ salaries: [0, 0] });
  const retired = adults.map((adult, index): Adult => ({
    ...adult,
    birthDate: births[index] ?? '1985-05-15',
    years: (adult.years ?? []).map((year) => ({ ...year, pension: (pensions[index] ?? 0) * 100 })),
  }));
  return { ...rest, adults: retired, ...OWNER };
};
const reference = (household: Household) =>
  Number(referenceIncome(new Situation(household, MONTH), 2023)) / 100;

describe('the energy cheque', () => {
  it('goes by the income for each unit, below each limit', () => {
    // Less 10 %: 5,699, 5,700, 6,800, 7,850, 11,000 €.
    expect([alone(6_332), alone(6_334), alone(7_556), alone(8_723), alone(12_223)]).toEqual([
      194, 146, 98, 48, 0,
    ]);
  });

  it('goes by the size of the household', () => {
    expect([alone(0), euros({ salaries: [0] })]).toEqual([194, 240]);
    expect(euros({ salaries: [0], children: ['2016-03-10'] })).toBe(240);
    expect(euros({ salaries: [0], children: ['2016-03-10', '2018-03-10'] })).toBe(277);
  });

  it('counts a child in shared custody as half a person, and one that is not born as none', () => {
    const shared = { birthDate: '2016-03-10', sharedCustody: true };
    // 1.25 units: 7,125 €; 1.5 units: 8,550 €.
    expect(euros({ lone: true, salaries: [8_000], children: [shared] })).toBe(176);
    expect(euros({ lone: true, salaries: [8_000], children: ['2016-03-10'] })).toBe(240);
    expect(euros({ lone: true, salaries: [0], children: ['2025-08-10'] })).toBe(194);
  });

  it('is for who pays for a home', () => {
    const hosted = { ...family(), housing: { occupancy: 'hosted-free' as const } };
    expect(verdictOf(energyCheque, hosted, MONTH).kind).toBe('closed');
    expect(verdictOf(energyCheque, family({ salaries: [0] }), MONTH)).toMatchObject({
      kind: 'open',
      right: { because: ['housing.occupancy'] },
    });
  });

  it('says by which income, and what the law looks at otherwise', () => {
    const why = new Reasons();
    evaluate(energyCheque, new Situation(pensioners(['1950-05-15', '1952-05-15'], [9_000, 0]), MONTH), why);
    expect(why.criteria.map(({ id, truth }) => [id, truth])).toEqual([
      ['energy-cheque.own-home', true],
      ['energy-cheque.old-age', true],
      ['energy-cheque.old-age', true],
      ['energy-cheque.joint-taxation', true],
      ['energy-cheque.income', true],
    ]);
  });
});

describe('the reference income', () => {
  it('takes 10 % off pensions, of one household no more than its maximum', () => {
    expect(reference(pensioners([], [10_000, 10_000]))).toBe(18_000);
    expect(reference(pensioners([], [40_000, 30_000]))).toBe(70_000 - 4_321);
  });

  it('takes an allowance off for each of a couple of 65 and more with a small income', () => {
    const old = '1950-05-15';
    expect(reference(pensioners([old], [10_000]))).toBe(9_000 - 2_746);
    expect(reference(pensioners([old, old], [10_000]))).toBe(9_000 - 2 * 2_746);
    expect(reference(pensioners([old, old], [20_000]))).toBe(18_000 - 2 * 1_373);
    expect(reference(pensioners([old, old], [40_000]))).toBe(36_000);
  });

  it('is that of two tax households where a couple is not married', () => {
    const { couple: _couple, ...couple } = pensioners(['1950-05-15', '1950-05-15'], [16_000, 16_000]);
    expect(reference({ ...couple, couple: 'cohabiting' })).toBe(2 * (14_400 - 2_746));
    expect(reference({ ...couple, couple: 'pacs' })).toBe(28_800);
  });
});

describe('of the energy cheque the law has it that', () => {
  const RUNS = { numRuns: process.env.MDS_FULL === undefined ? 100 : 1_000 };
  const cheque = (household: Household, month: string) => amountOf(energyCheque, household, month);
  const earning = (household: Household, cents: number): Household => ({
    ...household,
    adults: household.adults.map((adult) => ({
      ...adult,
      years: (adult.years ?? []).map((year) => ({ ...year, salary: (year.salary ?? 0) + cents })),
    })),
  });

  it('more income never raises it', () => {
    const more = fc.integer({ min: 10, max: 20_000 });
    fc.assert(
      fc.property(arbitraryCase, more, ({ household, month }, euros) => {
        expect(cheque(earning(household, euros * 100), month)).toBeLessThanOrEqual(cheque(household, month));
      }),
      RUNS,
    );
  });

  it('one more child without income never lowers it', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.boolean(), ({ household, month }, sharedCustody) => {
        const [child] = family({ children: [{ birthDate: '2020-03-10', sharedCustody }] }).children ?? [];
        const children = [...(household.children ?? []), ...(child ? [child] : [])];
        expect(cheque({ ...household, children }, month)).toBeGreaterThanOrEqual(cheque(household, month));
      }),
      RUNS,
    );
  });

  it('it is one of the published amounts, and the order of the children does not matter', () => {
    const amounts = [0, 48, 63, 76, 98, 113, 126, 146, 176, 202, 194, 240, 277];
    fc.assert(
      fc.property(arbitraryCase, ({ household, month }) => {
        const cents = cheque(household, month);
        expect(amounts).toContain(cents / 100);
        const children = household.children?.toReversed() ?? [];
        expect(cheque({ ...household, children }, month)).toBe(cents);
      }),
      RUNS,
    );
  });

  it('filling in what is not known stays inside the bounds', () => {
    const facts = fc.subarray(['notice', 'custody', 'salary', 'pension', 'housing'], { minLength: 1 });
    fc.assert(
      fc.property(arbitraryCase, facts, ({ household, month }, forgotten) => {
        const { least, most } = boundsOf(energyCheque, withUnknown(household, forgotten), month);
        expect(cheque(household, month)).toBeGreaterThanOrEqual(least);
        expect(cheque(household, month)).toBeLessThanOrEqual(most);
      }),
      RUNS,
    );
  });
});
