import type { MonthIndex } from '../calendar.ts';
import type { Rule } from '../rule.ts';
import { isDependentUnder } from '../situation/children.ts';
import { sayChildren } from '../situation/family-criteria.ts';
import { monthly, type Situation } from '../situation/situation.ts';
import { isStructureKnown } from '../situation/structure.ts';
import { at } from '../tariff/dated.ts';
import { BMAF } from '../tariff/general.parameters.ts';
import { css } from '../tariff/law.ts';
import { either, minus, positive, total, type Num } from '../unknown/num.ts';
import { above } from '../unknown/truth.ts';
import { ASF_LEAST, ASF_SHARE_COUNTED, ASF_SHARE_PAID } from './asf.parameters.ts';

const ARTICLES = css('L523-1 et suivants');
const RATES = css('D523-1');

/** *Allocation de soutien familial*: for a child whom one parent brings up alone, less the alimony that is paid for it. */
export const asf: Rule = {
  id: 'allocation_soutien_familial',
  period: 'month',
  crds: true,
  parameters: [BMAF],
  needs: { toOpen: ['couple'], toCount: ['children'] },

  opens(situation, why) {
    const { month } = situation;
    const lone = why.criterion('asf.lone', situation.lone, { fact: 'couple', law: css('L523-2') });
    if (lone === false || !isStructureKnown(situation, 'children')) return lone;
    const child = sayChildren(why, 'asf.child', asfChildren(situation, month), 1, ARTICLES);
    if (child === false) return child;
    const rest = beforeLeast(situation, month);
    return why.compare('asf.least', rest, above, ASF_LEAST, {
      fact: 'alimony',
      law: ARTICLES,
      approximate: isRough(situation),
    });
  },

  amount(situation, why) {
    const { month } = situation;
    why.step('asf.children', asfChildren(situation, month) * each(month), RATES);
    why.step('asf.alimony', minus(0, alimony(situation, month)), ARTICLES);
    return asfDue(situation, month);
  },
};

/** What is paid, cents a month. */
export const asfDue = monthly((situation: Situation, month): Num => {
  if (!situation.lone || asfChildren(situation, month) === 0) return 0;
  const rest = beforeLeast(situation, month);
  return either(above(rest, ASF_LEAST), rest, 0);
});

/** RSA and prime d'activité count what is received up to this, cents a month. */
export const asfFlat = (situation: Situation, month: MonthIndex = situation.month): number =>
  asfChildren(situation, month) * at(BMAF, month) * ASF_SHARE_COUNTED;

/**
 * In the law alimony is taken off child by child, and which child it is for is not asked; nor is what the other parent
 * does for a child who lives with both in turn.
 */
function isRough(situation: Situation): boolean {
  const several = situation.children.length > 1 && alimony(situation, situation.month) !== 0;
  return several || situation.children.some(({ sharedCustody }) => sharedCustody !== false);
}

const each = (month: MonthIndex): number => at(BMAF, month) * ASF_SHARE_PAID;

const beforeLeast = (situation: Situation, month: MonthIndex): Num =>
  positive(minus(asfChildren(situation, month) * each(month), alimony(situation, month)));

const alimony = (situation: Situation, month: MonthIndex): Num =>
  total(situation.adults, (adult) => adult.alimony.net(month));

const asfChildren = monthly(
  (situation: Situation, month) =>
    situation.children.filter((child) => isDependentUnder(child, 20, month)).length,
);
