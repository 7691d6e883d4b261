/** What the scripts beside have in common: wrong options are told in one sentence, results are one line of JSON. */
import { monthOf } from './months.ts';

/** Whoever typed the command is told what was wrong with it. */
export class UsageError extends Error {}

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

/** @throws UsageError */
export function month(name: string, given: string): string {
  if (!MONTH.test(given)) throw new UsageError(`--${name} is a month, YYYY-MM.`);
  return monthOf(given);
}

/** @throws UsageError */
export function integer(name: string, given: string, least: number): number {
  const number = Number(given);
  if (!Number.isSafeInteger(number) || number < least)
    throw new UsageError(`--${name} is a whole number, ${least} at least.`);
  return number;
}

/** @throws UsageError */
export function oneOf<const Value extends string>(
  name: string,
  given: string,
  values: readonly Value[],
): Value {
  const value = values.find((one) => one === given);
  if (value === undefined) throw new UsageError(`--${name} is one of ${values.join(', ')}.`);
  return value;
}

/** Runs a script; exit code 2 where it was called wrongly. */
export async function run(usage: string, script: () => Promise<object>): Promise<void> {
  try {
    process.stdout.write(`${JSON.stringify(await script())}\n`);
  } catch (error) {
    const wrongArguments =
      error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (!wrongArguments && !(error instanceof UsageError) && !(error instanceof RangeError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  }
}
