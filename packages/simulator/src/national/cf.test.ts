import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountOf,
  boundsOf,
  family,
  monthly,
  paidOf,
  verdictOf,
  withoutIncomes,
  type FamilyWords,
} from '../testing/family.ts';
import { cf } from './cf.ts';

const THREE = ['2012-03-10', '2016-07-20', '2020-02-05'];
const paid = (words: FamilyWords, month = '2025-06') =>
  paidOf(cf, family({ children: THREE, ...words }), month);

describe('complément familial', () => {
  it('is paid from the third child aged three on, more of it to those with half the ceiling', () => {
    expect(paid({})).toBe(294.91);
    expect(paid({ salaries: [40_000] })).toBe(196.59);
    expect(verdictOf(cf, family({ children: THREE.slice(1) }), '2025-06').kind).toBe('closed');
  });

  it('goes down, above the ceiling, by a twelfth of what the income is above it, to nothing', () => {
    // Three children, one earner: 24,414 € × 1.8 = 43,945.20 €.
    expect(paid({ salaries: [(43_945.2 + 1_200) / 0.9] })).toBeCloseTo((197.58 - 100) * 0.995, 0);
    const above = family({ children: THREE, salaries: [(43_945.2 + 2_400) / 0.9] });
    expect(verdictOf(cf, above, '2025-06').kind).toBe('closed');
  });

  it('has a higher ceiling for a lone parent and where both earn', () => {
    expect(paid({ salaries: [58_000], lone: true })).toBe(196.59);
    expect(paid({ salaries: [48_000, 10_000] })).toBe(196.59);
    expect(paid({ salaries: [54_000, 4_000] })).toBe(0);
  });

  it('counts children until 21 who do not earn their living', () => {
    const children = [...THREE.slice(1), '2005-03-10'];
    expect(paid({ children })).toBe(294.91);
    expect(paid({ children }, '2026-02')).toBe(294.91);
    expect(paid({ children }, '2026-03')).toBe(0);
    const working = { birthDate: '2007-03-10', incomes: { salary: monthly(1_500) } };
    expect(paid({ children: [...THREE.slice(1), working] })).toBe(0);
  });

  it('is not paid beside the PAJE, but where its income is too high for that', () => {
    const children = [...THREE, '2023-10-05'];
    expect(paid({ children })).toBe(0);
    expect(paid({ children, salaries: [85_000], lone: true })).toBe(0);
  });

  it('lies between nothing and the increased amount for want of the income of two years ago', () => {
    const silent = withoutIncomes(family({ children: THREE }));
    expect(boundsOf(cf, silent, '2025-06')).toEqual({ least: 0, most: 296_39 });
  });

  it('cannot tell where the tax notice shows an income that no rule computes with', () => {
    const [first, second] = family({ children: THREE }).adults;
    const years = first?.years?.map((year) => ({ ...year, other: 8_000_00 }));
    const household = {
      ...family({ children: THREE }),
      adults: [
        { ...first, id: 'p1', years },
        { ...second, id: 'p2' },
      ],
    };
    expect(verdictOf(cf, household, '2025-06')).toEqual({
      kind: 'beyond',
      facts: ['beyond.otherYearlyIncome'],
    });
  });

  it('cannot tell either where the partner’s other income may make them two earners, with the higher ceiling', () => {
    const household = family({ children: THREE, salaries: [58_000] });
    const [first, second] = household.adults;
    const years = second?.years?.map((year) => ({ ...year, other: 8_000_00 }));
    const couple = { ...household, adults: [first ?? { id: 'p1' }, { id: 'p2', ...second, years }] };
    expect(verdictOf(cf, couple, '2025-06').kind).toBe('beyond');
  });

  it('never rises with the income of two years ago, nor falls faster than it, but at half the ceiling', () => {
    const births = fc.array(fc.constantFrom('2006-04-02', ...THREE), { minLength: 2, maxLength: 6 });
    const incomes = fc.tuple(fc.integer({ min: 10_000, max: 90_000 }), fc.integer({ min: 1, max: 2_000 }));
    fc.assert(
      fc.property(births, fc.boolean(), incomes, (children, lone, [salary, more]) => {
        const amount = (earned: number) =>
          amountOf(cf, family({ children, lone, salaries: [earned] }), '2025-06');
        const [before, after] = [amount(salary), amount(salary + more)];
        expect(after).toBeLessThanOrEqual(before);
        if (before <= 197_58) expect(before - after).toBeLessThanOrEqual(((more + 1) * 100) / 12 + 1);
      }),
      { numRuns: 200 },
    );
  });
});
