import type { Child } from '../../situation/child.ts';
import type { Person } from '../../situation/person.ts';
import { once, type Situation } from '../../situation/situation.ts';
import { at } from '../../tariff/dated.ts';
import { either, plus, rising, times, type Num } from '../../unknown/num.ts';
import {
  CSS_AGE,
  CSS_CEILING,
  CSS_SHARE_FURTHER,
  CSS_SHARE_SECOND,
  CSS_SHARE_THIRD_AND_FOURTH,
} from '../css.parameters.ts';

/** *Foyer* of the CSS: the adults and their children under 25 (CSS, art. R861-2), the eldest first. */
export const cssMembers = once((situation: Situation): readonly Person[] => [
  ...situation.adults,
  ...cssChildren(situation),
]);

export const cssChildren = once(({ children, month }: Situation): readonly Child[] =>
  children
    .filter((child) => child.age(month) < CSS_AGE)
    .sort((a, b) => a.birth.month - b.birth.month || a.birth.day - b.birth.day),
);

/** Ceiling of resources of the *foyer*, cents a year, to the euro. */
export const cssCeiling = once((situation: Situation): Num => {
  const adults = situation.adults.length;
  let shares: Num = adults === 1 ? 1 : 1 + CSS_SHARE_SECOND;
  cssChildren(situation).forEach((child, index) => {
    const share = shareOf(adults + index);
    shares = plus(shares, either(child.sharedCustody, share / 2, share));
  });
  return rising(times(at(CSS_CEILING, situation.month), shares), toEvenEuro);
});

/** Of the member who comes after so many others. */
function shareOf(before: number): number {
  if (before === 1) return CSS_SHARE_SECOND;
  return before < 4 ? CSS_SHARE_THIRD_AND_FOURTH : CSS_SHARE_FURTHER;
}

/** A half goes to the even euro: the ceiling published for two from April 2025 on is 15 508 €, of 15 508.50. */
function toEvenEuro(cents: number): number {
  const euros = cents / 100;
  const nearest = Math.round(euros);
  const isHalf = Math.abs(Math.abs(euros - Math.trunc(euros)) - 0.5) < 1e-6;
  return (isHalf ? 2 * Math.round(euros / 2) : nearest) * 100;
}
