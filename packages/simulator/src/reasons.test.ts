import { describe, expect, it } from 'vitest';
import { readCases } from '../scripts/read-cases.ts';
import { householdOf } from './oracle/case.ts';
import type { BenefitResult } from './result.ts';
import { simulate } from './simulate.ts';

const simulated = readCases().map((one) => ({
  id: one.id,
  benefits: simulate(householdOf(one), { month: one.month }).benefits,
}));

/** The kept cases in which something does not hold, by benefit. */
function against(holds: (benefit: BenefitResult) => boolean): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { id, benefits } of simulated) {
    for (const benefit of benefits) if (!holds(benefit)) (found[benefit.id] ??= []).push(id);
  }
  return Object.fromEntries(Object.entries(found).map(([id, cases]) => [id, cases.slice(0, 3)]));
}

/** Cents: each line is rounded by itself. */
const ROUNDING = 5;

const cited = ({ law }: { law: { text: string; url: string } }) =>
  /\w/.test(law.text) && URL.canParse(law.url) && law.url.startsWith('https://');

describe('every amount can be asked why', () => {
  it('has a legal text for every criterion and every line of the computation', () => {
    expect(against(({ criteria, steps }) => criteria.every(cited) && steps.every(cited))).toEqual({});
  });

  it('tells a condition that is met wherever there is a right', () => {
    expect(
      against(
        ({ status, criteria }) => status !== 'eligible' || criteria.some(({ state }) => state === 'met'),
      ),
    ).toEqual({});
  });

  it('tells the condition that is not met wherever there is none', () => {
    expect(
      against(
        ({ status, criteria }) =>
          status !== 'not-eligible' || criteria.some(({ state }) => state === 'unmet'),
      ),
    ).toEqual({});
  });

  it('shows the lines that an amount is made of', () => {
    expect(against(({ gross, steps }) => gross === null || steps.length > 0)).toEqual({});
  });

  it('names every criterion by its benefit, so that its words can be found', () => {
    const ids = simulated.flatMap(({ benefits }) =>
      benefits.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
    );
    for (const id of new Set(ids)) expect(id).toMatch(/^[a-z-]+\.[a-z0-9-]+$/);
  });
});

describe('lines of a computation', () => {
  it('add up to the amount', () => {
    const differs = ({ gross, supplement, steps }: BenefitResult) => {
      if (gross === null) return 0;
      const shown = steps.reduce((sum, { cents }) => sum + cents.least, 0);
      return Math.abs(shown - gross.least - (supplement?.least ?? 0));
    };
    expect(against((benefit) => benefit.status !== 'eligible' || differs(benefit) <= ROUNDING)).toEqual({});
  });
});
