import type { Adult, Child, Household } from '@mds-kit/contract/household';
import { evaluate, type Verdict } from '../evaluate.ts';
import type { Rule } from '../rule.ts';
import { Situation } from '../situation/situation.ts';
import { NOBODY_ASKS } from '../why.ts';

/** What a test says of a family; nothing else is in it. */
export interface FamilyWords {
  /** Taxable salaries of a year, euros: one for each adult. Two years before, and every other. */
  readonly salaries?: readonly number[];
  readonly lone?: boolean;
  /** Born when; or more than that. */
  readonly children?: readonly (string | Partial<Child>)[];
  readonly expectedBirth?: Household['expectedBirth'];
  /** Euros a month. */
  readonly alimony?: number;
}

const NONE = {
  salary: 'none',
  unemployment: 'none',
  pension: 'none',
  disabilityPension: 'none',
  alimony: 'none',
  selfEmployment: 'none',
  dailyAllowance: 'none',
  rent: 'none',
  investment: 'none',
} as const;

const YEARS = [2023, 2024];
const notice = (salary: number) =>
  YEARS.map((year) => ({
    year,
    salary,
    unemployment: 0,
    pension: 0,
    disabilityPension: 0,
    alimony: 0,
    other: 0,
  }));

/** A family in which everything about family benefits is known: by default a couple of whom one earns 20,000 €. */
export function family(words: FamilyWords = {}): Household {
  const { lone = false, salaries = [20_000], children = [], expectedBirth = 'none', alimony = 0 } = words;
  const adult = (id: string, index: number): Adult => ({
    id,
    birthDate: '1985-05-15',
    years: notice(Math.round((salaries[index] ?? 0) * 100)),
    incomes: alimony > 0 && index === 0 ? { ...NONE, alimony: monthly(alimony) } : NONE,
  });
  return {
    couple: lone ? 'single' : 'married',
    adults: lone ? [adult('p1', 0)] : [adult('p1', 0), adult('p2', 1)],
    children: children.map((child, index) => ({
      id: `c${String(index + 1)}`,
      sharedCustody: false,
      disability: 'none' as const,
      incomes: NONE,
      years: notice(0),
      ...(typeof child === 'string' ? { birthDate: child } : child),
    })),
    expectedBirth,
  };
}

/** The same, of whose incomes nobody said anything. */
export const withoutIncomes = (household: Household): Household => ({
  ...household,
  adults: household.adults.map(({ id, birthDate }) => ({ id, birthDate })),
});

/** Net pay, unchanged from 2024 on. */
export const monthly = (euros: number) => ({
  start: '2024-01',
  netPaid: Array.from({ length: 36 }, () => euros * 100),
});

export const verdictOf = (rule: Rule, household: Household, month: string): Verdict =>
  evaluate(rule, new Situation(household, month), NOBODY_ASKS);

export const boundsOf = (rule: Rule, household: Household, month: string): Bounds =>
  boundsIn(new Situation(household, month), rule);

/** Bounds in cents; 0 where there is no right. Both are the same where all is known. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export function boundsIn(situation: Situation, rule: Rule): Bounds {
  const verdict = evaluate(rule, situation, NOBODY_ASKS);
  if (verdict.kind === 'closed') return { least: 0, most: 0 };
  if (verdict.kind !== 'open' || verdict.cents === null) throw new TypeError(`${rule.id}: ${verdict.kind}`);
  const { cents } = verdict;
  return typeof cents === 'number' ? { least: cents, most: cents } : { least: cents.lo, most: cents.hi };
}

/** Cents, of a household about which all is known. */
export const amountOf = (rule: Rule, household: Household, month: string): number =>
  amountIn(new Situation(household, month), rule);

export function amountIn(situation: Situation, rule: Rule): number {
  const { least, most } = boundsIn(situation, rule);
  if (least !== most) throw new TypeError(`${rule.id}: not known for certain`);
  return least;
}

/** What is paid, euros: less the CRDS, as the funds publish their amounts. */
export const paidOf = (rule: Rule, household: Household, month: string): number =>
  Math.round(amountOf(rule, household, month) * (rule.crds ? 0.995 : 1)) / 100;
