import { Household } from '@mds-kit/contract/household';
import type * as z from 'zod/mini';
import { monthIndex } from './calendar.ts';

/** Something in a household that cannot be: where, in one of these ways. It never repeats what was entered. */
export interface HouseholdProblem {
  /** `adults.0.birthDate`; empty for the household itself. */
  readonly path: string;
  readonly code:
    | 'malformed'
    | 'no-such-date'
    | 'repeated-id'
    | 'unknown-person'
    | 'partner-unexpected'
    | 'not-in-order'
    | 'ends-before-it-begins';
  /** What would be right, in English, for a developer's log. */
  readonly expected: string;
}

export type CheckedHousehold =
  | { readonly household: Household; readonly problems?: never }
  | { readonly problems: readonly HouseholdProblem[]; readonly household?: never };

/** Reads a household from anything: a file, a form, a pre-filling. Rules may then be asked about it. */
export function checkHousehold(input: unknown): CheckedHousehold {
  const read = Household.safeParse(input);
  if (!read.success) {
    return { problems: read.error.issues.map((issue) => ({ ...problemOf(issue), code: 'malformed' })) };
  }
  const problems = [...dates(read.data), ...people(read.data), ...order(read.data)];
  return problems.length > 0 ? { problems } : { household: read.data };
}

type Issue = z.core.$ZodIssue;

/** Where an issue lies and what would be right there, in zod's own words without the value that was entered. */
export function problemOf(issue: Issue): Pick<HouseholdProblem, 'path' | 'expected'> {
  const path = issue.path.join('.');
  const inside = issue.code === 'invalid_union' ? closestOf(issue.errors) : undefined;
  if (!inside) return { path, expected: expectedBy(issue) };
  const nested = problemOf(inside);
  return { ...nested, path: nested.path === '' ? path : `${path}.${nested.path}` };
}

/** What is neither `none` nor all that the other shape asks for was meant to be the one that it comes closest to. */
const closestOf = (shapes: readonly (readonly Issue[])[]): Issue | undefined =>
  shapes
    .flatMap(([first]) => (first ? [first] : []))
    .reduce<Issue | undefined>(
      (best, one) => (one.path.length > (best?.path.length ?? 0) ? one : best),
      undefined,
    );

/** One text for each pattern of a household, none of which an earlier pattern lets through. */
const EXAMPLES = ['p1', '2026-03', '2026-03-31', '75056'];

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `at least ${String(issue.minimum)}`;
    case 'too_big':
      return `at most ${String(issue.maximum)}`;
    case 'invalid_format': {
      const pattern = new RegExp(issue.pattern?.slice(1, -1) ?? '^$');
      return `text such as ${EXAMPLES.find((example) => pattern.test(example)) ?? issue.format}`;
    }
    default:
      return 'another value';
  }
}

function* dates({ adults, children = [], housing }: Household): Generator<HouseholdProblem> {
  const written = [
    ...adults.map((adult, index) => [`adults.${String(index)}.birthDate`, adult.birthDate] as const),
    ...children.map((child, index) => [`children.${String(index)}.birthDate`, child.birthDate] as const),
    ['housing.loan.signedOn', housing?.loan?.signedOn] as const,
  ];
  for (const [path, date] of written) {
    if (date === undefined || isDay(date)) continue;
    yield { path, code: 'no-such-date', expected: 'a day of the calendar, YYYY-MM-DD' };
  }
}

/** 2026-02-30 has the shape of a date, and is none. */
function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

function* people({ couple, adults, children = [], expectedBirth }: Household): Generator<HouseholdProblem> {
  const ids = [...adults, ...children].map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    yield { path: 'adults', code: 'repeated-id', expected: 'an id of its own for each adult and child' };
  }
  if (couple === 'single' && adults.length > 1) {
    yield { path: 'adults.1', code: 'partner-unexpected', expected: 'one adult where couple is "single"' };
  }
  if (expectedBirth && expectedBirth !== 'none' && !adults.some(({ id }) => id === expectedBirth.parent)) {
    yield { path: 'expectedBirth.parent', code: 'unknown-person', expected: 'the id of an adult' };
  }
}

function* order({ adults, children = [], received = {} }: Household): Generator<HouseholdProblem> {
  const everyone = [
    ...adults.map((one, index) => [`adults.${String(index)}`, one] as const),
    ...children.map((one, index) => [`children.${String(index)}`, one] as const),
  ];
  for (const [path, { activity = [] }] of everyone) {
    const froms = activity.map(({ from }) => (from === null ? -Infinity : monthIndex(from)));
    if (froms.some((from, index) => index > 0 && from <= (froms[index - 1] ?? from))) {
      yield {
        path: `${path}.activity`,
        code: 'not-in-order',
        expected: 'each from a later month than the one before',
      };
    }
  }
  const spells = [
    ...Object.entries(received).map(([name, list]) => [`received.${name}`, list] as const),
    ...adults.flatMap(({ received: own = {} }, index) =>
      Object.entries(own).map(([name, list]) => [`adults.${String(index)}.received.${name}`, list] as const),
    ),
  ];
  for (const [path, list] of spells) {
    if (!list?.some(({ from, until }) => until !== undefined && until < from)) continue;
    yield { path, code: 'ends-before-it-begins', expected: 'until not before from' };
  }
}
