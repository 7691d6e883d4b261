import { monthIndex, monthName, type MonthIndex } from '../calendar.ts';
import type { LegalText } from './law.ts';

/**
 * A parameter of the law with the values it had, each from a month on. `published`: read in a text; `extrapolated`: the
 * text was not found, the value is the former one raised as its neighbours were, and results say so.
 */
export interface Dated<T> {
  /** The text that sets it, and names it: where a value names none of its own, that value as well. */
  readonly law: LegalText;
  /** The latest first. */
  readonly values: readonly DatedValue<T>[];
}

export interface DatedValue<T> {
  readonly from: MonthIndex;
  readonly value: T;
  readonly law: LegalText;
  readonly status: 'published' | 'extrapolated';
}

/** For a value whose text was not found. */
export const EXTRAPOLATED = null;

/**
 * A value from its first month (`YYYY-MM`) on; then its source, where the parameter's text does not hold it: another
 * text, or, cited after the article that leaves it to them, an instruction or a circular.
 */
export type WrittenValue<T> = readonly [
  from: string,
  value: T,
  source?: LegalText | string | typeof EXTRAPOLATED,
];

/** From the earliest value to the latest. Money is in euro cents, shares are fractions (0.32 for 32 %). */
export function dated<T>(law: LegalText, written: readonly WrittenValue<T>[]): Dated<T> {
  const values = written.map(([from, value, source = law]): DatedValue<T> => ({
    from: monthIndex(from),
    value,
    law: typeof source === 'string' ? { ...law, text: `${law.text} ; ${source}` } : (source ?? law),
    status: source === EXTRAPOLATED ? 'extrapolated' : 'published',
  }));
  return { law, values: values.reverse() };
}

/** A parameter that nobody knows for so early a month: `parameter` (its legal text) and `month` say which. */
export class UnknownParameter extends Error {
  readonly code = 'unknown-parameter';
  readonly parameter: string;
  readonly month: string;

  constructor(parameter: string, month: MonthIndex) {
    super(`${parameter} has no value in ${monthName(month)}: the first one known is of a later month`);
    this.name = 'UnknownParameter';
    this.parameter = parameter;
    this.month = monthName(month);
  }
}

/** The value in force in a month, with its text. After the last one that is known, that one goes on. */
export function valueIn<T>(parameter: Dated<T>, month: MonthIndex): DatedValue<T> {
  for (const one of parameter.values) if (one.from <= month) return one;
  throw new UnknownParameter(parameter.law.text, month);
}

/** @throws UnknownParameter */
export const at = <T>(parameter: Dated<T>, month: MonthIndex): T => valueIn(parameter, month).value;
