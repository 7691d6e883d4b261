import type { MonthIndex } from '../calendar.ts';
import { at } from '../tariff/dated.ts';
import { SMIC_HOUR } from '../tariff/general.parameters.ts';
import { over } from '../unknown/num.ts';
import { atLeast } from '../unknown/truth.ts';
import type { Child } from './child.ts';
import { monthly, type Situation } from './situation.ts';

/** A child may earn up to 55 % of the SMIC for 169 hours and stay dependent (CSS, art. R512-2). */
export const INDEPENDENT_SHARE = 0.55;
export const INDEPENDENT_HOURS = 169;

/**
 * Earns its own living in the law's eyes: mean net pay of the six months before reaches 55 % of the SMIC. What a child
 * earns who may work is asked for before any rule about children is computed (structure `children`).
 */
export function isIndependent(child: Child, month: MonthIndex): boolean {
  if (child.salary.none || child.age(month) < 15) return false;
  const mean = over(child.salary.over('netPaid', month - 6, month - 1), 6);
  return atLeast(mean, INDEPENDENT_SHARE * INDEPENDENT_HOURS * at(SMIC_HOUR, month)) === true;
}

/**
 * Born and under a certain age: from the month after the birth until the month before the birthday (CSS, art. L552-1).
 * The unborn open no right but the birth grant.
 */
export function isUnder(child: Child, years: number, month: MonthIndex): boolean {
  return child.ageReached(month) < years && child.age(month) >= 0;
}

/** As long as a benefit lets a child grow up that does not earn its own living. */
export function isDependentUnder(child: Child, years: number, month: MonthIndex): boolean {
  return isUnder(child, years, month) && !isIndependent(child, month);
}

/**
 * *Enfant à charge au sens des prestations familiales* (CSS, art. L512-3, R512-2): under 16, or under 20 and dependent.
 * Benefits that are not monthly have no month in which they end: they tell the `age` that they look at.
 */
export function isFamilyBenefitChild(
  child: Child,
  month: MonthIndex,
  age: number = child.ageReached(month),
): boolean {
  if (child.age(month) < 0) return false;
  return age < 16 || (age < 20 && !isIndependent(child, month));
}

/** The children that family benefits count in a month. */
export const familyBenefitChildren = monthly((situation: Situation, month) =>
  situation.children.filter((child) => isFamilyBenefitChild(child, month)),
);
