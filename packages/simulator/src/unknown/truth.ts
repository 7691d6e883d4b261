import { together, type Because } from './because.ts';
import { because, highest, lowest, type Num } from './num.ts';

/** Yes, no, or not known yet and for want of what. Kleene's three values: "any" with one yes is yes, whatever the rest. */
export type Truth = boolean | Unknown;

export interface Unknown {
  readonly because: Because;
}

export const unknown = (...facts: Because): Unknown => ({ because: facts });

export const isUnknown = (truth: Truth): truth is Unknown => typeof truth !== 'boolean';

export function not(a: Truth): Truth {
  return typeof a === 'boolean' ? !a : a;
}

export function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  if (a === true) return b;
  return b === true ? a : { because: together(a.because, b.because) };
}

export function oneOf(a: Truth, b: Truth): Truth {
  if (a === true || b === true) return true;
  if (a === false) return b;
  return b === false ? a : { because: together(a.because, b.because) };
}

export const all = (...truths: readonly Truth[]): Truth => every(truths, itself);
export const any = (...truths: readonly Truth[]): Truth => some(truths, itself);
const itself = (truth: Truth) => truth;

/** Asks of each, even where the answer is there before: reasons are told of all. */
export function every<T>(items: readonly T[], holds: (item: T) => Truth): Truth {
  let result: Truth = true;
  for (const item of items) result = both(result, holds(item));
  return result;
}

export function some<T>(items: readonly T[], holds: (item: T) => Truth): Truth {
  let result: Truth = false;
  for (const item of items) result = oneOf(result, holds(item));
  return result;
}

export function atLeast(a: Num, b: Num): Truth {
  if (typeof a === 'number' && typeof b === 'number') return a >= b;
  if (lowest(a) >= highest(b)) return true;
  if (highest(a) < lowest(b)) return false;
  return { because: together(because(a), because(b)) };
}

export function above(a: Num, b: Num): Truth {
  return not(atLeast(b, a));
}

export function atMost(a: Num, b: Num): Truth {
  return atLeast(b, a);
}

export function below(a: Num, b: Num): Truth {
  return not(atLeast(a, b));
}
