import type { Child } from '@mds-kit/contract/household';
import { describe, expect, it } from 'vitest';
import { simulate } from '../simulate.ts';
import { boundsOf, family, paidOf, type FamilyWords } from '../testing/family.ts';
import { aeeh } from './aeeh.ts';

const paid = (words: FamilyWords, month = '2025-06') => paidOf(aeeh, family(words), month);
const child = (aeehComplement: number, birthDate = '2016-03-10') => ({
  birthDate,
  disability: { recognised: true, incapacityRate: 80, aeehComplement },
});

describe('allocation d’éducation de l’enfant handicapé', () => {
  it('is paid for each child recognised, whatever the income, with no CRDS', () => {
    expect(paid({ children: [child(0)], salaries: [150_000] })).toBe(151.8);
    expect(paid({ children: [child(0), child(0, '2018-07-20'), '2012-03-10'] })).toBe(303.6);
    expect(paid({ children: ['2016-03-10'] })).toBe(0);
  });

  it('has the complement of its category', () => {
    const complements = [1, 2, 3, 4, 5, 6].map((n) => paid({ children: [child(n)] }) - 151.8);
    const published = [113.85, 308.34, 436.42, 676.31, 864.35, 1_288.13];
    for (const [n, cents] of published.entries()) expect(complements[n]).toBeCloseTo(cents, 1);
  });

  it('gives a lone parent more from the second category on', () => {
    const extras = [0, 1, 2, 3, 4, 5, 6].map(
      (n) => paid({ children: [child(n)], lone: true }) - paid({ children: [child(n)] }),
    );
    const published = [0, 0, 61.67, 85.39, 270.39, 346.29, 507.58];
    for (const [n, cents] of published.entries()) expect(extras[n]).toBeCloseTo(cents, 1);
  });

  it('ends with the month before the child turns 20, complements and all', () => {
    expect(paid({ children: [child(6, '2005-07-15')] })).toBe(1_439.93);
    expect(paid({ children: [child(6, '2005-07-15')] }, '2025-07')).toBe(0);
  });

  it('is not paid below an incapacity of 50 %', () => {
    const mild = {
      birthDate: '2016-03-10',
      disability: { recognised: true, incapacityRate: 30, aeehComplement: 0 },
    };
    expect(paid({ children: [mild] })).toBe(0);
  });

  it('lies between the allowance and the highest complement while nobody said the category', () => {
    const silent = { birthDate: '2016-03-10', disability: { recognised: true, incapacityRate: 80 } };
    expect(boundsOf(aeeh, family({ children: [silent] }), '2025-06')).toEqual({
      least: 151_80,
      most: 1_439_93,
    });
  });

  it('is as sure as a tariff of its month but for the sixth category, whose complement is extrapolated', () => {
    const doubts = (one: Partial<Child>) => {
      const { benefits } = simulate(family({ children: [one] }), { month: '2026-06' });
      return benefits.find(({ id }) => id === 'aeeh')?.doubts ?? [];
    };
    const silent = { birthDate: '2016-03-10', disability: { recognised: true, incapacityRate: 80 } };
    expect(doubts(child(5))).not.toContain('extrapolated-parameter');
    expect(doubts(child(6))).toContain('extrapolated-parameter');
    expect(doubts(silent)).toContain('extrapolated-parameter');
  });

  it('is told as rough between 50 and 79 %, where the law asks besides for special schooling or care', () => {
    const rough = (incapacityRate: number) => {
      const disability = { recognised: true, incapacityRate, aeehComplement: 0 };
      const { benefits } = simulate(family({ children: [{ birthDate: '2016-03-10', disability }] }), {
        month: '2026-06',
      });
      return benefits.find(({ id }) => id === 'aeeh')?.doubts.includes('approximate-rule');
    };
    expect([30, 50, 79, 80].map(rough)).toEqual([false, true, true, false]);
  });
});
