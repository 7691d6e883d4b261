import type { Adult, MonthlyIncome } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { Situation } from '../situation/situation.ts';
import { arbitraryCase } from '../testing/arbitrary-household.ts';
import { amountOf, boundsOf, verdictOf } from '../testing/family.ts';
import { always, home } from '../testing/home.ts';
import { disabled, people, since, type PersonWords } from '../testing/people.ts';
import { highest, lowest } from '../unknown/num.ts';
import { Reasons } from '../why.ts';
import { aahOf } from './aah/allowance.ts';
import { ass, assOf } from './ass.ts';

const M = '2025-06';
const seeker: PersonWords = { activity: since('unemployed'), workedFiveOfLastTenYears: true };
const euros = (words: PersonWords, partner?: PersonWords, month = M) =>
  amountOf(ass, people({ ...seeker, ...words }, partner), month) / 100;
const kind = (words: PersonWords) => verdictOf(ass, people({ ...seeker, ...words }), M).kind;

/** Net pay from 2024 on: nothing but what is said of the last months, of which June 2025 is the last. */
const pay = (...last: number[]): Adult['incomes'] => {
  const netPaid = [...Array<number>(18 - last.length).fill(0), ...last.map((each) => each * 100)];
  const salary: MonthlyIncome = { start: '2024-01', netPaid };
  return { ...home().adults[0]?.incomes, salary };
};
const working = (incomes: Adult['incomes'], from: string): PersonWords => ({
  incomes,
  activity: [...since('unemployed'), ...since('employed', from)],
});

describe('ASS', () => {
  it('is thirty daily amounts for whoever has nothing else', () => {
    expect(euros({})).toBe(579.9);
    expect(euros({}, undefined, '2026-06')).toBe(584.4);
    expect(euros({}, {})).toBe(579.9);
  });

  it('asks for five years of work in ten, a search for work, and no right that comes before it', () => {
    expect(kind({ workedFiveOfLastTenYears: false })).toBe('closed');
    expect(kind({ activity: since('student') })).toBe('closed');
    expect(kind({ activity: since('unemployed'), birthDate: '1959-07-10' })).toBe('closed');
    expect(kind({ activity: since('unemployed'), birthDate: '1959-08-10' })).toBe('open');
    expect(kind({ has: { unemployment: 700 } })).toBe('closed');
    expect(kind({ disability: disabled(80) })).toBe('closed');
  });

  it('brings the resources of the household up to 70 daily amounts, 110 for two, and is nothing below one', () => {
    const room = 19.33 * 110 - 579.9;
    expect(euros({}, { has: { pension: Math.floor(room) } })).toBe(579.9);
    expect(euros({}, { has: { pension: 2_000 } })).toBeCloseTo(19.33 * 110 - 2_000, 2);
    expect(euros({}, { has: { pension: 2_110 } })).toBe(0);
    expect(euros({ has: { alimony: 900 } })).toBeCloseTo(19.33 * 70 - 900, 2);
  });

  it('counts the unemployment benefit of the partner of who asks, and what there was of AAH', () => {
    expect(euros({}, { has: { unemployment: 1_800 } })).toBeCloseTo(19.33 * 110 - 1_800, 2);
    const asks = people({ has: { unemployment: 1_800 } }, seeker);
    expect(amountOf(ass, asks, M)).toBe(579_90);
    const received = { aah: always(800), mva: [], asi: [], ass: [] };
    expect(euros({}, { received, has: { pension: 1_000 } })).toBeCloseTo(19.33 * 110 - 1_800, 2);
  });

  it('forgets pay that has ended, and three tenths of it where a benefit replaces it', () => {
    const ended = { incomes: pay(...Array<number>(9).fill(3_500), 0, 0), activity: since('retired') };
    const replaced = {
      ...ended.incomes,
      pension: { start: '2024-01', netPaid: Array<number>(18).fill(1_00) },
    };
    expect(euros({}, ended)).toBe(579.9);
    expect(euros({}, { ...ended, incomes: replaced })).toBeCloseTo(
      19.33 * 110 - (9 * 3_630 * 0.7 + 12) / 12,
      1,
    );
  });

  it('goes together with pay for three months, and again after three months without', () => {
    expect(euros(working(pay(500, 500, 500), '2025-04'))).toBeGreaterThan(0);
    expect(kind(working(pay(500, 500, 500, 500), '2025-03'))).toBe('closed');
    const again: Adult['activity'] = [
      { status: 'employed', from: null },
      { status: 'unemployed', from: '2025-02' },
      { status: 'employed', from: '2025-05' },
    ];
    expect(kind({ incomes: pay(500, 500, 500, 0, 0, 0, 500, 500), activity: again })).toBe('open');
    expect(kind({ incomes: pay(500, 500, 500, 0, 0, 500, 500), activity: again })).toBe('closed');
    // A month with AAH was no month of both.
    const received = {
      aah: [{ from: '2025-01', until: '2025-04', cents: 500_00 }],
      mva: [],
      asi: [],
      ass: [],
    };
    expect(kind({ ...working(pay(500, 500, 500, 500), '2025-03'), received })).toBe('open');
  });

  it('gives bounds where the partner’s income is not known', () => {
    const household = people(seeker, {});
    const [first, second] = household.adults;
    const { pension: _, ...incomes } = second?.incomes ?? {};
    const adults = first && second ? [first, { ...second, incomes }] : [];
    expect(boundsOf(ass, { ...household, adults }, M)).toEqual({ least: 0, most: 579_90 });
  });

  it('asks who works, and since when, where nobody said it', () => {
    const { activity: _, ...unsaid } = people(seeker).adults[0] ?? { id: 'p1' };
    const verdict = verdictOf(ass, { ...people(seeker), adults: [unsaid] }, M);
    expect(verdict).toEqual({ kind: 'unasked', missing: ['adults.0.activity'] });
  });

  it('tells lines that add up to the amount, and that whose benefit counts is simplified', () => {
    const why = new Reasons();
    const verdict = evaluate(ass, new Situation(people(seeker, { has: { pension: 1_700 } }), M), why);
    const sum = why.steps.reduce((cents, step) => cents + lowest(step.cents), 0);
    expect(verdict).toMatchObject({ cents: Math.round(sum) });
    expect(why.criteria.find(({ id }) => id === 'ass.resources')).toMatchObject({ approximate: true });
  });
});

describe('ASS, for any household', () => {
  const everyCase = (holds: (situation: Situation) => void) => {
    fc.assert(
      fc.property(arbitraryCase, ({ household, month }) => {
        const adults = household.adults.map((adult) => ({ ...adult, ...seeker }));
        holds(new Situation({ ...household, adults }, month));
      }),
      { numRuns: 150 },
    );
  };

  it('is never had beside the AAH', () => {
    everyCase((situation) => {
      for (const adult of situation.adults) {
        if (highest(aahOf(situation, adult)) > 0) expect(assOf(situation, adult)).toBe(0);
      }
    });
  });

  it('is nothing, or between one day and thirty', () => {
    everyCase((situation) => {
      const daily = situation.month < 2026 * 12 + 3 ? 19_33 : 19_48;
      for (const adult of situation.adults) {
        const amount = highest(assOf(situation, adult));
        if (amount === 0) continue;
        expect(amount).toBeGreaterThanOrEqual(daily);
        expect(amount).toBeLessThanOrEqual(30 * daily);
      }
    });
  });
});
