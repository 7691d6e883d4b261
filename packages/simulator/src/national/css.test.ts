import type { Child, Household } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { Situation } from '../situation/situation.ts';
import { arbitraryCase } from '../testing/arbitrary-household.ts';
import { arbitraryForgetting, withUnknown } from '../testing/forgetting.ts';
import { verdictOf } from '../testing/family.ts';
import { always, home } from '../testing/home.ts';
import { people, since, type PersonWords } from '../testing/people.ts';
import { highest, lowest } from '../unknown/num.ts';
import { Reasons } from '../why.ts';
import { cssCeiling } from './css/household.ts';
import { cssResources } from './css/resources.ts';
import { complementaryHealth as css } from './css.ts';
import { rsaDue } from './rsa.ts';

const M = '2025-06';

/** What it costs a month in euros; undefined where there is no right. */
function priceOf(household: Household, month = M): number | undefined {
  const verdict = verdictOf(css, household, month);
  if (verdict.kind === 'closed') return undefined;
  if (verdict.kind !== 'open' || verdict.right !== true) throw new TypeError('not known for certain');
  return highest(verdict.contribution) / 100;
}
const price = (words: PersonWords, partner?: PersonWords) => priceOf(people(words, partner));
const ceilingOf = (children: Partial<Child>[], partner?: PersonWords) => {
  const household = { ...people({}, partner), children: home({ children }).children ?? [] };
  return highest(cssCeiling(new Situation(household, M))) / 100;
};
const earning = (yearly: number): PersonWords => ({ has: { salary: yearly / 12 } });

describe('CSS', () => {
  it('is a right without an amount', () => {
    expect(verdictOf(css, people({}), M)).toMatchObject({ kind: 'open', right: true, cents: null });
  });

  it('is free up to a ceiling, has a price up to 35 % more, and is not there beyond', () => {
    expect(price(earning(10_332))).toBe(0);
    expect(price(earning(10_344))).toBe(14);
    expect(price(earning(13_956))).toBe(14);
    expect(price(earning(13_968))).toBeUndefined();
  });

  it('costs each member by age', () => {
    const aged = (birthDate: string) => price({ ...earning(12_000), birthDate });
    const prices = ['1996-03-10', '1995-03-10', '1975-03-10', '1965-03-10', '1955-03-10'].map(aged);
    expect(prices).toEqual([8, 14, 21, 25, 30]);
    expect(price(earning(18_000), { birthDate: '1960-03-10' })).toBe(14 + 25);
  });

  it('has ceilings by the size of the household, half for a child in shared custody', () => {
    const child = (birthDate: string, sharedCustody = false) => ({ birthDate, sharedCustody });
    expect(ceilingOf([])).toBe(10_339);
    expect(ceilingOf([], {})).toBe(15_508);
    expect(ceilingOf([child('2015-03-10')])).toBe(15_508);
    expect(ceilingOf([child('2015-03-10')], {})).toBe(18_610);
    expect(ceilingOf([child('2015-03-10', true)])).toBe(12_924);
    // The eldest is the second person: half of 50 % and all of 30 %, whatever the order.
    const two = [child('2018-03-10'), child('2015-03-10', true)];
    expect(ceilingOf(two)).toBe(Math.round(10_339 * 1.55));
    expect(ceilingOf([child('2000-03-10')])).toBe(10_339);
  });

  it('is free with RSA, whatever was earned in the year', () => {
    const months = [...Array<number>(13).fill(3_000_00), 0, 0, 0, 0, 0];
    const incomes = { ...home().adults[0]?.incomes, salary: { start: '2024-01', netPaid: months } };
    expect(price({ incomes })).toBe(0);
    const { activity: _, ...student } = { incomes, activity: since('student') };
    expect(price({ ...student, activity: since('student') })).toBeUndefined();
  });

  it('leaves three tenths of the year’s pay out for who has lost the job', () => {
    const unemployment = { start: '2024-01', netPaid: [...Array<number>(17).fill(0), 900_00] };
    const salary = { start: '2024-01', netPaid: [...Array<number>(17).fill(1_400_00), 0] };
    const incomes = { ...home().adults[0]?.incomes, salary, unemployment };
    const resources = (words: PersonWords) => cssResources(new Situation(people({ incomes, ...words }), M));
    expect(resources({ activity: since('employed') })).toBe(16_800_00);
    expect(resources({ activity: since('unemployed') })).toBe(11_760_00);
    const onAss = { ...incomes, unemployment: 'none' as const };
    const worked = { activity: since('unemployed'), workedFiveOfLastTenYears: true };
    expect(
      highest(
        resources({
          ...worked,
          incomes: {
            ...onAss,
            salary: { ...salary, netPaid: salary.netPaid.map((cents, month) => (month < 16 ? cents : 0)) },
          },
        }),
      ),
    ).toBe(10_780_00);
  });

  it('counts of AAH, ASI and ASPA what is above a fixed part, of others all', () => {
    const resources = (received: Partial<Record<'aah' | 'asi' | 'ass', number>>) => {
      const of = (benefit: 'aah' | 'asi' | 'ass') => always(received[benefit] ?? 0);
      const words = { received: { aah: of('aah'), mva: [], asi: of('asi'), ass: of('ass') } };
      return highest(cssResources(new Situation(people(words), M))) / 12_00;
    };
    expect(resources({ aah: 1_000 })).toBe(932);
    expect(resources({ asi: 400 })).toBe(351);
    expect(resources({ asi: 400, aah: 1_000 })).toBe(400 + 932);
    expect(resources({ ass: 500 })).toBe(500);
    const asi = { received: { aah: [], mva: [], asi: always(400), ass: [] } };
    expect(cssResources(new Situation(people(asi, asi), M))).toBe(12 * 2 * 357_00);
    const aspa = { ...home().received, aspa: always(800) };
    expect(cssResources(new Situation({ ...people({}), received: aspa }, M))).toBe(12 * 729_00);
    expect(cssResources(new Situation({ ...people({}, {}), received: aspa }, M))).toBe(12 * 690_00);
    const family = { ...home().received, cf: always(200), asf: always(100), pajeBase: always(190) };
    expect(cssResources(new Situation({ ...people({}), received: family }, M))).toBe(12 * 300_00);
  });

  it('adds a flat amount for a home without cost', () => {
    const owner = { ...people({}), housing: { occupancy: 'owner' as const } };
    expect(cssResources(new Situation(owner, M))).toBeCloseTo(12 * 646_52 * 0.12, 4);
  });

  it('is asked for with the parents by whoever is under 25 and kept by them', () => {
    const young = { birthDate: '2003-03-10', activity: since('student') };
    expect(price(young)).toBe(0);
    expect(price({ ...young, has: { alimony: 200 } })).toBeUndefined();
    expect(price({ birthDate: '1999-03-10', has: { alimony: 200 } })).toBe(0);
  });

  it('tells the benefits that count, and where it is simpler than the law', () => {
    const why = new Reasons();
    const received = { ...home().received, af: always(151.8) };
    const housing = { ...home().housing, commune: '67482' };
    evaluate(css, new Situation({ ...people(earning(12_000)), received, housing }, M), why);
    expect(why.steps.flatMap(({ counts }) => counts ?? [])).toEqual(['allocations_familiales']);
    const approximate = why.criteria.filter((one) => one.approximate).map(({ id }) => id);
    expect(approximate).toEqual(
      expect.arrayContaining(['css.free-ceiling', 'css.contribution-ceiling', 'css.local-scheme']),
    );
  });

  it('is told as rough where the price changed with a birthday since January', () => {
    const roughFor = (birthDate: string) => {
      const why = new Reasons();
      evaluate(css, new Situation(people({ ...earning(12_000), birthDate }), '2026-06'), why);
      return why.criteria.some(({ id, approximate }) => id === 'css.contribution-age' && approximate);
    };
    expect(roughFor('1996-03-10')).toBe(true);
    expect(roughFor('1995-03-10')).toBe(false);
  });

  it('cannot be told where savings are not of the kind that the rules know', () => {
    expect(verdictOf(css, people({ savings: { livretA: 0, other: 5_000_00 } }), M).kind).toBe('beyond');
  });
});

describe('CSS, for any household', () => {
  const RUNS = { numRuns: 120 };

  it('is free with RSA', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ household, month }) => {
        if (lowest(rsaDue(new Situation(household, month))) > 0) expect(priceOf(household, month)).toBe(0);
      }),
      RUNS,
    );
  });

  it('never costs less with a euro more of pay, nor comes back once it is lost', () => {
    const worth = (euro: number) => price(earning(euro * 12)) ?? Infinity;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_300 }), (euro) => {
        expect(worth(euro + 1)).toBeGreaterThanOrEqual(worth(euro));
      }),
      RUNS,
    );
  });

  it('never says no for want of a fact, nor yes to what turns out to be no', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryForgetting, ({ household, month }, names) => {
        const sure = verdictOf(css, household, month).kind === 'open';
        const verdict = verdictOf(css, withUnknown(household, names), month);
        if (verdict.kind === 'closed') expect(sure).toBe(false);
        if (verdict.kind === 'open' && verdict.right === true) expect(sure).toBe(true);
      }),
      RUNS,
    );
  });
});
