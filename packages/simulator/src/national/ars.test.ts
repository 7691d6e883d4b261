import { describe, expect, it } from 'vitest';
import { boundsOf, family, monthly, paidOf, withoutIncomes, type FamilyWords } from '../testing/family.ts';
import { ars } from './ars.ts';

const paid = (words: FamilyWords, month = '2025-06') => paidOf(ars, family(words), month);

describe('allocation de rentrée scolaire', () => {
  it('is paid by age, as it will be in December', () => {
    expect(paid({ children: ['2016-03-10'] })).toBe(423.47);
    expect(paid({ children: ['2014-03-10'] })).toBe(446.84);
    expect(paid({ children: ['2010-03-10'] })).toBe(462.33);
    expect(paid({ children: ['2016-03-10', '2014-03-10', '2010-03-10'] })).toBe(1_332.64);
  });

  it('begins with the year of the sixth birthday and ends with school at 18', () => {
    expect(paid({ children: ['2019-11-20'] })).toBe(423.47);
    expect(paid({ children: ['2020-03-10'] })).toBe(0);
    expect(paid({ children: ['2007-10-20'] })).toBe(462.33);
    expect(paid({ children: ['2007-07-20'] })).toBe(0);
  });

  it('is the same in whatever month of the year one asks, for children who do not turn 20 in it', () => {
    for (const month of ['2025-06', '2025-09', '2025-12'])
      expect(paid({ children: ['2016-03-10'] }, month)).toBe(423.47);
  });

  it('is not paid for a child that earns its living', () => {
    expect(paid({ children: [{ birthDate: '2009-03-10', incomes: { salary: monthly(1_500) } }] })).toBe(0);
  });

  it('goes down, above the ceiling, by what the income is above it, to nothing below 15 €', () => {
    // One child in 2025: 21,880 € × 1.3 = 28,444 €.
    const salaries = (above: number) => [Math.floor((28_444 + above) / 0.9)];
    expect(paid({ children: ['2016-03-10'], salaries: salaries(0) })).toBe(423.47);
    expect(paid({ children: ['2016-03-10'], salaries: salaries(100) })).toBeCloseTo(323.97, -1);
    expect(paid({ children: ['2016-03-10'], salaries: salaries(420) })).toBe(0);
  });

  it('is at most the whole for want of the income of two years ago', () => {
    const silent = withoutIncomes(family({ children: ['2016-03-10'] }));
    expect(boundsOf(ars, silent, '2025-06')).toEqual({ least: 0, most: 425_60 });
  });
});
