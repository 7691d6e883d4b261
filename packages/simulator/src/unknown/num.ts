import { together, type Because } from './because.ts';
import type { Truth } from './truth.ts';

/**
 * A number that the rules compute with: known, or only known to lie between two bounds. Rules are written once, for
 * both: a household about which something is unknown gives the amounts between which the true one lies, and the facts
 * that would tell. Interval arithmetic (IEEE 1788 in spirit) may give bounds that are too wide, never too narrow.
 *
 * Where all is known these are plain numbers, and the functions below cost one `typeof`.
 */
export type Num = number | Range;

/** Both bounds are included. `because` is never empty: a range always waits for something. */
export interface Range {
  readonly lo: number;
  readonly hi: number;
  readonly because: Because;
}

/** What stands for "no upper bound" (a milliard of euros): infinity would make NaN of a difference. */
export const UNBOUNDED = 1e11;

export const lowest = (a: Num): number => (typeof a === 'number' ? a : a.lo);
export const highest = (a: Num): number => (typeof a === 'number' ? a : a.hi);
export const because = (a: Num): Because => (typeof a === 'number' ? [] : a.because);

/** Something between 0 and no bound, for want of these facts. */
export const unknownAmount = (...facts: Because): Range => ({ lo: 0, hi: UNBOUNDED, because: facts });

/** Between both; a number when they are the same. */
export const between = (lo: number, hi: number, facts: Because): Num =>
  lo === hi ? lo : { lo, hi, because: facts };

/** Between bounds that come of two numbers, and wait for what either of them waits for. */
const ofBoth = (lo: number, hi: number, a: Num, b: Num): Num =>
  between(lo, hi, together(because(a), because(b)));

export function plus(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  return ofBoth(lowest(a) + lowest(b), highest(a) + highest(b), a, b);
}

export function minus(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return ofBoth(lowest(a) - highest(b), highest(a) - lowest(b), a, b);
}

export function times(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  const corners = [
    lowest(a) * lowest(b),
    lowest(a) * highest(b),
    highest(a) * lowest(b),
    highest(a) * highest(b),
  ];
  return ofBoth(Math.min(...corners), Math.max(...corners), a, b);
}

export function least(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? a : b;
  if (highest(a) <= lowest(b)) return a;
  if (highest(b) <= lowest(a)) return b;
  return ofBoth(Math.min(lowest(a), lowest(b)), Math.min(highest(a), highest(b)), a, b);
}

export function most(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') return a > b ? a : b;
  if (lowest(a) >= highest(b)) return a;
  if (lowest(b) >= highest(a)) return b;
  return ofBoth(Math.max(lowest(a), lowest(b)), Math.max(highest(a), highest(b)), a, b);
}

/** Not below zero. */
export const positive = (a: Num): Num => (typeof a === 'number' ? (a > 0 ? a : 0) : most(a, 0));

/** Through a function that never falls as its argument grows: a rounding, a step of a scale. */
export function rising(a: Num, f: (x: number) => number): Num {
  return typeof a === 'number' ? f(a) : between(f(a.lo), f(a.hi), a.because);
}

/**
 * To a multiple of `step` cents: 1 rounds to the cent, 100 to the euro. Halves go up, and a product that binary
 * fractions left a hair below the half is the half that it stands for.
 */
export const rounded = (a: Num, step = 1): Num =>
  typeof a === 'number' ? roundNumber(a, step) : rising(a, (x) => roundNumber(x, step));

const roundNumber = (a: number, step: number) => Math.round(a / step + 1e-7) * step;

/** `a` where the condition holds, `b` where it does not, and whatever lies between where nobody knows. */
export function either(condition: Truth, a: Num, b: Num): Num {
  if (condition === true) return a;
  if (condition === false) return b;
  return between(
    Math.min(lowest(a), lowest(b)),
    Math.max(highest(a), highest(b)),
    together(condition.because, together(because(a), because(b))),
  );
}

/** What there is where the condition holds, and 0 where it does not: computed only where it may. */
export const where = (condition: Truth, there: () => Num): Num =>
  condition === false ? 0 : either(condition, there(), 0);

/** The sum over a list. */
export function total<T>(items: readonly T[], of: (item: T) => Num): Num {
  let sum: Num = 0;
  for (const item of items) sum = plus(sum, of(item));
  return sum;
}

/** How many of a list meet a condition. */
export const count = <T>(items: readonly T[], holds: (item: T) => Truth): Num =>
  total(items, (item) => either(holds(item), 1, 0));

/** Divided by a number that is known. */
export const over = (a: Num, divisor: number): Num =>
  typeof a === 'number' ? a / divisor : between(a.lo / divisor, a.hi / divisor, a.because);
