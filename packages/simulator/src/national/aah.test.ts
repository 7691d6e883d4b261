import type { Adult, Child, Household } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { Situation } from '../situation/situation.ts';
import { arbitraryCase } from '../testing/arbitrary-household.ts';
import { amountOf, boundsOf, monthly, verdictOf } from '../testing/family.ts';
import { always, home } from '../testing/home.ts';
import { disabled, people, since, type PersonWords } from '../testing/people.ts';
import { highest, lowest, plus } from '../unknown/num.ts';
import { Reasons } from '../why.ts';
import { aahOf } from './aah/allowance.ts';
import { aah } from './aah.ts';

const M = '2025-06';
const FULL = 1_033.32;
const euros = (words: PersonWords, month = M) => amountOf(aah, people(words), month) / 100;
const kind = (words: PersonWords) => verdictOf(aah, people(words), M).kind;
const withChildren = (household: Household, ...children: Partial<Child>[]): Household => ({
  ...household,
  children: home({ children }).children ?? [],
});

describe('AAH', () => {
  it('is due in full from a rate of 80 % on', () => {
    expect(euros({ disability: disabled(80) })).toBe(FULL);
    expect(euros({ disability: disabled(80) }, '2026-06')).toBe(1_041.59);
    expect(kind({ disability: disabled(79) })).toBe('closed');
  });

  it('asks for a restriction of access to employment from 50 % on, and no longer past the pension age', () => {
    expect(euros({ disability: disabled(50, true) })).toBe(FULL);
    expect(kind({ disability: disabled(50) })).toBe('closed');
    expect(kind({ disability: disabled(49, true) })).toBe('closed');
    expect(kind({ disability: disabled(60, true), birthDate: '1960-02-10' })).toBe('closed');
    expect(kind({ disability: disabled(60, true), birthDate: '1960-07-10' })).toBe('open');
    expect(kind({ disability: disabled(80), birthDate: '1960-02-10' })).toBe('open');
  });

  it('takes for who works a fifth of low pay, three fifths of the rest, four times the last quarter', () => {
    const working = (salary: number) => euros({ disability: disabled(80), has: { salary } });
    // 30 % of the SMIC of June 2025, for 151.67 hours: 540.55 € a month.
    expect(working(400)).toBeCloseTo(FULL - 80, 2);
    expect(working(1_000)).toBeCloseTo(FULL - 0.2 * 540.55 - 0.6 * 459.45, 1);
    const why = new Reasons();
    evaluate(aah, new Situation(people({ disability: disabled(80), has: { salary: 400 } }), M), why);
    expect(why.criteria.find(({ id }) => id === 'aah.ceiling-with-pay')).toMatchObject({ approximate: true });
  });

  it('takes of who does not work the year before last, pay less 30 %, benefits in full', () => {
    const before = { year: 2023, unemployment: 0, disabilityPension: 0, alimony: 0, other: 0 };
    const had = (salary: number, pension: number, more: PersonWords = {}) =>
      euros({ disability: disabled(80), years: [{ ...before, salary, pension }], ...more });
    expect(had(4_800_00, 0)).toBeCloseTo(FULL - 80 * 0.7, 2);
    expect(had(4_800_00, 0, { activity: since('student') })).toBeCloseTo(FULL - 80, 2);
    expect(had(0, 2_400_00)).toBeCloseTo(FULL - 200, 2);
  });

  it('brings a pension and the ASI up to the full amount, and is nothing above it', () => {
    const has = { disabilityPension: 500 };
    const pensioner = { disability: disabled(80), has, years: home().adults[0]?.years };
    expect(euros(pensioner)).toBe(533.32);
    expect(euros({ ...pensioner, has: { pension: 600 } })).toBe(433.32);
    const asi = { aah: [], mva: [], ass: [], asi: always(100) };
    expect(euros({ ...pensioner, received: asi })).toBe(433.32);
    const why = new Reasons();
    const household = people({ ...pensioner, has: { disabilityPension: 1_100 } });
    expect(evaluate(aah, new Situation(household, M), why)).toMatchObject({ cents: 0 });
    expect(why.criteria.find(({ truth }) => truth === false)).toMatchObject({ id: 'aah.pension' });
  });

  it('never looks at what the partner has', () => {
    const alone = amountOf(aah, people({ disability: disabled(80) }, {}), M);
    expect(amountOf(aah, people({ disability: disabled(80) }, { has: { salary: 5_000 } }), M)).toBe(alone);
  });

  it('has a ceiling that each dependent child raises by half', () => {
    const has = { salary: 1_500 };
    const alone = people({ disability: disabled(80), has });
    const child = { birthDate: '2015-03-10' };
    expect(amountOf(aah, alone, M)).toBeLessThan(FULL * 100);
    expect(amountOf(aah, withChildren(alone, child, child), M)).toBe(FULL * 100);
  });

  it('is due to grown children too: from 20, or from 16 once they earn their living', () => {
    const child = (birthDate: string, more: Partial<Child> = {}) =>
      withChildren(people({}), { birthDate, disability: disabled(80), ...more });
    expect(amountOf(aah, child('2005-03-10'), M)).toBe(FULL * 100);
    expect(verdictOf(aah, child('2007-03-10'), M).kind).toBe('closed');
    const incomes = { ...home().adults[0]?.incomes, salary: monthly(1_200) };
    const years = home().adults[0]?.years ?? [];
    expect(verdictOf(aah, child('2007-03-10', { incomes, years }), M).kind).toBe('open');
  });

  it('cannot be told while nobody said the rate, and asks for it', () => {
    const { incapacityRate: _, ...unsaid } = disabled(80, false);
    const household = people({ disability: unsaid });
    const verdict = verdictOf(aah, household, M);
    expect(verdict).toMatchObject({ right: { because: ['adults.0.disability.incapacityRate'] } });
    expect(boundsOf(aah, household, M)).toEqual({ least: 0, most: FULL * 100 });
  });

  it('is no for who has no disability, whatever else is not known', () => {
    const { incomes: _, years: __, activity: ___, ...unsaid } = home().adults[0] ?? { id: 'p1' };
    expect(verdictOf(aah, { ...home(), adults: [unsaid] }, M).kind).toBe('closed');
  });

  it('gives no figure where there are incomes that the rules do not know', () => {
    const activity = [{ status: 'self-employed' as const, from: null }];
    expect(kind({ disability: disabled(80), activity })).toBe('beyond');
  });

  it('tells lines that add up to the amount', () => {
    const why = new Reasons();
    const household = people({ disability: disabled(80), has: { salary: 600, disabilityPension: 300 } });
    const verdict = evaluate(aah, new Situation(household, M), why);
    const sum = why.steps.reduce((cents, step) => cents + lowest(step.cents), 0);
    expect(verdict).toMatchObject({ cents: Math.round(sum) });
  });
});

describe('MVA', () => {
  const tenant = { occupancy: 'tenant-unfurnished' as const, rent: 400_00 };
  const supplement = (adult: PersonWords, housing = {}) => {
    const household = people({ disability: disabled(80), ...adult });
    const at = { ...household, housing: { ...household.housing, ...tenant, ...housing } };
    const verdict = verdictOf(aah, at, M);
    return verdict.kind === 'open' ? verdict.supplement : undefined;
  };

  it('comes beside the AAH, or the ASI, in a home of one’s own with a housing aid', () => {
    expect(supplement({})).toBe(104_77);
    expect(supplement({}, { occupancy: 'hosted-free' })).toBe(0);
    expect(supplement({ disability: disabled(60, true) })).toBe(0);
    const invalid = { has: { disabilityPension: 860 }, years: home().adults[0]?.years };
    expect(euros({ disability: disabled(80), ...invalid })).toBeGreaterThan(0);
    expect(supplement(invalid)).toBe(104_77);
  });

  it('is not for who was paid in the last twelve months', () => {
    const paid = (...last: number[]): Adult['incomes'] => ({
      ...home().adults[0]?.incomes,
      salary: { start: '2024-01', netPaid: [...Array<number>(18 - last.length).fill(0), ...last] },
    });
    const adult = home().adults[0];
    const after = (incomes: Adult['incomes']) => {
      const household: Household = {
        ...home(),
        housing: { ...home().housing, ...tenant },
        adults: adult ? [{ ...adult, incomes, disability: disabled(80) }] : [],
      };
      const verdict = verdictOf(aah, household, M);
      return verdict.kind === 'open' ? verdict.supplement : undefined;
    };
    expect(after(paid(100_00, ...Array<number>(13).fill(0)))).toBe(104_77);
    expect(after(paid(100_00, ...Array<number>(12).fill(0)))).toBe(0);
  });

  it('is no more than possible while the home is not known', () => {
    const { housing: _, ...household } = people({ disability: disabled(80) });
    expect(verdictOf(aah, household, M)).toMatchObject({
      cents: FULL * 100,
      supplement: { lo: 0, hi: 104_77 },
    });
  });
});

describe('AAH, for any household', () => {
  const RUNS = { numRuns: 150 };
  const everyCase = (holds: (situation: Situation, household: Household, month: string) => void) => {
    fc.assert(
      fc.property(arbitraryCase, ({ household, month }) => {
        holds(new Situation(household, month), household, month);
      }),
      RUNS,
    );
  };

  it('with pensions never comes to more than the full amount', () => {
    everyCase((situation) => {
      const full = situation.month < 2026 * 12 + 3 ? 1_033_32 : 1_041_59;
      for (const adult of situation.adults) {
        const amount = highest(aahOf(situation, adult));
        if (amount === 0) continue;
        const pensions = plus(
          adult.disabilityPension.net(situation.month),
          adult.pension.net(situation.month),
        );
        expect(amount + highest(pensions)).toBeLessThanOrEqual(full + 0.01);
      }
    });
  });

  it('is for each what it would be with another partner', () => {
    everyCase((situation, household, month) => {
      const [first, second] = household.adults;
      if (!first || !second) return;
      const partner = { ...people({}, { has: { salary: 9_000 } }).adults[1], id: 'p2' };
      const other = new Situation({ ...household, adults: [first, partner] }, month);
      expect(aahOf(other, other.applicant)).toEqual(aahOf(situation, situation.applicant));
    });
  });

  it('never falls with one child more', () => {
    everyCase((situation, household, month) => {
      const newborn = home({ children: [{ birthDate: `${month}-01` }] }).children?.[0];
      if (!newborn) return;
      const children = [...(household.children ?? []), { ...newborn, id: 'c9' }];
      const more = new Situation({ ...household, children }, month);
      expect(highest(aahOf(more, more.applicant))).toBeGreaterThanOrEqual(
        highest(aahOf(situation, situation.applicant)),
      );
    });
  });
});
