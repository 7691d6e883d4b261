import { monthIndex, type MonthIndex } from '../calendar.ts';
import type { Rule, Why } from '../rule.ts';
import { familyBenefitChildren, isIndependent } from '../situation/children.ts';
import { familyResources } from '../situation/family-resources.ts';
import type { Child } from '../situation/person.ts';
import { monthly, type Situation } from '../situation/situation.ts';
import { at } from '../tariff/dated.ts';
import { BMAF } from '../tariff/general.parameters.ts';
import { css } from '../tariff/law.ts';
import {
  count,
  either,
  minus,
  over,
  plus,
  positive,
  rounded,
  times,
  total,
  type Num,
} from '../unknown/num.ts';
import { above, atMost, oneOf } from '../unknown/truth.ts';
import { AF_CEILINGS, AF_FORMER_SUPPLEMENT_AGE, AF_SHARES, AF_SUPPLEMENT_AGE } from './af.parameters.ts';

const ARTICLES = css('L521-1');
const RATES = css('D521-1');
const CEILINGS = css('L521-1 et D521-3');
const SHARED_CUSTODY = css('L521-2 et R521-2');

/** *Allocations familiales*: from the second child on, for every family; the amount falls by two steps of income. */
export const af: Rule = {
  id: 'allocations_familiales',
  period: 'month',
  crds: true,
  parameters: [BMAF, AF_CEILINGS, AF_SUPPLEMENT_AGE],
  metropolitanOnly: true,
  needs: { toOpen: ['children'], toCount: ['couple'] },

  opens(situation, why) {
    const { month } = situation;
    const children = familyBenefitChildren(situation, month).length;
    const about = { fact: 'children', unit: 'count', law: ARTICLES } as const;
    const two = why.criterion('af.two-children', children >= 2, { ...about, value: children, threshold: 2 });
    const twenty = childrenOfTwenty(situation, month).length;
    if (twenty === 0) return two;
    const value = children + twenty;
    return oneOf(two, why.criterion('af.three-with-20', value >= 3, { ...about, value, threshold: 3 }));
  },

  amount(situation, why) {
    const { month } = situation;
    sayCeilings(situation, why);
    const base = why.step('af.base', afBase(situation, month), RATES);
    const supplement = why.step('af.age-supplement', ageSupplement(situation, month), RATES);
    const flat = why.step('af.flat-20', flatAllowance(situation, month), css('L521-1, D521-2'));
    const excess = over(
      positive(minus(familyResources(situation, month), ceilingPassed(situation, month))),
      12,
    );
    const smoothed = plus(smoothing(plus(base, supplement), excess), smoothing(flat, excess));
    why.step('af.smoothing', smoothed, css('D521-3'));
    return plus(plus(plus(base, supplement), flat), smoothed);
  },
};

/** The allowance itself, shared custody and income taken into account: what RSA and prime d'activité count. */
export const afBase = monthly((situation: Situation, month): Num => {
  const children = familyBenefitChildren(situation, month);
  const n = children.length;
  if (n < 2) return 0;
  const full = rounded(at(BMAF, month) * (AF_SHARES.twoChildren + AF_SHARES.eachFurther * (n - 2)));
  const halves = count(children, (child) => child.sharedCustody);
  const custody = minus(1, over(halves, 2 * n));
  return times(times(full, custody), rate(situation, month, n));
});

/** Full, half or a quarter, by income (CSS, art. D521-1). */
function rate(situation: Situation, month: MonthIndex, children: number): Num {
  const resources = familyResources(situation, month);
  const [first, second] = ceilings(month, children);
  return either(atMost(resources, first), 1, either(atMost(resources, second), 0.5, 0.25));
}

function ceilings(month: MonthIndex, children: number): [first: number, second: number] {
  const { first, second, perChild } = at(AF_CEILINGS, month);
  return [first + children * perChild, second + children * perChild];
}

/** The higher of the two ceilings that the resources are above; the first where they are above none. */
function ceilingPassed(situation: Situation, month: MonthIndex): Num {
  const [first, second] = ceilings(month, familyBenefitChildren(situation, month).length);
  return either(above(familyResources(situation, month), second), second, first);
}

/** Just above a ceiling, no more is lost than what the income is above it (*complément dégressif*). */
const smoothing = (amount: Num, excess: Num): Num =>
  either(above(excess, 0), positive(minus(amount, excess)), 0);

/** *Majoration pour âge*. With two children the elder has none (CSS, art. L521-3). */
function ageSupplement(situation: Situation, month: MonthIndex): Num {
  const children = familyBenefitChildren(situation, month);
  if (children.length < 2) return 0;
  const eldest = Math.max(...children.map((child) => child.age(month)));
  const entitled = children.filter(
    (child) => isOldEnough(child, month) && !(children.length === 2 && child.age(month) === eldest),
  );
  const each = at(BMAF, month) * AF_SHARES.supplement;
  const sum = total(entitled, (child) => either(child.sharedCustody, each / 2, each));
  return times(sum, rate(situation, month, children.length));
}

function isOldEnough(child: Child, month: MonthIndex): boolean {
  const { age, bornBefore } = AF_FORMER_SUPPLEMENT_AGE;
  const keepsFormerAge = child.birth.month < monthIndex(bornBefore);
  return child.age(month) >= (keepsFormerAge ? age : at(AF_SUPPLEMENT_AGE, month));
}

/** *Allocation forfaitaire*: a year more for those who turned 20 in a family of three. */
function flatAllowance(situation: Situation, month: MonthIndex): Num {
  const n = familyBenefitChildren(situation, month).length;
  const twenty = childrenOfTwenty(situation, month).length;
  if (twenty === 0 || n + twenty < 3) return 0;
  const each = rounded(at(BMAF, month) * AF_SHARES.flat);
  return times(times(each, twenty), rate(situation, month, n + twenty));
}

const childrenOfTwenty = (situation: Situation, month: MonthIndex): Child[] =>
  situation.children.filter((child) => child.ageReached(month) === 20 && !isIndependent(child, month));

function sayCeilings(situation: Situation, why: Why): void {
  const { month } = situation;
  const children = familyBenefitChildren(situation, month);
  const resources = familyResources(situation, month);
  const [first, second] = ceilings(month, children.length);
  const about = { fact: 'familyResources', value: resources, unit: 'cents', law: CEILINGS } as const;
  why.criterion('af.full-amount', atMost(resources, first), { ...about, threshold: first });
  why.criterion('af.half-amount', atMost(resources, second), { ...about, threshold: second });
  for (const child of children) {
    if (child.sharedCustody === false) continue;
    const custody = { fact: `${child.path}.sharedCustody`, law: SHARED_CUSTODY, who: child.id } as const;
    why.criterion('af.shared-custody', child.sharedCustody, custody);
  }
}
