import type { MonthIndex } from '../calendar.ts';
import type { Rule } from '../rule.ts';
import { familyBenefitChildren, isUnder } from '../situation/children.ts';
import { familyCeiling, sayCeilingSupplement, type FamilyCeiling } from '../situation/family-ceiling.ts';
import { sayChildren, sayClaimant, sayResources } from '../situation/family-criteria.ts';
import { familyResources } from '../situation/family-resources.ts';
import type { Child } from '../situation/child.ts';
import { monthly, type Situation } from '../situation/situation.ts';
import { isStructureKnown } from '../situation/structure.ts';
import { at, type Dated } from '../tariff/dated.ts';
import { BMAF } from '../tariff/general.parameters.ts';
import { css } from '../tariff/law.ts';
import { either, type Num } from '../unknown/num.ts';
import { atMost } from '../unknown/truth.ts';
import { PAJE_BASE_SHARE, PAJE_CEILING, PAJE_FULL_CEILING } from './paje-base.parameters.ts';

const ARTICLE = css('L531-3');
const RATES = css('D531-3');

/** *Prestation d’accueil du jeune enfant*, its basic allowance: while a child is under three. */
export const pajeBase: Rule = {
  id: 'paje_base',
  period: 'month',
  crds: true,
  yearBefore: true,
  parameters: [BMAF, PAJE_FULL_CEILING, PAJE_CEILING],
  needs: { toOpen: ['children'], toCount: ['couple'] },

  opens(situation, why) {
    const { month } = situation;
    const young = childrenUnderThree(situation, month).length;
    const underThree = sayChildren(why, 'paje-base.child-under-3', young, 1, ARTICLE);
    if (underThree === false || !isStructureKnown(situation, 'couple')) return underThree;
    sayCeilingSupplement(situation, why);
    const ceiling = pajeCeiling(situation, month, PAJE_CEILING);
    return sayResources(why, 'paje-base.income', familyResources(situation, month), ceiling, ARTICLE);
  },

  amount(situation, why) {
    const { month } = situation;
    const ceiling = pajeCeiling(situation, month, PAJE_FULL_CEILING);
    for (const child of childrenUnderThree(situation, month)) sayClaimant(why, child);
    sayResources(why, 'paje-base.full-rate', familyResources(situation, month), ceiling, ARTICLE);
    return why.step('paje-base.amount', pajeBaseDue(situation, month), RATES);
  },
};

/**
 * Cents a month: one allowance for the whole family, or one for each child of a multiple birth (CSS, art. L531-3). What
 * RSA, prime d'activité and *complément familial* look at.
 */
export const pajeBaseDue = monthly((situation: Situation, month): Num => {
  const allowances = bornTogether(childrenUnderThree(situation, month));
  if (allowances === 0) return 0;
  const full = allowances * at(BMAF, month) * PAJE_BASE_SHARE;
  const resources = familyResources(situation, month);
  const half = either(atMost(resources, pajeCeiling(situation, month, PAJE_CEILING)), full / 2, 0);
  return either(atMost(resources, pajeCeiling(situation, month, PAJE_FULL_CEILING)), full, half);
});

/** For as many children as family benefits count, and those who are to be born. */
export const pajeCeiling = (
  situation: Situation,
  month: MonthIndex,
  parameter: Dated<FamilyCeiling>,
  unborn = 0,
): Num => {
  const children = familyBenefitChildren(situation, month).length + unborn;
  return familyCeiling(situation, month, at(parameter, month), children);
};

const childrenUnderThree = (situation: Situation, month: MonthIndex): Child[] =>
  situation.children.filter((child) => isUnder(child, 3, month));

/** How many have the same birthday, at most. */
const bornTogether = (children: readonly Child[]): number =>
  children.reduce((most, { birth: { month, day } }) => {
    const born = children.filter(({ birth }) => birth.month === month && birth.day === day);
    return Math.max(most, born.length);
  }, 0);
