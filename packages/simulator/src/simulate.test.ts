import type { Household } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextQuestions } from './next-questions.ts';
import type { BenefitResult, Money } from './result.ts';
import { firstMonth, latestMonth, MonthOutOfReach, simulate } from './simulate.ts';
import { arbitraryCase } from './testing/arbitrary-household.ts';
import { arbitraryForgetting, withUnknown } from './testing/forgetting.ts';

const NOBODY: Household = { adults: [{ id: 'p1' }] };

const worth = ({ status, paid }: BenefitResult): Money =>
  status === 'not-eligible' ? { least: 0, most: 0 } : (paid ?? { least: 0, most: null });

describe('simulate', () => {
  it('never turns a no into a yes for want of a fact, nor a yes into a no', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryForgetting, ({ month, household }, forgotten) => {
        const known = simulate(household, { month }).benefits;
        const unsure = simulate(withUnknown(household, forgotten), { month }).benefits;
        for (const [index, was] of known.entries()) {
          const is = unsure[index];
          if (is?.status === 'cannot-tell') continue;
          expect({ id: is?.id, status: is?.status }).toEqual({ id: was.id, status: was.status });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives bounds in which the amount lies once the fact is there', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryForgetting, ({ month, household }, forgotten) => {
        const known = simulate(household, { month }).benefits;
        const unsure = simulate(withUnknown(household, forgotten), { month }).benefits;
        for (const [index, was] of known.entries()) {
          const is = unsure[index];
          if (!is) throw new Error('a benefit is gone');
          const bounds = worth(is);
          expect({ id: was.id, forgotten, below: worth(was).least < bounds.least }).toEqual({
            id: was.id,
            forgotten,
            below: false,
          });
          expect({ id: was.id, above: bounds.most !== null && (worth(was).most ?? 0) > bounds.most }).toEqual(
            {
              id: was.id,
              above: false,
            },
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says of everything that it cannot tell, and what would tell, where nothing is known', () => {
    const { benefits, missing, newPerMonth } = simulate(NOBODY, { month: latestMonth });
    for (const { id, status, missing: facts } of benefits) {
      expect({ id, status }).toEqual({ id, status: 'cannot-tell' });
      expect(facts.length).toBeGreaterThan(0);
    }
    expect(missing).toContain('children');
    expect(newPerMonth).toEqual({ least: 0, most: null });
  });

  it('computes a later month with the last tariff and says so', () => {
    expect(simulate(NOBODY, { month: latestMonth }).tariff).toEqual({ month: latestMonth, later: false });
    const later = simulate(NOBODY, { month: '2031-01' });
    expect(later.tariff).toEqual({ month: latestMonth, later: true });
    expect(later.benefits.every(({ doubts }) => doubts.includes('later-than-tariffs'))).toBe(true);
  });

  it.each(['2025-05', '1999-01', 'July', '2026-13', '2026-7'])('refuses the month %s by name', (month) => {
    expect(() => simulate(NOBODY, { month })).toThrow(MonthOutOfReach);
    expect(() => simulate(NOBODY, { month })).toThrow(firstMonth);
  });

  it('says the same whatever it was asked before, and leaves the household as it was', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ month, household }) => {
        const before = structuredClone(household);
        const first = simulate(household, { month });
        expect(simulate(household, { month })).toEqual(first);
        expect(household).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });
});

describe('nextQuestions', () => {
  it('has nothing to ask of a household about which all is known', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ month, household }) => {
        expect(nextQuestions(household, { month })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('no longer asks for what cannot change a result', () => {
    const facts = (household: Household) =>
      nextQuestions(household, { month: latestMonth }).map(({ fact }) => fact);
    expect(facts(NOBODY)).toContain('children');
    const alone = facts({ ...NOBODY, couple: 'single', children: [] });
    expect(alone).not.toContain('children');
    expect(alone.filter((fact) => fact.startsWith('children'))).toEqual([]);
  });
});
