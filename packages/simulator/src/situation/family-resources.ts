import { januaryOf, yearOf, type MonthIndex } from '../calendar.ts';
import { at } from '../tariff/dated.ts';
import { BMAF } from '../tariff/general.parameters.ts';
import { plus, total, type Num } from '../unknown/num.ts';
import { atLeast, every, type Truth } from '../unknown/truth.ts';
import { familyBenefitChildren } from './children.ts';
import type { Adult } from './person.ts';
import { monthly, type Situation } from './situation.ts';
import { netIncome, netWages } from './taxable-income.ts';

/** The calendar year that family benefits of a month look at: two years before (CSS, art. R532-1). */
export const resourceYear = (month: MonthIndex): number => yearOf(month) - 2;

/**
 * *Base ressources des prestations familiales*, cents a year: net incomes of the adults and of the children counted
 * (CSS, art. R532-3).
 */
export const familyResources = monthly((situation: Situation, month): Num => {
  const year = resourceYear(month);
  return plus(
    adultsResources(situation, month),
    total(familyBenefitChildren(situation, month), (child) => netIncome(child, year)),
  );
});

export const adultsResources = monthly((situation: Situation, month): Num =>
  total(situation.adults, (adult) => netIncome(adult, resourceYear(month))),
);

/** What each of two earners had at least in the year looked at: twelve times the BMAF; cents. */
export const leastOfTwoEarners = (month: MonthIndex): number => 12 * at(BMAF, januaryOf(resourceYear(month)));

/** What counts for two earners: cents a year, with no upper bound where the notice shows an income beyond the rules. */
export const professionalIncome = (adult: Adult, year: number): Num =>
  plus(netWages(adult, year), adult.beyondYearly(year));

/**
 * A couple in which both work (*biactivité*): ceilings are then raised, as for a lone parent. Roughly: the law asks for
 * 13.6 % of the social security ceiling (5,983 € in 2023 where this asks for 5,270 €), and leaves out unemployment
 * benefit (CSS, art. R522-2, R531-1).
 */
export const twoEarners = monthly((situation: Situation, month): Truth => {
  if (situation.couple !== true) return false;
  const year = resourceYear(month);
  const least = leastOfTwoEarners(month);
  return every(situation.adults, (adult) => atLeast(professionalIncome(adult, year), least));
});
