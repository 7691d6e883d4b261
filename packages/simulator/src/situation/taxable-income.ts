import { januaryOf } from '../calendar.ts';
import { at } from '../tariff/dated.ts';
import { PENSION_ALLOWANCE, WAGE_ALLOWANCE } from '../tariff/general.parameters.ts';
import { least, minus, most, plus, positive, rounded, times, type Num } from '../unknown/num.ts';
import type { Person } from './person.ts';

/*
 * Net income as the income tax has it (*revenu net catégoriel*, CGI, art. 83 and 158): what family benefits look at two
 * years later (CSS, art. R532-3). Cents a year, allowances rounded to the euro as on the notice.
 */

/** Wages and unemployment benefit less the 10 % allowance. */
export function netWages(person: Person, year: number): Num {
  return lessWageAllowance(plus(person.yearly('salary', year), person.yearly('unemployment', year)), year);
}

/** Pensions, alimony and disability pension less the 10 % allowance. */
export function netPensions(person: Person, year: number): Num {
  const pensions = plus(person.yearly('pension', year), person.yearly('alimony', year));
  return lessPensionAllowance(plus(pensions, person.yearly('disabilityPension', year)), year);
}

export function lessWageAllowance(wages: Num, year: number): Num {
  return positive(minus(wages, wageAllowance(wages, year)));
}

export function wageAllowance(wages: Num, year: number): Num {
  const { min, max } = at(WAGE_ALLOWANCE, januaryOf(year));
  return rounded(least(most(times(wages, 0.1), min), max), 100);
}

export function lessPensionAllowance(pensions: Num, year: number): Num {
  const { min } = at(PENSION_ALLOWANCE, januaryOf(year));
  return positive(minus(pensions, rounded(most(times(pensions, 0.1), min), 100)));
}

/** All of it, and whatever the notice shows that the rules only know of. */
export function netIncome(person: Person, year: number): Num {
  return plus(plus(netWages(person, year), netPensions(person, year)), person.beyondYearly(year));
}
