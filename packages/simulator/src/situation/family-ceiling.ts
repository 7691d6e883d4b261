import type { MonthIndex } from '../calendar.ts';
import type { Why } from '../rule.ts';
import { css } from '../tariff/law.ts';
import { either, least, lowest, type Num } from '../unknown/num.ts';
import { oneOf } from '../unknown/truth.ts';
import { leastOfTwoEarners, professionalIncome, resourceYear, twoEarners } from './family-resources.ts';
import type { Adult } from './person.ts';
import type { Situation } from './situation.ts';
import { lessWageAllowance } from './taxable-income.ts';

/** A yearly ceiling where there are no children, and what is added for a lone parent or two earners; cents. */
export interface FamilyCeiling {
  readonly base: number;
  readonly supplement: number;
}

/**
 * A quarter more for each of the first two children, 30 % from the third on; and the supplement for whoever brings them
 * up alone, or where both work (CSS, art. R522-2, R531-1).
 */
export function familyCeiling(
  situation: Situation,
  month: MonthIndex,
  { base, supplement }: FamilyCeiling,
  children: number,
): Num {
  const scaled = base * (1 + 0.25 * Math.min(children, 2) + 0.3 * Math.max(0, children - 2));
  const raised = oneOf(situation.lone, twoEarners(situation, month));
  return either(raised, scaled + supplement, scaled);
}

/** 13.6 % of the social security ceiling in terms of twelve times the BMAF: 1.14 for 2023, 1.18 for 2024. */
const LAW_ASKS_AT_MOST = 1.2;

const wagesAlone = (adult: Adult, year: number): Num => lessWageAllowance(adult.yearly('salary', year), year);

/** Why the ceiling is the higher one, or not. */
export function sayCeilingSupplement(situation: Situation, why: Why): void {
  const { month, adults, lone } = situation;
  const law = css('L522-2, R522-2 et R531-1');
  why.criterion('family-ceiling.lone', lone, { fact: 'couple', law });
  if (lone) return;
  const year = resourceYear(month);
  const [first = 0, second = 0] = adults.map((adult) => professionalIncome(adult, year));
  const threshold = leastOfTwoEarners(month);
  // By the law's own threshold, or without unemployment benefit, it may be otherwise.
  const rough = adults.some((adult) => lowest(wagesAlone(adult, year)) < threshold * LAW_ASKS_AT_MOST);
  const both = twoEarners(situation, month);
  why.criterion('family-ceiling.two-earners', both, {
    fact: 'professionalIncome',
    value: least(first, second),
    threshold,
    law,
    approximate: both !== false && rough,
  });
}
