import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  between,
  count,
  either,
  highest,
  least,
  lowest,
  minus,
  most,
  over,
  plus,
  positive,
  rising,
  rounded,
  times,
  type Num,
} from './num.ts';
import { above, all, any, atLeast, atMost, below, isUnknown, not, unknown, type Truth } from './truth.ts';

/** A range, and a number that lies in it. */
const inside = fc
  .tuple(
    fc.integer({ min: -500, max: 500 }),
    fc.integer({ min: 0, max: 300 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([lo, width, share]) => ({
    range: between(lo, lo + width, ['a']),
    known: Math.round(lo + share * width),
  }));

const holds = (result: Num, known: number) =>
  known >= lowest(result) - 1e-9 && known <= highest(result) + 1e-9;

describe('a number that is known to lie between two others', () => {
  const binary: Record<string, (a: Num, b: Num) => Num> = { plus, minus, times, least, most };
  it.each(Object.entries(binary))('%s gives bounds in which the true result lies', (_name, apply) => {
    fc.assert(
      fc.property(inside, inside, (a, b) => {
        const exact = apply(a.known, b.known);
        expect(typeof exact).toBe('number');
        expect(holds(apply(a.range, b.range), lowest(exact))).toBe(true);
        expect(holds(apply(a.range, b.known), lowest(exact))).toBe(true);
      }),
    );
  });

  const unary: Record<string, (a: Num) => Num> = {
    positive,
    rounded: (a) => rounded(a, 100),
    over: (a) => over(a, 12),
    rising: (a) => rising(a, (x) => Math.floor(x / 7)),
  };
  it.each(Object.entries(unary))('%s gives bounds in which the true result lies', (_name, apply) => {
    fc.assert(
      fc.property(inside, (a) => {
        expect(holds(apply(a.range), lowest(apply(a.known)))).toBe(true);
      }),
    );
  });

  it('is a plain number again where both bounds meet', () => {
    expect(minus(between(5, 5, ['a']), 2)).toBe(3);
    expect(least(between(5, 9, ['a']), 4)).toBe(4);
  });

  it('remembers every fact that it waits for, each once', () => {
    const sum = plus(plus(between(0, 1, ['a']), between(0, 1, ['b'])), between(0, 1, ['a']));
    expect(sum).toMatchObject({ because: ['a', 'b'] });
  });

  it('rounds a half up, also one that binary fractions left a hair below', () => {
    expect(rounded(1.005 * 100)).toBe(101);
    expect(rounded(249.5, 1)).toBe(250);
    expect(rounded(1_250, 100)).toBe(1_300);
  });

  it('counts between those that certainly are and those that may be', () => {
    const truths: Truth[] = [true, false, unknown('a')];
    expect(count(truths, (truth) => truth)).toEqual({ lo: 1, hi: 2, because: ['a'] });
  });
});

describe('yes, no, or not known yet', () => {
  it('is yes with one yes among unknowns, and no with one no', () => {
    expect(any(unknown('a'), true)).toBe(true);
    expect(all(unknown('a'), false)).toBe(false);
    expect(all(unknown('a'), true)).toEqual({ because: ['a'] });
    expect(any(unknown('a'), unknown('b'))).toEqual({ because: ['a', 'b'] });
    expect(isUnknown(not(unknown('a')))).toBe(true);
  });

  it('compares as the true numbers would, or does not know', () => {
    fc.assert(
      fc.property(inside, inside, (a, b) => {
        for (const compare of [atLeast, atMost, above, below]) {
          const said = compare(a.range, b.range);
          if (!isUnknown(said)) expect(said).toBe(compare(a.known, b.known));
        }
      }),
    );
  });

  it('either way gives bounds around both', () => {
    expect(either(unknown('a'), 3, 8)).toEqual({ lo: 3, hi: 8, because: ['a'] });
    expect(either(unknown('a'), 4, 4)).toBe(4);
  });
});
