import { domainOf } from '@mds-kit/contract/benefits';
import type { Household } from '@mds-kit/contract/household';
import { monthIndex, monthName } from './calendar.ts';
import { NATIONAL } from './catalogue.ts';
import { afterCrds, evaluate, type Verdict } from './evaluate.ts';
import { beyondOf, byWeight, missingOf, weigh } from './missing-facts.ts';
import { doubtsOf } from './doubts.ts';
import { countsOnceReceived, receivedNow } from './already-received.ts';
import { money, newPerMonth, sum } from './money-in-all.ts';
import type { BenefitResult, CriterionResult, Figure, Simulation, StepResult } from './result.ts';
import type { Criterion, Rule, Step } from './rule.ts';
import { Situation } from './situation/situation.ts';
import { settledState } from './steady-state.ts';
import { checkMonth, latestMonth } from './tariff/months.ts';
import { highest, lowest, plus, rounded, type Num } from './unknown/num.ts';
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
  const evaluated = evaluateAll(situation);
  const settled = isClaimed(evaluated, situation)
    ? evaluateAll(settledState(household, month, false).situation)
    : evaluated;
  const weights = weigh(evaluated.map(({ verdict }) => verdict));
  const counted = countedIn([...evaluated, ...settled]);
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
    newPerMonth: newPerMonth(benefits, settled),
    alreadyPerMonth: benefits.reduce((cents, { received }) => cents + (received ?? 0), 0),
    perYear: sum(benefits.filter(({ period }) => period === 'year')),
    once: sum(benefits.filter(({ period }) => period === 'once')),
    missing: byWeight([...weights.keys()], weights),
  };
}

/** A rule, what it says, and why. */
interface Evaluated {
  readonly rule: Rule;
  readonly reasons: Reasons;
  readonly verdict: Verdict;
}

/** Whether anything is due that was not received, and that others will count once it is. */
const isClaimed = (evaluated: readonly Evaluated[], situation: Situation): boolean =>
  evaluated.some(
    ({ rule: { id }, verdict }) =>
      countsOnceReceived(id) && verdict.kind === 'open' && verdict.cents !== 0 && !receivedNow(id, situation),
  );

const evaluateAll = (situation: Situation): readonly Evaluated[] =>
  NATIONAL.map((rule) => {
    const reasons = new Reasons();
    return { rule, reasons, verdict: evaluate(rule, situation, reasons) };
  });

type Standing = Pick<BenefitResult, 'status' | 'period' | 'gross' | 'paid' | 'supplement' | 'contribution'>;

function standing(rule: Rule, verdict: Verdict): Standing {
  const { period } = rule;
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
    paid: cents === null ? null : money(afterCrds(rule, cents)),
    supplement: rule.supplement ? money(supplement) : null,
    contribution: rule.contribution ? money(contribution) : null,
  };
}

/** What is counted in what: now, or as soon as it is received. */
function countedIn(evaluated: readonly Evaluated[]) {
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
