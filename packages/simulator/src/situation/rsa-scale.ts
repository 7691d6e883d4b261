import type { MonthIndex } from '../calendar.ts';
import {
  CHILD_RESOURCES_SHARE,
  INCREASED_SHARE_ADULT,
  INCREASED_SHARE_CHILD,
  RSA_BASE,
  SCALE_SHARE_FROM_THIRD_CHILD,
  SCALE_SHARE_SECOND,
  SCALE_SHARE_THIRD,
} from '../national/rsa.parameters.ts';
import { at } from '../tariff/dated.ts';
import { either, most, times, type Num } from '../unknown/num.ts';
import { both, not, atLeast, oneOf, type Truth } from '../unknown/truth.ts';
import { isIndependent } from './children.ts';
import type { Child } from './child.ts';
import { rsaPersonResources } from './rsa-resources.ts';
import { monthly, type Situation } from './situation.ts';

/*
 * Who is counted, and for how much of the base amount: RSA and prime d'activité have the same scale
 * (CASF, art. R262-1; CSS, art. D843-1).
 */

/** *Enfants à charge* for RSA: under 25, without a living of their own (CASF, art. R262-3). */
export const rsaChildren = monthly((situation: Situation, month): readonly Child[] => {
  const children = situation.children.filter((child) => {
    const age = child.ageReached(month);
    return age >= 0 && age < 25 && !isIndependent(child, month);
  });
  const share = childResourcesShare(situation, month, children);
  const limit = at(RSA_BASE, month) * share;
  return children.filter((child) => not(atLeast(rsaPersonResources(child, month), limit)) !== false);
});

/** What the presence of a child adds: much more for the only one, where it opens the increase for a lone parent. */
function childResourcesShare(situation: Situation, month: MonthIndex, children: readonly Child[]): number {
  const opens =
    children.length === 1 &&
    situation.pregnantIn(month) !== true &&
    increasesFor(situation, month, children) !== false;
  return opens ? INCREASED_SHARE_ADULT + INCREASED_SHARE_CHILD - 1 : CHILD_RESOURCES_SHARE;
}

/** How many the scale counts. */
export const rsaPersons = (situation: Situation, month: MonthIndex): number =>
  (situation.couple === true ? 2 : 1) + rsaChildren(situation, month).length;

/** How many times the base amount, without the increase for a lone parent. */
export const plainScale = monthly((situation: Situation, month): number => {
  const children = rsaChildren(situation, month).length;
  const further = SCALE_SHARE_FROM_THIRD_CHILD * Math.max(0, children - 2);
  if (situation.couple === true)
    return 1 + SCALE_SHARE_SECOND + SCALE_SHARE_THIRD * Math.min(children, 2) + further;
  return 1 + (children >= 1 ? SCALE_SHARE_SECOND : 0) + (children >= 2 ? SCALE_SHARE_THIRD : 0) + further;
});

/** *Montant majoré*, times the base amount. */
export const increasedScale = (situation: Situation, month: MonthIndex): number =>
  INCREASED_SHARE_ADULT + INCREASED_SHARE_CHILD * rsaChildren(situation, month).length;

/**
 * Alone and expecting a child, or alone with children of whom the youngest is under three, or alone with them for less
 * than 18 months (CASF, art. L262-9 and R262-2).
 */
export const isIncreased = monthly((situation: Situation, month): Truth =>
  increasesFor(situation, month, rsaChildren(situation, month)),
);

function increasesFor(situation: Situation, month: MonthIndex, children: readonly Child[]): Truth {
  if (!situation.lone) return false;
  if (children.some((child) => child.ageReached(month) < 3)) return true;
  const separated = both(children.length > 0, situation.separatedRecently);
  return oneOf(situation.pregnantIn(month), separated);
}

/** How many times the base amount: the larger of both scales where the increase is due. */
export const scale = monthly((situation: Situation, month): Num => {
  const plain = plainScale(situation, month);
  return either(isIncreased(situation, month), most(increasedScale(situation, month), plain), plain);
});

/** *Montant forfaitaire* of RSA for the home, cents. */
export const rsaScale = (situation: Situation, month: MonthIndex = situation.month): Num =>
  times(scale(situation, month), at(RSA_BASE, month));
