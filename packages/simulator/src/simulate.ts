import { domainOf } from '@mds-kit/contract/benefits';
import type { Household } from '@mds-kit/contract/household';
import { monthIndex, monthName } from './calendar.ts';
import { NATIONAL } from './catalogue.ts';
import { evaluate, type Verdict } from './evaluate.ts';
import { beyondOf, byWeight, missingOf, weigh } from './missing-facts.ts';
import { doubtsOf } from './doubts.ts';
import { receivedNow } from './already-received.ts';
import type { BenefitResult, CriterionResult, Figure, Money, Simulation, StepResult } from './result.ts';
import type { Criterion, Rule, Step } from './rule.ts';
import { Situation } from './situation/situation.ts';
import { CRDS_RATE } from './tariff/general.parameters.ts';
import { checkMonth, latestMonth } from './tariff/months.ts';
import { highest, lowest, plus, rounded, times, UNBOUNDED, type Num } from './unknown/num.ts';
import { isUnknown } from './unknown/truth.ts';
import { Reasons } from './why.ts';

export { firstMonth, latestMonth, MonthOutOfReach } from './tariff/months.ts';

export interface SimulationOptions {
  /** `YYYY-MM`, from `firstMonth` on. After `latestMonth` the last tariff goes on, and the result says so. */
  readonly month: string;
}

/**
 * What a household could receive in a month, why, why not, and what it would take to know.
 *
 * Pure: the same household and month give the same answer, wherever it runs, and nothing leaves it. The household is one
 * that `checkHousehold` let through.
 *
 * @throws MonthOutOfReach for a month before the first tariff
 */
export function simulate(household: Household, { month }: SimulationOptions): Simulation {
  checkMonth(month);
  const situation = new Situation(household, month);
  const evaluated = NATIONAL.map((rule) => {
    const reasons = new Reasons();
    return { rule, reasons, verdict: evaluate(rule, situation, reasons) };
  });
  const weights = weigh(evaluated.map(({ verdict }) => verdict));
  const counted = countedIn(evaluated);
  const benefits = evaluated.map(({ rule, reasons, verdict }): BenefitResult => {
    const criteria = reasons.criteria.map(criterionResult);
    return {
      id: rule.id,
      domain: domainOf(rule.id) ?? 'solidarity',
      ...standing(rule, verdict),
      criteria,
      steps: reasons.steps.filter(({ cents }) => cents !== 0).map(stepResult),
      missing: byWeight(missingOf(verdict), weights),
      beyond: beyondOf(verdict),
      countedIn: counted.get(rule.id) ?? [],
      doubts: doubtsOf(rule, situation, criteria),
      received: receivedNow(rule.id, situation),
    };
  });
  return {
    binding: false,
    month,
    tariff: {
      month: monthName(Math.min(monthIndex(month), monthIndex(latestMonth))),
      later: month > latestMonth,
    },
    benefits,
    newPerMonth: notYetReceived(benefits.filter(({ period }) => period === 'month')),
    alreadyPerMonth: benefits.reduce((cents, { received }) => cents + (received ?? 0), 0),
    perYear: sum(benefits.filter(({ period }) => period === 'year')),
    once: sum(benefits.filter(({ period }) => period === 'once')),
    missing: byWeight([...weights.keys()], weights),
  };
}

type Standing = Pick<BenefitResult, 'status' | 'period' | 'gross' | 'paid' | 'supplement' | 'contribution'>;

function standing(rule: Rule, verdict: Verdict): Standing {
  const { period, crds } = rule;
  const none = { period, gross: null, paid: null, supplement: null, contribution: null };
  if (verdict.kind === 'closed') return { status: 'not-eligible', ...none };
  if (verdict.kind !== 'open') return { status: 'cannot-tell', ...none };
  const { right, cents, supplement, contribution } = verdict;
  const worth = cents === null ? null : plus(cents, supplement);
  if (worth !== null && highest(worth) === 0) return { status: 'not-eligible', ...none };
  const unsure = isUnknown(right) || (worth !== null && lowest(worth) === 0);
  return {
    status: unsure ? 'cannot-tell' : 'eligible',
    period,
    gross: cents === null ? null : money(cents),
    paid: cents === null ? null : money(crds ? rounded(times(cents, 1 - CRDS_RATE)) : cents),
    supplement: rule.supplement ? money(supplement) : null,
    contribution: rule.contribution ? money(contribution) : null,
  };
}

export const money = (cents: Num): Money => ({
  least: lowest(cents),
  most: highest(cents) >= UNBOUNDED / 2 ? null : highest(cents),
});

/** What the benefits bring together; one of which nothing can be said yet leaves the sum without an upper bound. */
function sum(benefits: readonly BenefitResult[]): Money {
  let least = 0;
  let most: number | null = 0;
  for (const { status, paid, supplement, contribution } of benefits) {
    if (status === 'cannot-tell' && paid === null && contribution === null) most = null;
    for (const part of [paid, supplement]) {
      least += part?.least ?? 0;
      most = most === null || part?.most === null ? null : most + (part?.most ?? 0);
    }
  }
  return { least, most };
}

/** Where nobody said whether a benefit is received already, it may be that nothing of it is new. */
function notYetReceived(benefits: readonly BenefitResult[]): Money {
  const { most } = sum(benefits.filter(({ received }) => received === null || received === 0));
  return { least: sum(benefits.filter(({ received }) => received === 0)).least, most };
}

function countedIn(evaluated: readonly { rule: Rule; reasons: Reasons }[]) {
  const counted = new Map<BenefitResult['id'], BenefitResult['id'][]>();
  for (const { rule, reasons } of evaluated) {
    for (const { counts, cents } of reasons.steps) {
      if (counts === undefined || (lowest(cents) === 0 && highest(cents) === 0)) continue;
      const where = counted.get(counts) ?? [];
      if (!where.includes(rule.id)) counted.set(counts, [...where, rule.id]);
    }
  }
  return counted;
}

const figure = (value: Num | string): Figure => (typeof value === 'object' ? money(value) : value);

function criterionResult(criterion: Criterion): CriterionResult {
  const { truth, value, threshold, unit = 'cents', approximate, ...about } = criterion;
  const measured = [value, threshold].some((one) => typeof one === 'number' || typeof one === 'object');
  return {
    ...about,
    state: isUnknown(truth) ? 'unknown' : truth ? 'met' : 'unmet',
    ...(value !== undefined && { value: figure(value) }),
    ...(threshold !== undefined && { threshold: figure(threshold) }),
    ...(measured && { unit }),
    ...(approximate && { approximate }),
  };
}

const stepResult = ({ cents, ...about }: Step): StepResult => ({ ...about, cents: money(rounded(cents)) });
