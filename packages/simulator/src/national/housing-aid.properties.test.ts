import type { Adult, Child, Household, Housing } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthIndex, monthName } from '../calendar.ts';
import { Situation } from '../situation/situation.ts';
import { arbitraryCase, arbitraryChild } from '../testing/arbitrary-household.ts';
import { withUnknown } from '../testing/forgetting.ts';
import { amountOf, boundsOf, verdictOf } from '../testing/family.ts';
import { highest } from '../unknown/num.ts';
import { highRents } from './housing-aid/settlement.ts';
import { housingAid } from './housing-aid.ts';

/*
 * Where a social tenant is left out: the landlord takes nothing off the rent any more once resources pass a ceiling, and
 * the aid then rises by what it fell for that.
 */
const PRIVATE = ['tenant-unfurnished', 'tenant-furnished'] as const;
const RENTED = [...PRIVATE, 'tenant-social'] as const;

interface Case {
  readonly month: string;
  readonly household: Household;
}

const inHome = ({ month, household }: Case, housing: Housing): Case => ({
  month,
  household: { ...household, housing: { ...household.housing, ...housing } },
});

const arbitraryTenant = (occupancies: readonly (typeof RENTED)[number][] = RENTED): fc.Arbitrary<Case> =>
  fc
    .tuple(arbitraryCase, fc.constantFrom(...occupancies))
    .map(([one, occupancy]) => inHome(one, { occupancy }));

const aid = ({ household, month }: Case) => amountOf(housingAid, household, month);
/** The highest rent that leaves the aid whole: rents count in whole euros. */
function highestFullRent({ household, month }: Case): number {
  const [falls] = highRents(new Situation(household, month));
  return Math.floor(highest(falls) / 100) * 100;
}

const zone = fc.constantFrom(1, 2, 3);
const euros = (most: number) => fc.integer({ min: 0, max: most }).map((whole) => whole * 100);

const eachAdult = (one: Case, change: (adult: Adult, month: string) => Adult): Case => ({
  ...one,
  household: { ...one.household, adults: one.household.adults.map((adult) => change(adult, one.month)) },
});

/** More pay in each month from M-13 to M-5, which no other benefit of the month looks at. */
const paidMore = (one: Case, cents: number): Case =>
  eachAdult(one, (adult, month) => {
    const start = monthIndex(month) - 24;
    const salary = adult.incomes?.salary;
    const from = salary === undefined || salary === 'none' ? start : monthIndex(salary.start);
    const former = salary === undefined || salary === 'none' ? [] : (salary.netPaid ?? []);
    const netPaid = Array.from({ length: monthIndex(month) - from + 1 }, (_, index) => {
      const ago = monthIndex(month) - from - index;
      return (former[index] ?? 0) + (ago >= 5 && ago <= 13 ? cents : 0);
    });
    return { ...adult, incomes: { ...adult.incomes, salary: { start: monthName(from), netPaid } } };
  });

const RUNS = { numRuns: process.env.MDS_FULL === undefined ? 100 : 1_000 };

describe('of the housing aid the law has it that', () => {
  it('more rent never lowers it, as long as the rent is not too high', () => {
    fc.assert(
      fc.property(arbitraryTenant(), euros(1_500), euros(1_500), (one, a, b) => {
        const rent = Math.min(Math.max(a, b), highestFullRent(one));
        const less = Math.min(a, b, rent);
        expect(aid(inHome(one, { rent }))).toBeGreaterThanOrEqual(aid(inHome(one, { rent: less })));
      }),
      RUNS,
    );
  });

  it('a higher rent than that never raises it', () => {
    fc.assert(
      fc.property(arbitraryTenant(PRIVATE), euros(1_500), euros(500), (one, rent, more) => {
        // Two thirds of a furnished rent count.
        const high = highestFullRent(one) * 1.5 + rent;
        expect(aid(inHome(one, { rent: high + more }))).toBeLessThanOrEqual(aid(inHome(one, { rent: high })));
      }),
      RUNS,
    );
  });

  it('more pay never raises it', () => {
    fc.assert(
      fc.property(arbitraryTenant(PRIVATE), fc.integer({ min: 50, max: 1_000 }), (one, more) => {
        expect(aid(paidMore(one, more * 100))).toBeLessThanOrEqual(aid(paidMore(one, 0)));
      }),
      RUNS,
    );
  });

  it('more savings never raise it', () => {
    fc.assert(
      fc.property(arbitraryTenant(PRIVATE), euros(50_000), euros(50_000), (one, livretA, more) => {
        const saving = (cents: number) =>
          aid(eachAdult(one, (adult) => ({ ...adult, savings: { livretA: cents, other: 0 } })));
        expect(saving(livretA + more)).toBeLessThanOrEqual(saving(livretA));
      }),
      RUNS,
    );
  });

  it('it is no less in zone 1 than in zone 2, nor there than in zone 3', () => {
    fc.assert(
      fc.property(arbitraryTenant(PRIVATE), (one) => {
        const [first, second, third] = ([1, 2, 3] as const).map((zone) => aid(inHome(one, { zone })));
        expect(first).toBeGreaterThanOrEqual(second ?? Infinity);
        expect(second).toBeGreaterThanOrEqual(third ?? Infinity);
      }),
      RUNS,
    );
  });

  it('one more small child never lowers it', () => {
    const small = arbitraryTenant(PRIVATE).chain((one) =>
      fc.tuple(fc.constant(one), arbitraryChild('more', one.month)),
    );
    fc.assert(
      fc.property(small, ([one, drawn]) => {
        const birthDate = `${monthName(monthIndex(one.month) - 30)}-15`;
        const child: Child = { ...drawn, birthDate, incomes: {}, disability: 'none' };
        const children = [...(one.household.children ?? []), child];
        expect(aid({ ...one, household: { ...one.household, children } })).toBeGreaterThanOrEqual(aid(one));
      }),
      RUNS,
    );
  });

  it('to share a flat, or to furnish it, never raises it', () => {
    fc.assert(
      fc.property(arbitraryTenant(['tenant-unfurnished']), euros(650), (one, rent) => {
        const alone = aid(inHome(one, { rent, flatShare: false }));
        expect(aid(inHome(one, { rent, flatShare: true }))).toBeLessThanOrEqual(alone);
      }),
      RUNS,
    );
    fc.assert(
      fc.property(arbitraryTenant(PRIVATE), euros(500), (one, rent) => {
        const empty = aid(
          inHome(one, { rent, flatShare: false, singleRoom: false, occupancy: 'tenant-unfurnished' }),
        );
        const furnished = {
          rent,
          flatShare: false,
          singleRoom: false,
          occupancy: 'tenant-furnished',
        } as const;
        expect(aid(inHome(one, furnished))).toBeLessThanOrEqual(empty);
      }),
      RUNS,
    );
  });

  it('who had RSA the month before never has less', () => {
    fc.assert(
      fc.property(arbitraryTenant(PRIVATE), (one) => {
        const month = monthName(monthIndex(one.month) - 1);
        const having = (rsa: { from: string; cents: number }[]) =>
          aid({ ...one, household: { ...one.household, received: { ...one.household.received, rsa } } });
        expect(having([{ from: month, cents: 300_00 }])).toBeGreaterThanOrEqual(having([]));
      }),
      RUNS,
    );
  });

  it('who is recognised as disabled never has less', () => {
    fc.assert(
      fc.property(arbitraryTenant(), (one) => {
        const recognised = (yes: boolean) =>
          aid(
            eachAdult(one, (adult) => ({
              ...adult,
              disability: {
                ...(adult.disability === 'none' ? {} : adult.disability),
                incapacityRate: 0,
                recognised: yes,
              },
            })),
          );
        expect(recognised(true)).toBeGreaterThanOrEqual(recognised(false));
      }),
      RUNS,
    );
  });

  it('it is never more than the rent and the flat amount for charges', () => {
    fc.assert(
      fc.property(arbitraryTenant(), (one) => {
        const children = one.household.children?.length ?? 0;
        const rent = one.household.housing?.rent ?? 0;
        expect(aid(one)).toBeLessThanOrEqual(rent + 60_59 + children * 13_74);
        expect(aid(one)).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('the order of the children does not matter', () => {
    fc.assert(
      fc.property(arbitraryTenant(), (one) => {
        const children = one.household.children?.toReversed() ?? [];
        expect(aid({ ...one, household: { ...one.household, children } })).toBe(aid(one));
      }),
      RUNS,
    );
  });
});

describe('of what is not known', () => {
  const facts = [
    'rent',
    'flatShare',
    'salary',
    'pension',
    'unemployment',
    'alimony',
    'notice',
    'savings',
    'property',
    'disability',
    'childDisability',
    'expectedBirth',
    'received',
  ];

  it('filling in anything stays inside the bounds', () => {
    fc.assert(
      fc.property(arbitraryTenant(), fc.subarray(facts, { minLength: 1, maxLength: 4 }), (one, forgotten) => {
        const verdict = verdictOf(housingAid, withUnknown(one.household, forgotten), one.month);
        if (verdict.kind !== 'open') return;
        const { least, most } = boundsOf(housingAid, withUnknown(one.household, forgotten), one.month);
        expect(aid(one)).toBeGreaterThanOrEqual(least);
        expect(aid(one)).toBeLessThanOrEqual(most);
      }),
      RUNS,
    );
  });

  it('any rent stays inside the bounds of an unknown one, and one of them reaches the upper', () => {
    fc.assert(
      fc.property(arbitraryTenant(), zone, euros(1_500), (drawn, place, rent) => {
        const one = inHome(drawn, { zone: place, rent });
        const { least, most } = boundsOf(housingAid, withUnknown(one.household, ['rent']), one.month);
        expect(aid(one)).toBeGreaterThanOrEqual(least);
        expect(aid(one)).toBeLessThanOrEqual(most);
        expect(aid(inHome(one, { rent: highestFullRent(one) }))).toBe(most);
      }),
      RUNS,
    );
  });
});
