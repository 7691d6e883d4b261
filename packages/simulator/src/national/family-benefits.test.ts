import type { Adult, Child, Household } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthIndex, monthName } from '../calendar.ts';
import { evaluate } from '../evaluate.ts';
import type { Rule } from '../rule.ts';
import { Situation } from '../situation/situation.ts';
import { arbitraryFamily, type FamilyCase as Case } from '../testing/arbitrary-family.ts';
import { amountIn, amountOf, boundsOf } from '../testing/family.ts';
import { highest } from '../unknown/num.ts';
import { Reasons } from '../why.ts';
import { aeeh } from './aeeh.ts';
import { af } from './af.ts';
import { ars } from './ars.ts';
import { asf } from './asf.ts';
import { cf, cfPlain } from './cf.ts';
import { pajeBase } from './paje-base.ts';
import { pajeBirth } from './paje-birth.ts';

/* What the law of family benefits has in common, for any family about which all is known. */

const ALL = [af, cf, asf, ars, pajeBase, pajeBirth, aeeh];
const MEANS_TESTED = [af, ars, pajeBase, pajeBirth];
const RUNS = { numRuns: 200 };

const amounts = ({ household, month }: Case, rules: readonly Rule[] = ALL): Record<string, number> => {
  const situation = new Situation(household, month);
  return Object.fromEntries(rules.map((rule) => [rule.id, amountIn(situation, rule)]));
};
const plainCf = ({ household, month }: Case) => highest(cfPlain(new Situation(household, month)));

const childrenOf = (household: Household): Child[] => household.children ?? [];
const withChildren = (one: Case, children: Child[]): Case => ({
  ...one,
  household: { ...one.household, children },
});
const newborn = (id: string, birthDate: string): Child => ({
  id,
  birthDate,
  sharedCustody: false,
  disability: 'none',
  incomes: { salary: 'none' },
});
const withAdults = (one: Case, change: (adult: Adult, index: number) => Adult): Case => ({
  ...one,
  household: { ...one.household, adults: one.household.adults.map(change) },
});
const since = ({ month }: Case, months: number, day = '14') =>
  `${monthName(monthIndex(month) - months)}-${day}`;

const withoutIncome = (one: Case): Case =>
  withAdults(one, (adult) => ({ ...adult, years: [], incomes: NOTHING }));

/** The applicant alone, whoever else there was. */
const alone = (one: Case): Case => ({
  ...one,
  household: { ...one.household, couple: 'single', adults: one.household.adults.slice(0, 1) },
});

const every = (holds: (one: Case) => void) => {
  fc.assert(fc.property(arbitraryFamily, holds), RUNS);
};

describe('family benefits', () => {
  it('do not depend on the order in which the children are told', () => {
    every((one) => {
      const reversed = withChildren(one, childrenOf(one.household).toReversed());
      expect(amounts(reversed)).toEqual(amounts(one));
    });
  });

  it('never rise with the income of two years before', () => {
    fc.assert(
      fc.property(arbitraryFamily, fc.integer({ min: 1, max: 20_000 }), (one, euros) => {
        // A pension: a higher wage may make a couple one of two earners, whose ceilings are higher.
        const richer = withAdults(one, (adult) => ({
          ...adult,
          years: adult.years?.map((year) => ({ ...year, pension: (year.pension ?? 0) + euros * 100 })),
        }));
        const [before, after] = [amounts(one, MEANS_TESTED), amounts(richer, MEANS_TESTED)];
        for (const { id } of MEANS_TESTED) expect(after[id], id).toBeLessThanOrEqual(before[id] ?? 0);
        expect(plainCf(richer)).toBeLessThanOrEqual(plainCf(one));
      }),
      RUNS,
    );
  });

  it('are for a lone parent never less than for a couple with that one income', () => {
    every((one) => {
      const partner: Adult = { id: 'p2', birthDate: '1990-05-15', years: [], incomes: NOTHING };
      const [applicant] = one.household.adults;
      if (!applicant) return;
      const couple = {
        ...one,
        household: { ...one.household, couple: 'married' as const, adults: [applicant, partner] },
      };
      const [lone, two] = [amounts(alone(one)), amounts(couple)];
      for (const { id } of [af, ars, pajeBase, pajeBirth, asf, aeeh]) {
        expect(lone[id], id).toBeGreaterThanOrEqual(two[id] ?? 0);
      }
      expect(plainCf(alone(one))).toBeGreaterThanOrEqual(plainCf(couple));
    });
  });

  it('are not opened by a child who is still to be born, but for the grant before the birth', () => {
    every((one) => {
      // Not before next year: who is there in October counts for this year's ceiling of the ARS.
      const unborn = newborn('c9', `${String(Number(one.month.slice(0, 4)) + 1)}-01-14`);
      expect(amounts(withChildren(one, [...childrenOf(one.household), unborn]))).toEqual(amounts(one));
      const { paje_naissance: _without, ...rest } = amounts({
        ...one,
        household: { ...one.household, expectedBirth: 'none' },
      });
      expect(amounts(one)).toMatchObject(rest);
    });
  });

  it('count no child any more who has turned 21, from the first of that month on', () => {
    every((one) => {
      const grown = newborn('c9', since(one, 21 * 12, '28'));
      expect(amounts(withChildren(one, [...childrenOf(one.household), grown]))).toEqual(amounts(one));
    });
  });

  it('are never less for one more child of seven', () => {
    every((one) => {
      const more = withChildren(one, [...childrenOf(one.household), newborn('c9', since(one, 7 * 12 + 3))]);
      const [before, after] = [amounts(one), amounts(more)];
      for (const { id } of [af, asf, ars, pajeBase, pajeBirth, aeeh]) {
        expect(after[id], id).toBeGreaterThanOrEqual(before[id] ?? 0);
      }
    });
  });

  it('lie, of a lone parent whose income of two years before nobody knows, between those without income and with any', () => {
    every((one) => {
      const income = (euros: number) =>
        withAdults(alone(one), (adult) => ({
          ...adult,
          years: adult.years?.map(({ year }) => ({ year, ...NO_INCOME, pension: euros * 100 })),
        }));
      const silent = withAdults(alone(one), ({ id, incomes }) => ({
        id,
        incomes: { alimony: incomes?.alimony ?? 'none' },
      }));
      const [poor, rich] = [amounts(income(0)), amounts(income(900_000))];
      // The complément familial waits for the PAJE, which waits for the same income: their bounds are wider.
      for (const rule of ALL.filter((rule) => rule !== cf || poor.paje_base === 0)) {
        const { least, most } = boundsOf(rule, silent.household, one.month);
        expect({ id: rule.id, least, most }).toEqual({
          id: rule.id,
          least: rich[rule.id],
          most: poor[rule.id],
        });
      }
    });
  });

  it('are not both the complément familial and the PAJE', () => {
    every((one) => {
      const both = amounts(one, [cf, pajeBase]);
      expect(Object.values(both).some((cents) => cents === 0)).toBe(true);
    });
  });

  it('give twice the PAJE at least where the only child under three is a twin', () => {
    every((one) => {
      const older = childrenOf(one.household).filter(({ birthDate = '' }) => birthDate < since(one, 40));
      const day = since(one, 20);
      const single = withChildren(one, [...older, newborn('c8', day)]);
      const twins = withChildren(one, [...older, newborn('c8', day), newborn('c9', day)]);
      const cents = ({ household, month }: Case) => amountOf(pajeBase, household, month);
      expect(cents(twins)).toBeGreaterThanOrEqual(2 * cents(single) - 1);
      expect(
        cents(withChildren(one, [...older, newborn('c8', day), newborn('c9', since(one, 8))])),
      ).toBeLessThanOrEqual(cents(twins));
    });
  });

  it('halve the family allowances below their ceilings, and nothing else, where all children live with both parents in turn', () => {
    every((one) => {
      const minors = childrenOf(one.household).filter(
        ({ birthDate = '' }) => birthDate > since(one, 18 * 12),
      );
      const shared = (sharedCustody: boolean) => {
        const children = minors.map((child) => ({ ...child, sharedCustody }));
        return amounts(withoutIncome(withChildren(one, children)));
      };
      const { allocations_familiales: half = 0, ...rest } = shared(true);
      const { allocations_familiales: whole = 0, ...same } = shared(false);
      expect(rest).toEqual(same);
      expect(Math.abs(half - whole / 2)).toBeLessThanOrEqual(1);
    });
  });

  it('give the AEEH for each child as though it were the only one, and whatever the income', () => {
    every((one) => {
      const each = childrenOf(one.household).map((child) =>
        amountOf(aeeh, withChildren(one, [child]).household, one.month),
      );
      const sum = each.reduce((a, b) => a + b, 0);
      expect(Math.abs(amountOf(aeeh, one.household, one.month) - sum)).toBeLessThanOrEqual(each.length);
      expect(amountOf(aeeh, withoutIncome(one).household, one.month)).toBe(
        amountOf(aeeh, one.household, one.month),
      );
    });
  });

  it('tell their computation in lines that add up', () => {
    every((one) => {
      for (const rule of ALL) {
        const why = new Reasons();
        const verdict = evaluate(rule, new Situation(one.household, one.month), why);
        if (verdict.kind !== 'open') continue;
        const sum = why.steps.reduce((cents, step) => cents + highest(step.cents), 0);
        expect(Math.abs(sum - highest(verdict.cents ?? 0)), rule.id).toBeLessThanOrEqual(1);
      }
    });
  });

  it('take alimony off the allocation de soutien familial euro for euro', () => {
    fc.assert(
      fc.property(arbitraryFamily, fc.integer({ min: 0, max: 300 }), (one, euros) => {
        const alimony = (cents: number) =>
          withAdults(alone(one), (adult) => ({
            ...adult,
            incomes: { ...NOTHING, alimony: { start: one.month, netPaid: [cents] } },
          }));
        const cents = ({ household, month }: Case) => amountOf(asf, household, month);
        const rest = cents(alimony(0)) - euros * 100;
        expect(cents(alimony(euros * 100))).toBe(rest > 15_00 ? rest : 0);
      }),
      RUNS,
    );
  });
});

const NO_INCOME = { salary: 0, unemployment: 0, pension: 0, disabilityPension: 0, alimony: 0, other: 0 };
const NOTHING = {
  salary: 'none',
  unemployment: 'none',
  pension: 'none',
  disabilityPension: 'none',
  alimony: 'none',
  selfEmployment: 'none',
  dailyAllowance: 'none',
  rent: 'none',
  investment: 'none',
} as const;
