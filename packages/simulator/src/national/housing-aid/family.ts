import { isDependentUnder } from '../../situation/children.ts';
import type { Child } from '../../situation/person.ts';
import { once, type Situation } from '../../situation/situation.ts';
import { either } from '../../unknown/num.ts';
import type { FamilySize } from './family-scale.ts';

const UNTIL_AGE = 21;

/** *Personnes à charge*: children under 21 who do not earn their own living (CCH, art. R823-4). */
export const dependants = once(({ children, month }: Situation): readonly Child[] =>
  children.filter((child) => isDependentUnder(child, UNTIL_AGE, month)),
);

/** Where the family stands in the scales. Whoever expects a child counts as a couple (CCH, art. D823-16). */
export const familySize = once((situation: Situation): FamilySize => {
  const count = dependants(situation).length;
  if (count > 0) return count + 1;
  return situation.couple === true ? 1 : either(situation.pregnant, 1, 0);
});
