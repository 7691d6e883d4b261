import { describe, expect, it } from 'vitest';
import type { LocalAmount } from './local-benefit.ts';
import type { LocalFact } from './predicate.ts';
import { worthOf } from './worth.ts';

const parameters = { 'rsa.base_amount': 651_69, 'aspa.amount': 1_043_59 };
const worth = (amount: LocalAmount, known: Readonly<Record<string, LocalFact>> = {}) =>
  worthOf(amount, (fact) => ({ value: known[fact], path: fact }), parameters);
const inCents = { unit: 'cents', period: 'year' } as const;

describe('what a local benefit is worth', () => {
  it('is its amount, or up to it', () => {
    expect(worth({ kind: 'fixed', value: 50_00, ...inCents })).toEqual({ least: 50_00, most: 50_00 });
    expect(worth({ kind: 'max', value: 90_00, ...inCents })).toEqual({ least: 0, most: 90_00 });
    expect(worth({ kind: 'max', value: 90_00, min: 20_00, ...inCents })).toEqual({
      least: 20_00,
      most: 90_00,
    });
    // It may be spent, or not.
    expect(worth({ kind: 'voucher', value: 60_00, ...inCents })).toEqual({ least: 0, most: 60_00 });
  });

  it('is so much for each of the children it is for, by what holds of the household', () => {
    const when = (value: number) => ({ fact: 'familyQuotientMonth', op: '<', value }) as const;
    const amount: LocalAmount = {
      ...{ kind: 'per-child', value: 10_00, children: 'childrenUnder3Count', ...inCents },
      variants: [{ when: when(500_00), value: 30_00 }],
    };
    const two = { childrenUnder3Count: 2, childrenCount: 5 };
    expect(worth(amount)).toBeNull();
    expect(worth(amount, { ...two, familyQuotientMonth: 900_00 })).toEqual({ least: 20_00, most: 20_00 });
    expect(worth(amount, { ...two, familyQuotientMonth: 400_00 })).toEqual({ least: 60_00, most: 60_00 });
    expect(worth(amount, two)).toEqual({ least: 20_00, most: 60_00 });
  });

  it('is the step that a figure has reached, or lies between those that it may', () => {
    const amount: LocalAmount = {
      ...{ kind: 'scale', by: 'familyQuotientMonth', ...inCents },
      steps: [{ value: 40_00 }, { from: 400_00, value: 30_00 }, { from: 800_00, value: 5_00 }],
    };
    expect(worth(amount, { familyQuotientMonth: 400_00 })).toEqual({ least: 30_00, most: 30_00 });
    const between = { lo: 300_00, hi: 500_00, because: ['a'] };
    expect(worth(amount, { familyQuotientMonth: between })).toEqual({ least: 30_00, most: 40_00 });
    expect(worth(amount)).toEqual({ least: 5_00, most: 40_00 });
  });

  it('is at most that of the best choice still open', () => {
    const amount: LocalAmount = {
      ...{ kind: 'by-option', ...inCents },
      options: [
        { option: 'train', max: 80_00, when: { fact: 'age', op: '<' as const, value: 18 } },
        { option: 'bus', value: 20_00 },
      ],
    };
    expect(worth(amount, { age: 17 })).toEqual({ least: 0, most: 80_00 });
    expect(worth(amount, { age: 30 })).toEqual({ least: 0, most: 20_00 });
  });
});
