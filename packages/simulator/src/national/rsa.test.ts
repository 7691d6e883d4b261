import type { Adult, Household, MonthlyIncome } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthIndex } from '../calendar.ts';
import { evaluate } from '../evaluate.ts';
import { housingFlat } from '../situation/housing-flat.ts';
import { rsaScale } from '../situation/rsa-scale.ts';
import { Situation } from '../situation/situation.ts';
import { arbitraryCase } from '../testing/arbitrary-household.ts';
import { arbitraryForgetting, withUnknown } from '../testing/forgetting.ts';
import { amountOf, boundsOf, verdictOf } from '../testing/family.ts';
import { always, home, type HomeWords } from '../testing/home.ts';
import { highest, lowest } from '../unknown/num.ts';
import { Reasons } from '../why.ts';
import { housingAidDue } from './housing-aid.ts';
import { rsa } from './rsa.ts';

const M = '2025-06';
const euros = (words: HomeWords, month = M) => amountOf(rsa, home(words), month) / 100;
const kind = (words: HomeWords) => verdictOf(rsa, home(words), M).kind;

/** Net pay from 2024 on, but for what is said of the last months: the last is June 2025. */
const pay = (usual: number, ...last: number[]): MonthlyIncome => {
  const all = Array.from({ length: 18 }, () => usual * 100);
  return {
    start: '2024-01',
    netPaid: [...all.slice(0, all.length - last.length), ...last.map((e) => e * 100)],
  };
};
const earning = (salary: MonthlyIncome, more: Partial<Adult> = {}): HomeWords => {
  const [adult] = home({ salary: 1 }).adults;
  return { adult: { ...more, incomes: { ...adult?.incomes, salary, ...more.incomes } } };
};

describe('RSA', () => {
  it('is the amount for the size of the home where there is nothing else', () => {
    expect(euros({})).toBe(646.52);
    expect(euros({}, '2026-05')).toBe(651.69);
    expect(euros({ partner: 0 })).toBe(969.78);
    // Two children bring allocations familiales, which count.
    expect(euros({ partner: 0, children: ['2016-03-10', '2018-07-20'] })).toBe(1357.69 - 151.8);
  });

  it('counts each further child for more from the third one on', () => {
    const scaleOf = (words: HomeWords) => rsaScale(new Situation(home(words), M));
    const births = ['2012-03-10', '2014-07-20', '2016-01-05', '2018-09-12'];
    const shares = (words: HomeWords) =>
      births.map((_, n) =>
        (lowest(scaleOf({ ...words, children: births.slice(0, n + 1) })) / 646_52).toFixed(1),
      );
    expect(shares({})).toEqual(['1.5', '1.8', '2.2', '2.6']);
    expect(shares({ partner: 0 })).toEqual(['1.8', '2.1', '2.5', '2.9']);
  });

  it('looks at the pay of the fourth, third and second month before, and at no other', () => {
    expect(euros(earning(pay(0, 300, 300, 300, 0, 0)))).toBe(346.52);
    expect(euros(earning(pay(900, 0, 0, 0, 700, 700)))).toBe(646.52);
    expect(euros(earning(pay(0, 90, 0, 0, 0, 0)))).toBe(616.52);
  });

  it('does not count a pay that has just ended, unless something replaces it', () => {
    const ended = pay(1_200, 0);
    expect(euros(earning(ended))).toBe(646.52);
    const unemployment = pay(0, 500);
    const incomes = { unemployment };
    expect(kind(earning(ended, { incomes }))).toBe('open');
    expect(euros(earning(ended, { incomes }))).toBe(0);
  });

  it('takes nothing for a month in which more pay was taken back than given', () => {
    const taken: MonthlyIncome = { start: '2024-01', netPaid: [...(pay(0).netPaid ?? [])] };
    taken.netPaid?.splice(13, 3, -300_00, 300_00, 0);
    expect(euros(earning(taken))).toBe(546.52);
  });

  it('takes the montant net social where the pay slip gave one', () => {
    expect(euros(earning({ ...pay(500), netSocial: pay(520).netPaid }))).toBe(126.52);
  });

  it('counts what a home without cost is worth, by the size of the household', () => {
    const owner = { household: { housing: { occupancy: 'owner' as const } } };
    expect(euros(owner)).toBe(568.94);
    expect(euros({ ...owner, partner: 0 })).toBe(814.62);
  });

  it('counts a third of what was received of minimum incomes in the three months', () => {
    const ass = [{ from: '2025-04', cents: 300_00 }];
    const received = { aah: [], mva: [], asi: [], ass };
    expect(euros({ adult: { received } })).toBe(546.52);
  });

  it('is not paid below six euros', () => {
    expect(euros({ salary: 640 })).toBe(6.52);
    expect(euros({ salary: 641 })).toBe(0);
  });

  it('asks to be 25, or a child, or two years of work; and no student', () => {
    const young = { birthDate: '2002-05-15' };
    expect(kind({ adult: young })).toBe('closed');
    expect(kind({ adult: young, children: ['2019-02-10'] })).toBe('open');
    expect(kind({ adult: { ...young, workedTwoOfLastThreeYears: true } })).toBe('open');
    expect(kind({ adult: { activity: [{ status: 'student', from: null }] } })).toBe('closed');
    const { workedTwoOfLastThreeYears: _, ...unsaid } = home({ adult: young }).adults[0] ?? { id: 'p1' };
    const verdict = verdictOf(rsa, { ...home(), adults: [unsaid] }, M);
    expect(verdict).toMatchObject({ right: { because: ['adults.0.workedTwoOfLastThreeYears'] } });
  });

  it('asks five years of permit of third-country nationals, three months of citizens of the EEA', () => {
    const permit = (residencePermitYears: number) =>
      kind({ adult: { nationality: 'other', residencePermitYears } });
    expect(permit(4)).toBe('closed');
    expect(permit(5)).toBe('open');
    expect(kind({ adult: { nationality: 'eea', threeMonthsInFrance: false } })).toBe('closed');
    expect(kind({ adult: { nationality: 'eea', threeMonthsInFrance: true } })).toBe('open');
  });

  it('is increased for a lone parent of a child under three, or lately separated, or expecting, of any age', () => {
    const flat = { children: ['2016-03-10'] };
    const asf = 106.73;
    expect(euros(flat)).toBeCloseTo(969.78 - asf, 1);
    expect(euros({ ...flat, household: { separatedWithin18Months: true } })).toBeCloseTo(1106.95 - asf, 1);
    const expectedBirth = { month: '2025-09', count: 1, parent: 'p1' };
    const student = { birthDate: '2006-05-15', activity: [{ status: 'student' as const, from: null }] };
    expect(euros({ adult: student, household: { expectedBirth } })).toBe(830.21);
    expect(kind({ adult: student })).toBe('closed');
    expect(euros({ children: ['2023-03-10'] })).toBeCloseTo(1106.95 - asf - 197.58, 1);
  });

  it('lies between nothing and what it would be without the pay that nobody told', () => {
    const { salary: _, ...incomes } = home({ partner: 0 }).adults[1]?.incomes ?? {};
    const household = home({ partner: 0 });
    const [first, second] = household.adults;
    const unsaid = { ...household, adults: first && second ? [first, { ...second, incomes }] : [] };
    expect(boundsOf(rsa, unsaid, M)).toEqual({ least: 0, most: 969_78 });
  });

  it('gives bounds as far apart as the housing flat amount where nobody said how the person lives', () => {
    const { housing: _, ...household } = home();
    expect(boundsOf(rsa, household, M)).toEqual({ least: 568_94, most: 646_52 });
  });

  it('says of whom the incomes are beyond the rules that it cannot tell', () => {
    const activity = [{ status: 'self-employed' as const, from: null }];
    expect(verdictOf(rsa, home({ adult: { activity } }), M).kind).toBe('beyond');
    expect(verdictOf(rsa, home({ adult: { ownsOtherProperty: true } }), M).kind).toBe('beyond');
  });

  it('tells each resource that is counted, and the lines add up to the amount', () => {
    const household = home({
      salary: 300,
      children: ['2016-03-10', '2019-07-20'],
      household: { housing: { occupancy: 'owner' }, received: { ...home().received, af: always(151.8) } },
    });
    const why = new Reasons();
    const verdict = evaluate(rsa, new Situation(household, M), why);
    const sum = why.steps.reduce((cents, step) => cents + lowest(step.cents), 0);
    expect(verdict).toMatchObject({ cents: Math.round(sum) });
    const counted = why.steps.flatMap(({ counts }) => counts ?? []);
    expect(counted).toEqual(['aides_logement', 'allocations_familiales', 'allocation_soutien_familial']);
    expect(why.criteria.find(({ id }) => id === 'rsa.resources')).toMatchObject({ approximate: true });
  });
});

describe('RSA, for any household', () => {
  const RUNS = { numRuns: 150 };
  type Case = { month: string; household: Household };
  const of = ({ household, month }: Case) => amountOf(rsa, household, month);
  const everyCase = (holds: (one: Case) => void) => {
    fc.assert(fc.property(arbitraryCase, holds), RUNS);
  };

  it('never rises with a euro more of steady salary', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_500 }),
        fc.constantFrom<HomeWords>({}, { partner: 0 }, { children: ['2016-03-10'] }),
        fc.boolean(),
        (salary, words, tenant) => {
          const housing = { ...home().housing, occupancy: 'tenant-unfurnished' as const };
          const household = tenant ? { housing } : {};
          expect(euros({ ...words, household, salary: salary + 1 })).toBeLessThanOrEqual(
            euros({ ...words, household, salary }),
          );
        },
      ),
      RUNS,
    );
  });

  it('falls by no more than the pay rises, but for the last six euros', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 1, max: 200 }), (salary, more) => {
        const after = euros({ salary: salary + more });
        const lost = euros({ salary }) - after;
        expect(lost).toBeLessThanOrEqual(after === 0 ? more + 6 : more + 0.01);
      }),
      RUNS,
    );
  });

  it('is never more than the scale', () => {
    everyCase((one) => {
      expect(of(one)).toBeLessThanOrEqual(
        Math.round(highest(rsaScale(new Situation(one.household, one.month)))),
      );
    });
  });

  it('counts no more for the home than its housing aid, where there is one', () => {
    everyCase(({ household, month }) => {
      const situation = new Situation(household, month);
      const flat = highest(housingFlat(situation, monthIndex(month), 646_52, () => housingAidDue(situation)));
      if (situation.dwelling.withoutCost) expect(flat).toBeGreaterThan(0);
      else expect(flat).toBeLessThanOrEqual(highest(housingAidDue(situation)));
    });
  });

  it('does not depend on the order of the children', () => {
    everyCase((one) => {
      const { household, month } = one;
      const turned = { ...household, children: (household.children ?? []).toReversed() };
      expect(of({ household: turned, month })).toBe(of(one));
    });
  });

  it('does not count what was received of family benefits, only what is due', () => {
    everyCase((one) => {
      const received = { ...one.household.received, af: always(400), asf: always(300), cf: always(200) };
      expect(of({ ...one, household: { ...one.household, received } })).toBe(of(one));
    });
  });

  it('is less by what was received of AAH in the mean of the three months', () => {
    everyCase((one) => {
      const without = withAah(one.household, 0);
      const before = amountOf(rsa, without, one.month);
      const after = amountOf(rsa, withAah(one.household, 90), one.month);
      expect(after === 0 ? before : before - after).toBeLessThan(90_00 + 6_00 + 1);
      expect(after).toBeLessThanOrEqual(before);
    });
  });

  it('lies, whatever an unknown turns out to be, inside the bounds given before; and no yes comes from a no', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryForgetting, ({ household, month }, names) => {
        const known = amountOf(rsa, household, month);
        const verdict = verdictOf(rsa, withUnknown(household, names), month);
        if (verdict.kind === 'closed') expect(known).toBe(0);
        if (verdict.kind !== 'open' || verdict.cents === null) return;
        expect(known).toBeGreaterThanOrEqual(lowest(verdict.cents));
        expect(known).toBeLessThanOrEqual(highest(verdict.cents));
        if (known === 0) expect(verdict.right === true && lowest(verdict.cents) > 0).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

const withAah = (household: Household, more: number): Household => ({
  ...household,
  adults: household.adults.map((adult, index) => ({
    ...adult,
    received: {
      ...adult.received,
      aah: index === 0 && more > 0 ? always(more) : [],
      mva: [],
      asi: [],
      ass: [],
    },
  })),
});
