import * as z from 'zod/mini';
import { checkHousehold, problemOf } from '../check-household.ts';
import { firstMonth } from '../tariff/months.ts';
import { OracleCase } from './case-format.ts';
import { householdOf } from './case.ts';

/** Something in a file of cases that cannot be: where, and what would be right. It never repeats what stands there. */
export interface CaseProblem {
  /** `3.household.housing.rent`, counted from 0; empty for the whole file. */
  readonly path: string;
  readonly expected: string;
}

export type CheckedCases =
  | { readonly cases: readonly OracleCase[]; readonly problems?: never }
  | { readonly problems: readonly CaseProblem[]; readonly cases?: never };

/** Reads cases from what a file holds; the rules may then be asked about them. */
export function checkCases(input: unknown): CheckedCases {
  const read = z.array(OracleCase).safeParse(input);
  if (!read.success) return { problems: read.error.issues.map(problemOf) };
  const problems = read.data.flatMap((one, index) => [...inCase(one, `${String(index)}.`)]);
  return problems.length > 0 ? { problems } : { cases: read.data };
}

function* inCase(one: OracleCase, place: string): Generator<CaseProblem> {
  if (one.month < firstMonth) yield { path: `${place}month`, expected: `a month from ${firstMonth} on` };
  const { problems = [] } = checkHousehold(householdOf(one));
  for (const { path, expected } of problems) yield { path: `${place}household.${path}`, expected };
}
