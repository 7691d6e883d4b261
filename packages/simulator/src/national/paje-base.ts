import type { MonthIndex } from '../calendar.ts';
import type { Rule } from '../rule.ts';
import { familyBenefitChildren } from '../situation/children.ts';
import { familyCeiling } from '../situation/family-ceiling.ts';
import { familyResources } from '../situation/family-resources.ts';
import type { Child } from '../situation/person.ts';
import { monthly, type Situation } from '../situation/situation.ts';
import { isStructureKnown } from '../situation/structure.ts';
import { at, type Dated } from '../tariff/dated.ts';
import type { FamilyCeiling } from '../situation/family-ceiling.ts';
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
  parameters: [BMAF, PAJE_FULL_CEILING, PAJE_CEILING],
  metropolitanOnly: true,
  needs: { toOpen: ['children'], toCount: ['couple'] },

  opens(situation, why) {
    const { month } = situation;
    const young = childrenUnderThree(situation, month).length;
    const about = { fact: 'children', value: young, threshold: 1, unit: 'count', law: ARTICLE } as const;
    const underThree = why.criterion('paje-base.child-under-3', young >= 1, about);
    if (underThree === false || !isStructureKnown(situation, 'couple')) return underThree;
    const value = familyResources(situation, month);
    const threshold = ceiling(situation, month, PAJE_CEILING);
    const income = { fact: 'familyResources', value, threshold, unit: 'cents', law: ARTICLE } as const;
    return why.criterion('paje-base.income', atMost(value, threshold), income);
  },

  amount(situation, why) {
    const { month } = situation;
    const value = familyResources(situation, month);
    const threshold = ceiling(situation, month, PAJE_FULL_CEILING);
    const income = { fact: 'familyResources', value, threshold, unit: 'cents', law: ARTICLE } as const;
    why.criterion('paje-base.full-rate', atMost(value, threshold), income);
    return why.step('paje-base.amount', pajeBaseDue(situation, month), RATES);
  },
};

/** Cents a month; one for the whole family. What RSA, prime d'activité and *complément familial* look at. */
export const pajeBaseDue = monthly((situation: Situation, month): Num => {
  if (childrenUnderThree(situation, month).length === 0) return 0;
  const full = at(BMAF, month) * PAJE_BASE_SHARE;
  const resources = familyResources(situation, month);
  const half = either(atMost(resources, ceiling(situation, month, PAJE_CEILING)), full / 2, 0);
  return either(atMost(resources, ceiling(situation, month, PAJE_FULL_CEILING)), full, half);
});

const ceiling = (situation: Situation, month: MonthIndex, parameter: Dated<FamilyCeiling>): Num =>
  familyCeiling(situation, month, at(parameter, month), familyBenefitChildren(situation, month).length);

const childrenUnderThree = (situation: Situation, month: MonthIndex): Child[] =>
  familyBenefitChildren(situation, month).filter((child) => child.ageReached(month) < 3);
