import { isDependentUnder } from '../../situation/children.ts';
import type { Child } from '../../situation/child.ts';
import { once, type Situation } from '../../situation/situation.ts';
import { either } from '../../unknown/num.ts';
import { oneOf, type Truth } from '../../unknown/truth.ts';
import type { FamilySize } from './family-scale.ts';

const UNTIL_AGE = 21;

/** *Personnes à charge*: children under 21 who do not earn their own living (CCH, art. R823-4). */
export const dependants = once(({ children, month }: Situation): readonly Child[] =>
  children.filter((child) => isDependentUnder(child, UNTIL_AGE, month)),
);

/** Whoever expects a child counts as a couple (CCH, art. L841-1, 6°, et R841-2). */
export const livesAsCouple = (situation: Situation): Truth =>
  oneOf(situation.couple === true, situation.pregnantIn(situation.month));

/** Where the family stands in the scales. */
export const familySize = once((situation: Situation): FamilySize => {
  const count = dependants(situation).length;
  return count > 0 ? count + 1 : either(livesAsCouple(situation), 1, 0);
});
