import type { MonthIndex } from '../calendar.ts';
import { either, type Num } from '../unknown/num.ts';
import { oneOf, type Truth } from '../unknown/truth.ts';
import { twoEarners } from './family-resources.ts';
import { monthly, type Situation } from './situation.ts';

/** A yearly ceiling for nobody but the adults, and what is added for a lone parent or two earners; cents. */
export interface FamilyCeiling {
  readonly base: number;
  readonly supplement: number;
}

/** Whoever brings up children alone, or where both work, has the higher ceilings (CSS, art. L522-2, L531-2). */
export const hasCeilingSupplement = monthly((situation: Situation, month): Truth =>
  oneOf(situation.lone, twoEarners(situation, month)),
);

/** A quarter more for each of the first two children, 30 % from the third on (CSS, art. R522-2, R531-1). */
export function familyCeiling(
  situation: Situation,
  month: MonthIndex,
  { base, supplement }: FamilyCeiling,
  children: number,
): Num {
  const scaled = base * (1 + 0.25 * Math.min(children, 2) + 0.3 * Math.max(0, children - 2));
  return either(hasCeilingSupplement(situation, month), scaled + supplement, scaled);
}
