import { januaryOf, yearOf, type MonthIndex } from '../calendar.ts';
import { at } from '../tariff/dated.ts';
import { BMAF } from '../tariff/general.parameters.ts';
import { plus, total, type Num } from '../unknown/num.ts';
import { atLeast, every, type Truth } from '../unknown/truth.ts';
import { familyBenefitChildren } from './children.ts';
import { monthly, type Situation } from './situation.ts';
import { netIncome, netWages } from './taxable-income.ts';

/** The calendar year that family benefits of a month look at: two years before (CSS, art. R532-3). */
export const resourceYear = (month: MonthIndex): number => yearOf(month) - 2;

/** *Base ressources des prestations familiales*, cents a year: net incomes of the adults and of the children counted. */
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

/**
 * A couple in which both work (*biactivité*): each earned at least twelve times the BMAF in the year looked at
 * (CSS, art. D522-1, R531-1). Ceilings are then raised, as for a lone parent.
 */
export const twoEarners = monthly((situation: Situation, month): Truth => {
  if (situation.couple !== true) return false;
  const year = resourceYear(month);
  const least = 12 * at(BMAF, januaryOf(year));
  return every(situation.adults, (adult) => atLeast(netWages(adult, year), least));
});
