import { monthIndex, monthName, type MonthIndex } from '../calendar.ts';
import type { LegalText } from './law.ts';

/**
 * A parameter of the law with the values it had, each from a month on. `published`: read in a text; `extrapolated`: the
 * text was not found, the value is the former one raised as its neighbours were, and results say so.
 */
export interface Dated<T> {
  readonly name: string;
  /** The text that sets it, where a value names none of its own. */
  readonly law: LegalText;
  readonly values: readonly DatedValue<T>[];
}

export interface DatedValue<T> {
  readonly from: MonthIndex;
  readonly value: T;
  readonly law: LegalText;
  readonly status: 'published' | 'extrapolated';
}

export interface WrittenValue<T> {
  /** `YYYY-MM`, the first month in which it is in force. */
  readonly from: string;
  readonly value: T;
  readonly law?: LegalText;
  readonly status?: 'extrapolated';
}

/** Money is in euro cents, shares are fractions (0.32 for 32 %). */
export function dated<T>(name: string, law: LegalText, written: readonly WrittenValue<T>[]): Dated<T> {
  const values = written
    .map((one) => ({
      from: monthIndex(one.from),
      value: one.value,
      law: one.law ?? law,
      status: one.status ?? ('published' as const),
    }))
    .sort((a, b) => b.from - a.from);
  return { name, law, values };
}

/** A parameter that nobody knows for so early a month: `name` and `month` say which. */
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
  throw new UnknownParameter(parameter.name, month);
}

/** @throws UnknownParameter */
export const at = <T>(parameter: Dated<T>, month: MonthIndex): T => valueIn(parameter, month).value;
