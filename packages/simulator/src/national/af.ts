import type { MonthIndex } from '../calendar.ts';
import type { Rule, Why } from '../rule.ts';
import { familyBenefitChildren, isIndependent } from '../situation/children.ts';
import { sayChildren, sayResources } from '../situation/family-criteria.ts';
import { familyResources } from '../situation/family-resources.ts';
import type { Child } from '../situation/child.ts';
import { monthly, type Situation } from '../situation/situation.ts';
import { at } from '../tariff/dated.ts';
import { BMAF } from '../tariff/general.parameters.ts';
import { css } from '../tariff/law.ts';
import { together } from '../unknown/because.ts';
import {
  because,
  between,
  count,
  either,
  highest,
  lowest,
  minus,
  over,
  plus,
  rounded,
  times,
  total,
  type Num,
} from '../unknown/num.ts';
import { atMost, oneOf } from '../unknown/truth.ts';
import {
  AF_CEILINGS,
  AF_SHARE_EACH_FURTHER,
  AF_SHARE_FLAT,
  AF_SHARE_SUPPLEMENT,
  AF_SHARE_TWO_CHILDREN,
  AF_SUPPLEMENT_AGE,
  supplementAge,
} from './af.parameters.ts';

const ARTICLES = css('L521-1');
const TWENTY = css('L521-1 et D521-2');
const RATES = css('D521-1');
const CEILINGS = css('L521-1 et D521-3');
const SUPPLEMENT = css('L521-3 et R521-1');
const SMOOTHING = css('L521-1, D521-1, II, et D521-2, II');
const SHARED_CUSTODY = css('L521-2 et R521-2');

/** *Allocations familiales*: from the second child on, for every family; the amount falls by two steps of income. */
export const af: Rule = {
  id: 'allocations_familiales',
  period: 'month',
  crds: true,
  yearBefore: true,
  parameters: [BMAF, AF_CEILINGS, AF_SUPPLEMENT_AGE],
  needs: { toOpen: ['children'], toCount: ['couple'] },

  opens(situation, why) {
    const { month } = situation;
    const children = familyBenefitChildren(situation, month).length;
    const two = sayChildren(why, 'af.two-children', children, 2, ARTICLES);
    const twenty = childrenOfTwenty(situation, month).length;
    if (twenty === 0) return two;
    return oneOf(two, sayChildren(why, 'af.three-with-20', children + twenty, 3, TWENTY));
  },

  amount(situation, why) {
    const { month } = situation;
    const n = familyBenefitChildren(situation, month).length;
    const withTwenty = n + childrenOfTwenty(situation, month).length;
    const resources = familyResources(situation, month);
    sayCeilings(situation, why);
    saySupplement(situation, why);
    const full = plus(fullBase(situation, month), fullSupplement(situation, month));
    const flat = flatAllowance(situation, month);
    const due = plus(
      smoothed(full, resources, ceilings(month, n)),
      smoothed(flat, resources, ceilings(month, withTwenty)),
    );
    const share = shareLeft(resources, ceilings(month, n));
    const base = why.step('af.base', afBase(situation, month), RATES);
    const supplement = why.step(
      'af.age-supplement',
      times(fullSupplement(situation, month), share),
      SUPPLEMENT,
    );
    const left = times(flat, shareLeft(resources, ceilings(month, withTwenty)));
    why.step('af.flat-20', left, TWENTY);
    why.step('af.smoothing', minus(due, plus(plus(base, supplement), left)), SMOOTHING);
    return due;
  },
};

/** The allowance itself, shared custody and income taken into account: what RSA and prime d'activité count. */
export const afBase = monthly((situation: Situation, month): Num => {
  const full = fullBase(situation, month);
  if (full === 0) return 0;
  const children = familyBenefitChildren(situation, month).length;
  return times(full, shareLeft(familyResources(situation, month), ceilings(month, children)));
});

/** Before income is looked at. Each child in shared custody is halved in its share of the whole (CSS, art. R521-3). */
const fullBase = monthly((situation: Situation, month): Num => {
  const children = familyBenefitChildren(situation, month);
  const n = children.length;
  if (n < 2) return 0;
  const full = rounded(at(BMAF, month) * (AF_SHARE_TWO_CHILDREN + AF_SHARE_EACH_FURTHER * (n - 2)));
  const halves = count(children, (child) => child.sharedCustody);
  return times(full, minus(1, over(halves, 2 * n)));
});

/** *Majoration pour âge*. With two children the elder has none, and both where they are of one age. */
const fullSupplement = monthly((situation: Situation, month): Num => {
  const children = familyBenefitChildren(situation, month);
  if (children.length < 2) return 0;
  const each = at(BMAF, month) * AF_SHARE_SUPPLEMENT;
  return total(children, (child) =>
    hasSupplement(children, child, month) ? either(child.sharedCustody, each / 2, each) : 0,
  );
});

function hasSupplement(children: readonly Child[], child: Child, month: MonthIndex): boolean {
  const age = child.age(month);
  if (age < supplementAge(child.birth.month, month)) return false;
  return children.length > 2 || children.some((other) => other.age(month) > age);
}

/** *Allocation forfaitaire*: a year more for those who turned 20 in a family of three. */
function flatAllowance(situation: Situation, month: MonthIndex): number {
  const twenty = childrenOfTwenty(situation, month).length;
  if (twenty === 0 || familyBenefitChildren(situation, month).length + twenty < 3) return 0;
  return twenty * Math.round(at(BMAF, month) * AF_SHARE_FLAT);
}

const childrenOfTwenty = (situation: Situation, month: MonthIndex): Child[] =>
  situation.children.filter((child) => child.ageReached(month) === 20 && !isIndependent(child, month));

type Ceilings = readonly [first: number, second: number];

function ceilings(month: MonthIndex, children: number): Ceilings {
  const { first, second, perChild } = at(AF_CEILINGS, month);
  return [first + children * perChild, second + children * perChild];
}

/** All, half or a quarter, by income. */
const shareLeft = (resources: Num, [first, second]: Ceilings): Num =>
  either(atMost(resources, first), 1, either(atMost(resources, second), 0.5, 0.25));

/**
 * What is left of a full amount at an income, with what softens the steps (*complément dégressif*). It rises with the
 * amount and falls with the income, so that the bounds of both give the bounds of it.
 */
function smoothed(full: Num, resources: Num, limits: Ceilings): Num {
  const lo = smoothedNumber(lowest(full), highest(resources), limits);
  const hi = smoothedNumber(highest(full), lowest(resources), limits);
  return between(lo, hi, together(because(full), because(resources)));
}

/** Just above a ceiling, no more is lost in a month than a twelfth of what the income is above it. */
function smoothedNumber(full: number, resources: number, [first, second]: Ceilings): number {
  if (resources <= first) return full;
  const [share, ceiling] = resources <= second ? [0.5, first] : [0.25, second];
  return full * share + Math.max(0, full * share - (resources - ceiling) / 12);
}

function sayCeilings(situation: Situation, why: Why): void {
  const { month } = situation;
  const children = familyBenefitChildren(situation, month);
  const resources = familyResources(situation, month);
  const [first, second] = ceilings(month, children.length);
  sayResources(why, 'af.full-amount', resources, first, CEILINGS);
  sayResources(why, 'af.half-amount', resources, second, CEILINGS);
  for (const child of children) {
    if (child.sharedCustody === false) continue;
    const custody = { ...child.about('sharedCustody'), law: SHARED_CUSTODY };
    why.criterion('af.shared-custody', child.sharedCustody, custody);
  }
}

/** Of two children of one age the law gives it to one: none is given here (as for two born in one year). */
function saySupplement(situation: Situation, why: Why): void {
  const { month } = situation;
  const children = familyBenefitChildren(situation, month);
  const [first, second] = children;
  const sameAge = children.length === 2 && first?.age(month) === second?.age(month);
  for (const child of children) {
    why.criterion('af.age-supplement', hasSupplement(children, child, month), {
      ...child.about('birthDate'),
      value: child.age(month),
      threshold: supplementAge(child.birth.month, month),
      unit: 'years',
      law: SUPPLEMENT,
      approximate: sameAge,
    });
  }
}
