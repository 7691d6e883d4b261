import type { Child, Household } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { monthIndex, monthName } from '../calendar.ts';
import { arbitraryMonth } from './arbitrary-household.ts';
import { family, monthly } from './family.ts';

/** A month, and a family seen in it. */
export interface FamilyCase {
  readonly month: string;
  readonly household: Household;
}

const child = fc.record({
  months: fc.integer({ min: -2, max: 22 * 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  sharedCustody: fc.constantFrom(false, false, true),
  pay: fc.constantFrom(0, 0, 0, 500, 1_500),
  incapacityRate: fc.constantFrom(0, 0, 0, 30, 50, 80),
  aeehComplement: fc.integer({ min: 0, max: 6 }),
});

/**
 * What family benefits look at and nothing else, all of it known: a tenth of the time that a whole household takes.
 * Incomes lie around the ceilings.
 */
export const arbitraryFamily: fc.Arbitrary<FamilyCase> = fc
  .record({
    month: arbitraryMonth,
    lone: fc.boolean(),
    salaries: fc.tuple(fc.integer({ min: 0, max: 90_000 }), fc.constantFrom(0, 4_000, 8_000, 30_000)),
    alimony: fc.constantFrom(0, 0, 100, 400),
    children: fc.array(child, { maxLength: 5 }),
    unborn: fc.constantFrom(0, 0, 1, 2),
  })
  .map(({ month, children, unborn, ...words }) => {
    const now = monthIndex(month);
    const kids = children.map(
      ({ months, day, sharedCustody, pay, incapacityRate, aeehComplement }): Partial<Child> => ({
        birthDate: `${monthName(now - months)}-${String(day).padStart(2, '0')}`,
        sharedCustody,
        disability: incapacityRate > 0 ? { recognised: true, incapacityRate, aeehComplement } : 'none',
        ...(pay > 0 && months > 16 * 12 ? { incomes: { salary: monthly(pay) } } : {}),
      }),
    );
    const expectedBirth = unborn === 0 ? 'none' : { month: monthName(now + 2), count: unborn, parent: 'p1' };
    return { month, household: family({ ...words, children: kids, expectedBirth }) };
  });
