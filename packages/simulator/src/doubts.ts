import type { CriterionResult, Doubt } from './result.ts';
import type { Rule } from './rule.ts';
import { resourceYear } from './situation/family-resources.ts';
import type { Situation } from './situation/situation.ts';
import { missingStructure } from './situation/structure.ts';
import { valueIn } from './tariff/dated.ts';
import { latestMonth } from './tariff/months.ts';
import { monthIndex } from './calendar.ts';

/** Within this share of a ceiling a small error in what was said changes the result. */
const NEAR = 0.03;

/** Why the result of a rule is to be read with care; nothing where it is as sure as a simulation can be. */
export function doubtsOf(rule: Rule, situation: Situation, criteria: readonly CriterionResult[]): Doubt[] {
  const year = resourceYear(situation.month);
  // Which of the rare ones it takes is not known before the facts that the rule begins with.
  const begun = missingStructure(situation, rule.needs.toOpen).length === 0;
  const rare = begun ? rule.rareParameters?.(situation) : undefined;
  const parameters = [...rule.parameters, ...(rare ?? [])];
  const doubts: [Doubt, boolean][] = [
    ['year-estimated', rule.yearBefore === true && situation.everyone.some((one) => one.estimated(year))],
    ['near-threshold', criteria.some(isNear)],
    ['approximate-rule', criteria.some(({ approximate }) => approximate === true)],
    [
      'extrapolated-parameter',
      parameters.some((one) => valueIn(one, situation.month).status === 'extrapolated'),
    ],
    ['later-than-tariffs', situation.month > monthIndex(latestMonth)],
  ];
  return doubts.flatMap(([doubt, holds]) => (holds ? [doubt] : []));
}

function isNear({ unit, value, threshold }: CriterionResult): boolean {
  if (unit !== 'cents' || typeof value !== 'number' || typeof threshold !== 'number') return false;
  return threshold > 0 && Math.abs(value - threshold) < NEAR * threshold;
}
