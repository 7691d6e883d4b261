import type { Household } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { Situation } from '../situation/situation.ts';
import { arbitraryAdult, arbitraryCase } from '../testing/arbitrary-household.ts';
import { amountOf, boundsOf, verdictOf } from '../testing/family.ts';
import { always, home } from '../testing/home.ts';
import { disabled, people, since, type PersonWords } from '../testing/people.ts';
import { highest, lowest } from '../unknown/num.ts';
import { Reasons } from '../why.ts';
import { aspa, aspaDue } from './aspa.ts';

const M = '2025-06';
const SINGLE = 12_411.44 / 12;
const COUPLE = 19_268.8 / 12;
const old: PersonWords = { birthDate: '1955-03-10', activity: since('retired') };
const of = (household: Household, month = M) => amountOf(aspa, household, month) / 100;
const euros = (words: PersonWords, partner?: PersonWords) => of(people({ ...old, ...words }, partner));
const kind = (words: PersonWords) => verdictOf(aspa, people({ ...old, ...words }), M).kind;

describe('ASPA', () => {
  it('brings the resources of one, and of two, up to its amount', () => {
    expect(euros({})).toBeCloseTo(SINGLE, 2);
    expect(of(people(old), '2026-06')).toBeCloseTo(12_523.14 / 12, 2);
    expect(euros({}, old)).toBeCloseTo(COUPLE, 2);
    // Pensions count gross: 736 € net are 800 €.
    expect(euros({ has: { pension: 736 } })).toBeCloseTo(SINGLE - 800, 2);
  });

  it('is due to one of a couple up to the amount of one, under the ceiling of two', () => {
    expect(euros({}, {})).toBeCloseTo(SINGLE, 2);
    expect(euros({}, { has: { alimony: 1_000 } })).toBeCloseTo(COUPLE - 1_000, 2);
  });

  it('is half of that of a couple at most where the partner has a disability pension', () => {
    expect(euros({}, { has: { disabilityPension: 400 } })).toBeCloseTo(COUPLE / 2, 2);
    expect(euros({}, { has: { disabilityPension: 1_000 } })).toBeCloseTo(
      COUPLE / 2 - (1_000 - COUPLE / 2) / 2,
      2,
    );
  });

  it('begins at 65, at 64 for who is unfit for work or disabled', () => {
    expect(kind({ birthDate: '1960-06-20' })).toBe('closed');
    expect(kind({ birthDate: '1960-05-20' })).toBe('open');
    const nearly = { birthDate: '1961-05-20' };
    expect(kind(nearly)).toBe('closed');
    expect(kind({ ...nearly, disability: { ...disabled(0), unfitForWork: true } })).toBe('open');
    expect(kind({ ...nearly, disability: disabled(60) })).toBe('open');
  });

  it('asks ten years of permit of third-country nationals', () => {
    const permit = (residencePermitYears: number) => kind({ nationality: 'other', residencePermitYears });
    expect(permit(9)).toBe('closed');
    expect(permit(10)).toBe('open');
    expect(kind({ nationality: 'eea' })).toBe('open');
  });

  it('leaves out of the pay of three months nine tenths of a SMIC, of a couple one and a half', () => {
    const smic = 151.67 * 11.88;
    const gross = (each: number) => ({ has: { salary: Math.round(each * 0.78) } });
    expect(euros(gross(500))).toBeCloseTo(SINGLE, 2);
    expect(euros(gross(1_000))).toBeCloseTo(SINGLE - (1_000 - (0.9 * smic) / 3), 2);
    expect(euros(gross(1_500), {})).toBeCloseTo(COUPLE - (1_500 - (1.5 * smic) / 3), 2);
  });

  it('counts the interest of the Livret A, and the AAH only of a partner who has nothing else to claim', () => {
    const savings = { livretA: 20_000_00, other: 0 };
    expect(euros({ savings })).toBeCloseTo(SINGLE - (20_000 * 0.024) / 12, 2);
    const received = { aah: always(1_000), mva: [], asi: [], ass: [] };
    expect(euros({ received })).toBeCloseTo(SINGLE, 2);
    expect(euros({}, { received })).toBeCloseTo(COUPLE - 1_000, 2);
  });

  it('cannot be told where there is property, and has bounds where nobody said what is on the Livret A', () => {
    expect(kind({ ownsOtherProperty: true })).toBe('beyond');
    const { savings: _, ...unsaid } = people(old).adults[0] ?? { id: 'p1' };
    const household = { ...people(old), adults: [{ ...unsaid, savings: { other: 0 } }] };
    expect(boundsOf(aspa, household, M)).toEqual({ least: 0, most: 1_034_29 });
    expect(verdictOf(aspa, household, M)).toMatchObject({
      cents: { because: ['adults.0.savings.livretA'] },
    });
  });

  it('tells each resource, the lines add up to the amount', () => {
    const received = { aah: always(300), mva: [], asi: [], ass: [] };
    const household = people({ ...old, has: { pension: 300 } }, { received, has: { alimony: 100 } });
    const why = new Reasons();
    const verdict = evaluate(aspa, new Situation(household, M), why);
    const sum = why.steps.reduce((cents, step) => cents + lowest(step.cents), 0);
    expect(verdict).toMatchObject({ cents: Math.round(sum) });
    expect(why.steps.flatMap(({ counts }) => counts ?? [])).toEqual(['aah']);
  });
});

describe('ASPA, for any household', () => {
  const RUNS = { numRuns: 150 };
  /** Of whom the first at least is old enough. */
  const elders = arbitraryCase.map(({ month, household }) => {
    const [first, ...others] = household.adults;
    const adults = first ? [{ ...first, ...old, nationality: 'french' as const }, ...others] : [];
    return { month, household: { ...household, adults } };
  });
  const due = (household: Household, month: string) => highest(aspaDue(new Situation(household, month)));

  it('never rises with more savings', () => {
    fc.assert(
      fc.property(elders, fc.integer({ min: 1, max: 20_000 }), ({ household, month }, more) => {
        const richer = household.adults.map((adult) => ({
          ...adult,
          savings: { livretA: (adult.savings?.livretA ?? 0) + more * 100, other: 0 },
        }));
        expect(due({ ...household, adults: richer }, month)).toBeLessThanOrEqual(due(household, month));
      }),
      RUNS,
    );
  });

  it('brings a couple never above its amount, one alone never above that of one', () => {
    fc.assert(
      fc.property(elders, ({ household, month }) => {
        const [one, two] = month < '2026-01' ? [12_411_44, 19_268_80] : [12_523_14, 19_442_21];
        const most = household.couple === 'single' ? one : two;
        expect(due(household, month)).toBeLessThanOrEqual(most / 12);
      }),
      RUNS,
    );
  });

  it('does not depend on who of a couple asks', () => {
    const pair = fc.tuple(arbitraryAdult('p1', M), arbitraryAdult('p2', M)).map(([first, second]) => {
      const none = { workedFiveOfLastTenYears: false };
      return [
        { ...first, ...none, birthDate: '1955-03-10' },
        { ...second, ...none },
      ] as const;
    });
    fc.assert(
      fc.property(pair, (adults) => {
        const household = { ...home({ partner: 0 }), adults: [...adults] };
        const turned = { ...household, adults: adults.toReversed() };
        expect(due(turned, M)).toBeCloseTo(due(household, M), 6);
      }),
      RUNS,
    );
  });
});
