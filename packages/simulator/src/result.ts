import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Domain } from '@mds-kit/contract/domains';
import type { LegalText } from './tariff/law.ts';
import type { FactPath } from './unknown/because.ts';

/** Euro cents, both bounds included; the same twice where all is known. `most: null`: nobody can say yet how much at most. */
export interface Money {
  readonly least: number;
  readonly most: number | null;
}

/** A figure of a criterion; two bounds where it is not known exactly. */
export type Figure = number | string | Money;

/** A condition of the law, and how it stands. Its words are in the kit's locales, by `id`. */
export interface CriterionResult {
  readonly id: string;
  readonly state: 'met' | 'unmet' | 'unknown';
  readonly fact: FactPath;
  readonly value?: Figure;
  readonly threshold?: Figure;
  readonly unit?: 'cents' | 'years' | 'months' | 'percent' | 'count';
  readonly law: LegalText;
  /** Id of the person it is about. */
  readonly who?: string;
  /** The rule here is simpler than the law: the fund may come to another end. */
  readonly approximate?: true;
}

/** A line of the computation; negative where it is taken off. */
export interface StepResult {
  readonly id: string;
  readonly cents: Money;
  readonly law: LegalText;
  readonly who?: string;
  /** The benefit that counts here as income ("counted in your RSA"). */
  readonly counts?: BenefitId;
}

/**
 * Why a result is to be read with care:
 *
 * - `year-estimated`: the income of two years ago is a guess; `near-threshold`: a little more or less would change it
 * - `approximate-rule`: see the criteria marked so; `extrapolated-parameter`: the official figure was not published yet
 * - `later-than-tariffs`: the month comes after the last tariff that is known
 */
export type Doubt =
  'year-estimated' | 'near-threshold' | 'approximate-rule' | 'extrapolated-parameter' | 'later-than-tariffs';

/** A situation that the rules do not hold for, and who can tell instead. */
export type Beyond =
  | 'self-employment'
  | 'daily-allowance'
  | 'rent'
  | 'investment'
  | 'other-yearly-income'
  | 'savings'
  | 'property'
  | 'overseas';

/**
 * What can be said of one benefit:
 *
 * - `eligible`: there is a right, worth `paid` (0 is not "not eligible": a right may have no amount)
 * - `not-eligible`: the criteria say which condition is not met
 * - `cannot-tell`: for want of the `missing` facts, or because the situation is `beyond` the rules
 */
export interface BenefitResult {
  readonly id: BenefitId;
  readonly domain: Domain;
  readonly status: 'eligible' | 'not-eligible' | 'cannot-tell';
  readonly period: 'month' | 'year' | 'once';
  /** Before the CRDS. null: no amount can be given, or the right has none. */
  readonly gross: Money | null;
  /** What comes to the account. */
  readonly paid: Money | null;
  /** Paid with it and no part of it (the *majoration pour la vie autonome*, beside the AAH). */
  readonly supplement: Money | null;
  /** What the right costs a month (*participation* of the CSS). */
  readonly contribution: Money | null;
  readonly criteria: readonly CriterionResult[];
  readonly steps: readonly StepResult[];
  /** What would tell, that which decides most first. */
  readonly missing: readonly FactPath[];
  readonly beyond: readonly Beyond[];
  /** The benefits of this simulation in which this one is counted as income, or will be once it is received. */
  readonly countedIn: readonly BenefitId[];
  readonly doubts: readonly Doubt[];
  /** Cents a month received already, in the month before; null: not known. */
  readonly received: number | null;
}

export interface Simulation {
  /** An estimate: the fund alone decides. Whoever shows a simulation says so. */
  readonly binding: false;
  readonly month: string;
  /** The tariff (*barème*) used; `later`: the month asked for comes after it. */
  readonly tariff: { readonly month: string; readonly later: boolean };
  readonly benefits: readonly BenefitResult[];
  /** Monthly money that is not received yet: at most in the first months, at least once benefits count each other. */
  readonly newPerMonth: Money;
  /** Cents a month, of the benefits named by the household. */
  readonly alreadyPerMonth: number;
  /** Paid once a year, and once: never added to monthly money. */
  readonly perYear: Money;
  readonly once: Money;
  /** Every fact that could still change a result, that which decides most first. */
  readonly missing: readonly FactPath[];
}
