/** Deposits as lines, for tests that need one line otherwise. The person was born in a month 99. */
import { latin1 } from './reading.ts';

export const HEADER = [
  "S10.G00.00.001,'LOGICIEL'",
  "S10.G00.00.005,'02'",
  "S10.G00.00.006,'P26V01'",
  "S10.G00.00.007,'01'",
  "S10.G00.00.008,'01'",
  "S10.G00.01.001,'999999999'",
  "S10.G00.01.002,'00011'",
];

export const HEAD = [
  "S20.G00.05.001,'01'",
  "S20.G00.05.002,'01'",
  "S20.G00.05.003,'11'",
  "S20.G00.05.004,'1'",
  "S20.G00.05.005,'01032026'",
  "S20.G00.05.007,'02042026'",
  "S20.G00.05.008,'01'",
  "S20.G00.07.001,'CONTACT'",
  "S21.G00.06.001,'999999999'",
  "S21.G00.11.001,'00011'",
];

export const PERSON = [
  "S21.G00.30.001,'1999999000001'",
  "S21.G00.30.002,'EXEMPLE'",
  "S21.G00.30.006,'01991999'",
];

export const CONTRACT = ["S21.G00.40.001,'01092019'", "S21.G00.40.007,'01'", "S21.G00.40.009,'0042'"];

export const PAYMENT = [
  "S21.G00.50.001,'28032026'",
  "S21.G00.50.002,'1900.50'",
  "S21.G00.50.004,'1850.25'",
  "S21.G00.51.001,'01032026'",
  "S21.G00.51.002,'31032026'",
  "S21.G00.51.010,'0042'",
  "S21.G00.51.011,'001'",
  "S21.G00.51.013,'2400.00'",
];

export const DECLARATION = [...HEAD, ...PERSON, ...CONTRACT, ...PAYMENT];

/** A deposit of these lines, with its footer. */
export function framed(lines: readonly string[]): string[] {
  const declarations = lines.filter((line) => line.startsWith('S20.G00.05.001')).length;
  return [...lines, `S90.G00.90.001,'${lines.length + 2}'`, `S90.G00.90.002,'${declarations}'`];
}

export const fileOf = (lines: readonly string[], lineEnd = '\r\n') =>
  latin1(lines.map((line) => `${line}${lineEnd}`).join(''));

/** `lines` with the one that is of this rubrique put otherwise; none: left out. */
export function otherwise(
  lines: readonly string[],
  rubrique: string,
  ...instead: readonly string[]
): string[] {
  const at = lines.findIndex((line) => line.startsWith(rubrique));
  if (at === -1) throw new Error(`There is no ${rubrique}`);
  return lines.toSpliced(at, 1, ...instead);
}
