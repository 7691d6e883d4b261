import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { mayHaveAspa } from '../situation/old-age-rights.ts';
import { Situation } from '../situation/situation.ts';
import { arbitraryCase } from '../testing/arbitrary-household.ts';
import { amountOf, verdictOf } from '../testing/family.ts';
import { home } from '../testing/home.ts';
import { disabled, people, since, type PersonWords } from '../testing/people.ts';
import { highest, lowest, total } from '../unknown/num.ts';
import { Reasons } from '../why.ts';
import { ASI_CEILINGS } from './asi.parameters.ts';
import { asi, asiOf } from './asi.ts';

const M = '2025-06';
const SINGLE = 10_978.3 / 12;
const COUPLE = 19_212.03 / 12;
const invalid: PersonWords = { has: { disabilityPension: 400 } };
const euros = (words: PersonWords, partner?: PersonWords, month = M) =>
  amountOf(asi, people(words, partner), month) / 100;
const kind = (words: PersonWords, partner?: PersonWords) => verdictOf(asi, people(words, partner), M).kind;

describe('ASI', () => {
  it('brings an invalidity pension up to the ceiling', () => {
    expect(euros(invalid)).toBeCloseTo(SINGLE - 400, 2);
    expect(euros(invalid, {})).toBeCloseTo(COUPLE - 400, 2);
    expect(euros(invalid, invalid)).toBeCloseTo(COUPLE - 800, 2);
    expect(euros({ has: { disabilityPension: 950 } })).toBe(0);
  });

  it('is for who has an invalidity pension, or a pension before its time for a disability', () => {
    expect(kind({})).toBe('closed');
    const retired = { activity: since('retired'), has: { pension: 400 } };
    expect(kind(retired)).toBe('closed');
    expect(kind({ ...retired, disability: disabled(50) })).toBe('open');
    const first = {
      ...home().adults[0]?.incomes,
      pension: { start: '2024-01', netPaid: [...Array<number>(17).fill(0), 400_00] },
    };
    expect(kind({ incomes: first, disability: disabled(50) })).toBe('closed');
  });

  it('gives way to ASPA, of oneself or of the partner', () => {
    const old = { birthDate: '1955-03-10' };
    expect(kind({ ...invalid, ...old })).toBe('closed');
    expect(kind(invalid, old)).toBe('closed');
  });

  it('asks ten years of permit of third-country nationals', () => {
    expect(kind({ ...invalid, nationality: 'other', residencePermitYears: 9 })).toBe('closed');
    expect(kind({ ...invalid, nationality: 'other', residencePermitYears: 10 })).toBe('open');
  });

  it('says that its ceilings are extrapolated from April 2026 on', () => {
    expect(euros(invalid, undefined, '2026-06')).toBeCloseTo(11_066.13 / 12 - 400, 2);
    expect(ASI_CEILINGS.values.map(({ status }) => status)).toEqual(['extrapolated', 'published']);
  });

  it('tells lines that add up to the amount', () => {
    const why = new Reasons();
    const verdict = evaluate(asi, new Situation(people(invalid, { has: { alimony: 120 } }), M), why);
    const sum = why.steps.reduce((cents, step) => cents + lowest(step.cents), 0);
    expect(verdict).toMatchObject({ cents: Math.round(sum) });
  });
});

describe('ASI, for any household', () => {
  const everyCase = (holds: (situation: Situation) => void) => {
    fc.assert(
      fc.property(arbitraryCase, ({ household, month }) => {
        holds(new Situation(household, month));
      }),
      { numRuns: 150 },
    );
  };

  it('never comes together with a right to ASPA in the household', () => {
    everyCase((situation) => {
      const old = situation.adults.some((adult) => mayHaveAspa(situation, adult) === true);
      if (old) expect(total(situation.adults, (adult) => asiOf(situation, adult))).toBe(0);
    });
  });

  it('is never more than its ceiling', () => {
    everyCase((situation) => {
      const due = highest(total(situation.adults, (adult) => asiOf(situation, adult)));
      expect(due).toBeLessThanOrEqual((situation.lone ? 11_066_13 : 19_365_73) / 12);
    });
  });
});
