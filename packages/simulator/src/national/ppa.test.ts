import type { Adult, Household } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { Situation } from '../situation/situation.ts';
import { arbitraryCase } from '../testing/arbitrary-household.ts';
import { arbitraryForgetting, withUnknown } from '../testing/forgetting.ts';
import { amountOf, boundsOf, paidOf, verdictOf } from '../testing/family.ts';
import { always, home, type HomeWords } from '../testing/home.ts';
import { highest, lowest } from '../unknown/num.ts';
import { Reasons } from '../why.ts';
import { leftBesideEarnings } from './ppa/left.ts';
import { primeActivite } from './ppa.ts';

const M = '2025-11';
const euros = (words: HomeWords, month = M) => amountOf(primeActivite, home(words), month) / 100;
const kind = (words: HomeWords) => verdictOf(primeActivite, home(words), M).kind;
const owner: Partial<Household> = { housing: { occupancy: 'owner' } };

/** One of the incomes of the only adult, euros a month from January 2024 on; the last is November 2025. */
const paying = (...last: number[]): HomeWords => {
  const netPaid = [...Array.from({ length: 23 - last.length }, () => 0), ...last.map((e) => e * 100)];
  const [adult] = home({ salary: 1 }).adults;
  return { adult: { incomes: { ...adult?.incomes, salary: { start: '2024-01', netPaid } } } };
};
const received = (more: Partial<NonNullable<Household['received']>>): Partial<Household> => ({
  received: { ...home().received, ...more },
});

describe('prime d’activité', () => {
  it('tops up a whole SMIC, an employee alone', () => {
    // 633.21 + 184.27 + 59.85 % of 1,426 − 1,426, and less 75.99 where the home costs nothing.
    expect(euros({ salary: 1_426 })).toBeCloseTo(244.94, 1);
    expect(euros({ salary: 1_426, household: owner })).toBeCloseTo(168.96, 1);
  });

  it('is half a hundred less than it seems after the CRDS', () => {
    expect(paidOf(primeActivite, home({ salary: 1_426 }), M)).toBeCloseTo(244.94 * 0.995, 1);
  });

  it('changed its slope in April 2025 and its bonus in April 2026, month by month of the window', () => {
    const amounts = ['2025-06', '2025-07', '2025-08', '2025-09'].map((month) =>
      euros({ salary: 1_426 }, month),
    );
    const [june = 0, july = 0, august = 0, september = 0] = amounts;
    expect(june).toBeGreaterThan(july);
    expect(july).toBeGreaterThan(august);
    expect(august).toBe(september);
    expect(euros({ salary: 1_700 }, '2026-08')).toBeGreaterThan(euros({ salary: 1_700 }, '2026-05') + 50);
  });

  it('is the mean of the fourth, third and second month before', () => {
    const one = euros(paying(1_200, 0, 0, 0, 0));
    const two = euros(paying(1_200, 1_200, 0, 0, 0));
    const three = euros(paying(1_200, 1_200, 1_200, 0, 0));
    expect(two).toBeCloseTo((2 * three) / 3, 1);
    expect(kind(paying(1_200, 0, 0, 0, 0))).toBe('closed');
    expect(one).toBe(0);
    expect(euros(paying(0, 0, 0, 1_200, 1_200))).toBe(0);
  });

  it('gives each of a couple a bonus of their own', () => {
    const why = new Reasons();
    evaluate(primeActivite, new Situation(home({ salary: 1_500, partner: 1_063 }), M), why);
    const bonuses = why.steps.filter(({ id }) => id === 'ppa.bonus');
    expect(bonuses.map(({ who, cents }) => [who, Math.round(lowest(cents))])).toEqual([
      ['p1', 184_27],
      ['p2', 92_07],
    ]);
  });

  it('counts AAH as earned beside a pay of 29 hours of SMIC', () => {
    const aah = (salary: number) =>
      euros({ salary, adult: { received: { aah: always(500), mva: [], asi: [], ass: [] } } });
    expect(aah(345) - aah(344)).toBeGreaterThan(100);
  });

  it('counts of family benefits what was received, without the supplements for age', () => {
    const children = ['2008-03-10', '2009-07-20', '2010-07-20'];
    const words = { salary: 2_000, partner: 0, children };
    const none = euros(words);
    expect(none - euros({ ...words, household: received({ af: always(574) }) })).toBeCloseTo(346.29, 1);
    expect(none - euros({ ...words, household: received({ af: always(100) }) })).toBeCloseTo(100, 1);
  });

  it('knows in January what counted in autumn from what was received, without the income of three years ago', () => {
    const children = ['2016-03-10', '2018-07-20', '2012-04-03'];
    const words = {
      salary: 1_500,
      partner: 0,
      children,
      household: received({ af: always(346.29), cf: always(197.58) }),
    };
    const lately = (household: Household): Household => ({
      ...household,
      adults: household.adults.map((adult) => ({
        ...adult,
        years: (adult.years ?? []).filter(({ year }) => year === 2024),
      })),
    });
    for (const month of ['2026-01', '2026-02', '2026-03', '2026-04']) {
      const known = amountOf(primeActivite, home(words), month);
      expect(amountOf(primeActivite, lately(home(words)), month)).toBe(known);
    }
  });

  it('asks students to earn more than a dependent child may, in each month', () => {
    const student = (salary: number): HomeWords => ({
      salary,
      adult: { ...home({ salary }).adults[0], activity: [{ status: 'student', from: null }] },
    });
    expect(kind(student(1_104))).toBe('closed');
    expect(kind(student(1_105))).toBe('open');
  });

  it('asks for five years of permit, from whoever is no lone parent with the increase', () => {
    const other = { nationality: 'other' as const, residencePermitYears: 2 };
    const adult = { ...home({ salary: 900 }).adults[0], ...other };
    expect(kind({ adult })).toBe('closed');
    expect(kind({ adult: { ...adult, residencePermitYears: 5 } })).toBe('open');
    const expectedBirth = { month: '2026-01', count: 1, parent: 'p1' };
    expect(kind({ adult, household: { expectedBirth } })).toBe('open');
    const why = new Reasons();
    evaluate(primeActivite, new Situation(home({ adult, children: ['2016-03-10'] }), M), why);
    expect(why.criteria).toContainEqual(
      expect.objectContaining({ id: 'ppa.residence', truth: true, approximate: true }),
    );
  });

  it('is not paid below fifteen euros', () => {
    const amounts = Array.from({ length: 200 }, (_, step) => euros({ salary: 1_880 + step }));
    expect(amounts.filter((amount) => amount > 0 && amount < 15)).toEqual([]);
    expect(Math.min(...amounts.filter((amount) => amount > 0))).toBeLessThan(16);
  });

  it('has bounds that say something where the pay of a partner is not known', () => {
    const household = home({ salary: 1_300, partner: 500 });
    const [first, second] = household.adults;
    const { salary: _, ...incomes } = second?.incomes ?? {};
    const adults: Adult[] = first && second ? [first, { ...second, incomes }] : [];
    const { least, most } = boundsOf(primeActivite, { ...household, adults }, M);
    expect(least).toBe(0);
    expect(most).toBeLessThan(90_000);
    expect(most).toBeGreaterThan(amountOf(primeActivite, household, M));
  });

  it('tells lines that add up to the amount', () => {
    const household = home({
      salary: 900,
      partner: 700,
      children: ['2016-03-10', '2018-07-20'],
      household: { ...owner, ...received({ af: always(151.8) }) },
    });
    const why = new Reasons();
    const verdict = evaluate(primeActivite, new Situation(household, M), why);
    expect(verdict).toMatchObject({
      cents: Math.round(why.steps.reduce((sum, { cents }) => sum + lowest(cents), 0)),
    });
    expect(why.steps.map(({ id }) => id)).toContain('ppa.bonus');
  });

  it('tells that the pay of a child who is no longer counted is counted here', () => {
    const child = (euros: number) => ({
      birthDate: '2006-03-10',
      incomes: { salary: paying(...months(euros)).adult?.incomes?.salary ?? 'none' },
    });
    const months = (euros: number) => Array.from({ length: 23 }, () => euros);
    const told = (euros: number) => {
      const why = new Reasons();
      evaluate(primeActivite, new Situation(home({ salary: 1_000, children: [child(euros)] }), M), why);
      return why.criteria.filter(({ id }) => id === 'ppa.working-child');
    };
    expect(told(200)).toEqual([]);
    expect(told(1_300)).toMatchObject([{ truth: true, who: 'c1', approximate: true }]);
  });
});

describe('prime d’activité, for any household', () => {
  const RUNS = { numRuns: 150 };
  type Case = { month: string; household: Household };
  const of = ({ household, month }: Case) => amountOf(primeActivite, household, month);
  const everyCase = (holds: (one: Case) => void) => {
    fc.assert(fc.property(arbitraryCase, holds), RUNS);
  };
  const without = (household: Household): Household => ({
    ...household,
    adults: household.adults.map((adult) => ({
      ...adult,
      incomes: { ...adult.incomes, salary: 'none' as const },
    })),
    children: (household.children ?? []).map((child) => ({
      ...child,
      incomes: { ...child.incomes, salary: 'none' as const },
    })),
  });

  it('is nothing where nobody earns', () => {
    everyCase(({ household, month }) => {
      expect(of({ household: without(household), month })).toBe(0);
    });
  });

  it('does not look at RSA: both can be paid', () => {
    everyCase(({ household, month }) => {
      const rsa = { ...household, received: { ...household.received, rsa: always(300) } };
      expect(of({ household: rsa, month })).toBe(of({ household, month }));
    });
  });

  it('never rises with what was received of housing aid', () => {
    everyCase(({ household, month }) => {
      const more = (housingAid: ReturnType<typeof always>) =>
        of({ household: { ...household, received: { ...household.received, housingAid } }, month });
      expect(more(always(300))).toBeLessThanOrEqual(more(always(50)));
      expect(more(always(50))).toBeLessThanOrEqual(more([]));
    });
  });

  it('leaves whoever earns a euro more, steadily, with more together: the slope of 59.85 % at least', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_700 }),
        fc.constantFrom<HomeWords>({}, { partner: 0 }),
        (salary, words) => {
          const [before, after] = [euros({ ...words, salary }), euros({ ...words, salary: salary + 1 })];
          if (after === 0) return;
          expect(salary + 1 + after).toBeGreaterThanOrEqual(salary + before + 0.58);
        },
      ),
      RUNS,
    );
  });

  it('does not depend on the order of adults and children', () => {
    everyCase(({ household, month }) => {
      const turned = {
        ...household,
        adults: household.adults.toReversed(),
        children: (household.children ?? []).toReversed(),
      };
      expect(of({ household: turned, month })).toBe(of({ household, month }));
    });
  });

  it('lies, whatever an unknown turns out to be, inside the bounds given before; and no yes comes from a no', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryForgetting, ({ household, month }, names) => {
        const known = of({ household, month });
        const verdict = verdictOf(primeActivite, withUnknown(household, names), month);
        if (verdict.kind === 'closed') expect(known).toBe(0);
        if (verdict.kind !== 'open' || verdict.cents === null) return;
        expect(known).toBeGreaterThanOrEqual(lowest(verdict.cents));
        expect(known).toBeLessThanOrEqual(highest(verdict.cents));
      }),
      { numRuns: 300 },
    );
  });

  it('has bounds as tight as can be for one unknown pay', () => {
    const amount = fc.integer({ min: 0, max: 2_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, fc.nat(100), (scale, rest, one, other, part) => {
        const [lo, hi] = [Math.min(one, other), Math.max(one, other)];
        const range = leftBesideEarnings(scale, lo === hi ? lo : { lo, hi, because: ['x'] }, rest, 0.6);
        const inside = leftBesideEarnings(scale, lo + ((hi - lo) * part) / 100, rest, 0.6);
        expect(lowest(inside)).toBeGreaterThanOrEqual(lowest(range) - 1e-9);
        expect(highest(inside)).toBeLessThanOrEqual(highest(range) + 1e-9);
        const ends = [lo, hi, Math.min(Math.max(scale - rest, lo), hi)].map((pay) =>
          lowest(leftBesideEarnings(scale, pay, rest, 0.6)),
        );
        expect(highest(range)).toBeCloseTo(Math.max(...ends), 6);
        expect(lowest(range)).toBeCloseTo(Math.min(...ends), 6);
      }),
      RUNS,
    );
  });
});
