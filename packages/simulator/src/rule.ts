import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Period } from '@mds-kit/contract/money';
import type { Situation } from './situation/situation.ts';
import type { Dated } from './tariff/dated.ts';
import type { LegalText } from './tariff/law.ts';
import type { FactPath } from './unknown/because.ts';
import type { Num } from './unknown/num.ts';
import type { Truth } from './unknown/truth.ts';

/**
 * What must be known before a rule can be computed at all: without it there are not even bounds to give. Amounts and
 * conditions may be unknown inside a rule, these may not.
 *
 * - `couple`: alone or with whom, and the partner with them
 * - `children`: how many, born when, and what those earn who may earn
 * - `adult-births`, `activities` (of the adults), `expected-birth`, `housing`: its occupancy, and the zone of a tenant
 */
export type Structure = 'couple' | 'children' | 'adult-births' | 'activities' | 'expected-birth' | 'housing';

/** A condition of the law as it stood for this household. */
export interface Criterion {
  readonly id: string;
  readonly truth: Truth;
  /** What it looks at. Ids have their words in the kit's locales. */
  readonly fact: FactPath;
  /** What the household has, and what the law asks: cents, if `unit` does not say otherwise. */
  readonly value?: Num | string | undefined;
  readonly threshold?: Num | string | undefined;
  readonly unit?: 'years' | 'months' | 'percent' | 'count';
  readonly law: LegalText;
  /** The person it is about, where it is asked of one. */
  readonly who?: string;
  /** The rule is known to be simpler than the law here (the text of the id tells how). */
  readonly approximate?: boolean;
}

/** What there is to tell of a criterion, besides how it stands. */
export type About = Omit<Criterion, 'id' | 'truth'>;

/** A line of the computation, in the order in which a person would do it on paper. */
export interface Step {
  readonly id: string;
  /** Cents, negative where it is taken off. */
  readonly cents: Num;
  readonly law: LegalText;
  readonly who?: string;
  /** The benefit that is counted here ("counted in your RSA"). */
  readonly counts?: BenefitId;
}

/** `atLeast`, `above`, `atMost` or `below`. */
export type Comparison = (value: Num, threshold: Num) => Truth;

/** Takes down why an amount is what it is. Rules speak to it all the time; when nobody asks why, it does not listen. */
export interface Why {
  /** False: nobody asks, and a rule may leave out what it would compute for its explanation alone. */
  readonly asked: boolean;
  criterion(id: string, truth: Truth, about: About): Truth;
  /** A criterion that sets a figure beside another: `compare('rsa.least', rest, atLeast, RSA_LEAST, …)`. */
  compare(id: string, value: Num, holds: Comparison, threshold: Num, about: About): Truth;
  step(id: string, cents: Num, law: LegalText, about?: Pick<Step, 'who' | 'counts'>): Num;
}

/** One benefit, as the law has it. A rule reads nothing but the situation: no clock, no network, nothing global. */
export interface Rule {
  readonly id: BenefitId;
  readonly period: Extract<Period, 'month' | 'year' | 'once'>;
  /** Whether the CRDS (0.5 %) is still to be taken off the amount when it is paid. */
  readonly crds?: true;
  /** Shown beside the tariff: which of them are extrapolated, and from when on they are in force. */
  readonly parameters: readonly Dated<unknown>[];
  /** Those that only some households come to: of the others, none of them makes the result less sure. */
  rareParameters?(situation: Situation): readonly Dated<unknown>[];
  /** Looks at the incomes of two years before: where those are a guess, so is the result. */
  readonly yearBefore?: true;
  /** Holds overseas as well, where the amounts and conditions of most others differ. */
  readonly overseas?: true;
  /** Without these, not even the question whether there is a right can be asked; then, whatever the amount needs beyond. */
  readonly needs: { readonly toOpen: readonly Structure[]; readonly toCount: readonly Structure[] };
  /** Whether there is a right, before any amount. No is no: the amount is then not computed. */
  opens(situation: Situation, why: Why): Truth;
  /** Cents for its period, gross of the CRDS where `crds` says so, never below 0. null: a right without an amount. */
  amount(situation: Situation, why: Why): Num | null;
  /** Cents that are paid with it and are no part of it, even where it comes to 0 itself (the MVA, beside the AAH). */
  supplement?(situation: Situation, why: Why): Num;
  /** What it costs the person a month, for a right that has a price (the CSS). */
  contribution?(situation: Situation, why: Why): Num;
}
