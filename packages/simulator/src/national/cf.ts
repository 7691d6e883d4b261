import type { MonthIndex } from '../calendar.ts';
import type { Rule } from '../rule.ts';
import { isDependentUnder } from '../situation/children.ts';
import { familyCeiling, sayCeilingSupplement } from '../situation/family-ceiling.ts';
import { sayChildren, sayClaimant, sayResources } from '../situation/family-criteria.ts';
import { adultsResources, resourceYear } from '../situation/family-resources.ts';
import { monthly, type Situation } from '../situation/situation.ts';
import { isStructureKnown } from '../situation/structure.ts';
import { netIncome } from '../situation/taxable-income.ts';
import { at } from '../tariff/dated.ts';
import { BMAF } from '../tariff/general.parameters.ts';
import { css } from '../tariff/law.ts';
import { either, minus, most, over, plus, positive, rounded, total, type Num } from '../unknown/num.ts';
import { above, atMost, both } from '../unknown/truth.ts';
import { CF_CEILING, CF_SHARE_INCREASED, CF_SHARE_PLAIN } from './cf.parameters.ts';
import { pajeBaseDue } from './paje-base.ts';

const ARTICLES = css('L522-1 et R522-1');
const CEILING = css('L522-2 et R522-2');
const DIFFERENCE = css('L522-2 et R522-3');
const INCREASED = css('L522-3 et R522-4');
const RATES = css('D522-1');

/** *Complément familial*: from the third child aged three on, under a ceiling, and not beside the PAJE. */
export const cf: Rule = {
  id: 'complement_familial',
  period: 'month',
  crds: true,
  yearBefore: true,
  parameters: [BMAF, CF_CEILING],
  needs: { toOpen: ['children'], toCount: ['couple'] },

  opens(situation, why) {
    const { month } = situation;
    const value = olderThanThree(situation, month);
    const three = sayChildren(why, 'cf.three-children', value, 3, ARTICLES);
    if (three === false || !isStructureKnown(situation, 'couple')) return three;
    sayCeilingSupplement(situation, why);
    const resources = cfResources(situation, month);
    const end = plus(cfCeiling(situation, month), 12 * plainAmount(month));
    return both(
      why.compare('cf.no-paje-base', pajeBaseDue(situation, month), atMost, 0, {
        fact: 'pajeBase',
        law: css('L532-1'),
      }),
      sayResources(why, 'cf.income', resources, end, DIFFERENCE),
    );
  },

  amount(situation, why) {
    const { month } = situation;
    const resources = cfResources(situation, month);
    const ceiling = cfCeiling(situation, month);
    for (const child of cfChildren(situation, month)) sayClaimant(why, child);
    sayResources(why, 'cf.full-amount', resources, ceiling, CEILING);
    sayResources(why, 'cf.increased-amount', resources, over(ceiling, 2), INCREASED);
    const full = why.step('cf.amount', plainAmount(month), RATES);
    const plain = cfPlain(situation, month);
    why.step('cf.above-ceiling', minus(plain, full), DIFFERENCE);
    why.step('cf.increase', minus(cfDue(situation, month), plain), INCREASED);
    return cfDue(situation, month);
  },
};

/** What is paid, cents a month. */
export const cfDue = monthly((situation: Situation, month): Num => {
  const ceiling = over(cfCeiling(situation, month), 2);
  const increased = either(
    atMost(cfResources(situation, month), ceiling),
    at(BMAF, month) * CF_SHARE_INCREASED,
    0,
  );
  const amount = olderThanThree(situation, month) < 3 ? 0 : most(cfPlain(situation, month), increased);
  return either(above(pajeBaseDue(situation, month), 0), 0, rounded(amount));
});

/** The amount without its increase, were there no PAJE: what RSA and prime d'activité count where the benefit is paid. */
export const cfPlain = monthly((situation: Situation, month): Num => {
  if (olderThanThree(situation, month) < 3) return 0;
  const excess = positive(minus(cfResources(situation, month), cfCeiling(situation, month)));
  // Above the ceiling a twelfth of the excess is taken off (*complément différentiel*).
  return positive(minus(plainAmount(month), over(excess, 12)));
});

const plainAmount = (month: MonthIndex): number => at(BMAF, month) * CF_SHARE_PLAIN;

/** Counted until 21, unlike for the other family benefits (CSS, art. R522-1). */
const cfChildren = monthly((situation: Situation, month) =>
  situation.children.filter((child) => isDependentUnder(child, 21, month)),
);

const olderThanThree = (situation: Situation, month: MonthIndex): number =>
  cfChildren(situation, month).filter((child) => child.age(month) >= 3).length;

const cfResources = monthly((situation: Situation, month): Num => {
  const year = resourceYear(month);
  const children = total(cfChildren(situation, month), (child) => netIncome(child, year));
  return plus(adultsResources(situation, month), children);
});

const cfCeiling = (situation: Situation, month: MonthIndex): Num =>
  familyCeiling(situation, month, at(CF_CEILING, month), cfChildren(situation, month).length);
