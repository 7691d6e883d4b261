import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountOf,
  boundsOf,
  family,
  paidOf,
  verdictOf,
  withoutIncomes,
  type FamilyWords,
} from '../testing/family.ts';
import { af } from './af.ts';

const paid = (words: FamilyWords, month = '2025-06') => paidOf(af, family(words), month);

const SMALL = ['2016-03-10', '2018-07-20', '2020-02-05', '2021-09-12'];

describe('allocations familiales', () => {
  it('are paid from the second child on, whatever the income', () => {
    expect(verdictOf(af, family({ children: SMALL.slice(0, 1) }), '2025-06').kind).toBe('closed');
    expect(paid({ children: SMALL.slice(0, 2) })).toBe(151.04);
    expect(paid({ children: SMALL.slice(0, 3) })).toBe(344.56);
    expect(paid({ children: SMALL })).toBe(538.08);
  });

  it('fall to a half and a quarter by income', () => {
    const children = SMALL.slice(0, 2);
    expect(paid({ children, salaries: [100_000] })).toBe(75.52);
    expect(paid({ children, salaries: [200_000] })).toBe(37.76);
  });

  it('lose just above a ceiling no more than the income is above it, a twelfth a month', () => {
    // The ceiling for two children in 2025: 78,565 €; 120 € a year above it are 10 € a month.
    const household = family({ children: SMALL.slice(0, 2), salaries: [(78_565 + 120) / 0.9] });
    expect(Math.abs(amountOf(af, household, '2025-06') - (151_80 - 10_00))).toBeLessThan(10);
  });

  it('give more for a child from 14 on, or from 18 on who was born since March 2012', () => {
    const older = ['2011-04-10', '2016-03-10', '2018-07-20'];
    expect(paid({ children: older }, '2025-06')).toBe(420.08);
    const since = ['2012-04-10', '2016-03-10', '2018-07-20'];
    expect(paid({ children: since }, '2026-02')).toBe(344.56);
    expect(paid({ children: since }, '2026-06')).toBe(347.31);
    expect(paid({ children: older }, '2026-06')).toBe(423.44);
  });

  it('give nothing more for the elder of two, nor for one who is of the same age', () => {
    expect(paid({ children: ['2008-04-10', '2018-07-20'] })).toBe(151.04);
    expect(paid({ children: ['2007-04-10', '2009-07-20'] })).toBe(226.56);
    expect(paid({ children: ['2009-04-10', '2009-04-10'] })).toBe(151.04);
  });

  it('give a flat amount for one more year when one of three turns 20', () => {
    const children = ['2005-05-10', '2016-03-10', '2018-07-20'];
    expect(paid({ children })).toBe(246.54);
    expect(paid({ children }, '2026-05')).toBe(152.24);
  });

  it('halve what a child in shared custody brings', () => {
    const shared = { birthDate: '2016-03-10', sharedCustody: true };
    expect(paid({ children: [shared, '2018-07-20'] })).toBe(113.28);
    expect(paid({ children: [shared, { ...shared, birthDate: '2018-07-20' }] })).toBe(75.52);
  });

  it('lie between the quarter and the whole for want of the income of two years ago', () => {
    const household = family({ children: SMALL.slice(0, 2) });
    expect(boundsOf(af, withoutIncomes(household), '2025-06')).toEqual({ least: 37_95, most: 151_80 });
  });

  it('ask for nothing more where there are fewer than two children', () => {
    const { couple: _couple, ...household } = family({ children: SMALL.slice(0, 1) });
    expect(verdictOf(af, household, '2025-06').kind).toBe('closed');
  });

  it('never rise with the income of two years ago, nor fall by more than a twelfth of it for each of their two parts', () => {
    const births = fc.array(fc.constantFrom(...SMALL, '2005-05-10', '2008-02-03'), { maxLength: 6 });
    const incomes = fc.tuple(fc.integer({ min: 60_000, max: 180_000 }), fc.integer({ min: 1, max: 2_000 }));
    fc.assert(
      fc.property(births, incomes, (children, [salary, more]) => {
        const before = amountOf(af, family({ children, salaries: [salary] }), '2025-06');
        const after = amountOf(af, family({ children, salaries: [salary + more] }), '2025-06');
        expect(after).toBeLessThanOrEqual(before);
        expect(before - after).toBeLessThanOrEqual((2 * (more + 1) * 100) / 12 + 1);
      }),
      { numRuns: 200 },
    );
  });
});
