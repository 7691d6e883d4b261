import { januaryOf } from '../calendar.ts';
import { at } from '../tariff/dated.ts';
import { PENSION_ALLOWANCE, WAGE_ALLOWANCE } from '../tariff/general.parameters.ts';
import { between, least, most, plus, rounded, times, type Num } from '../unknown/num.ts';
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
  return lessPensionAllowance(pensionsOf(person, year), year);
}

/** Before any allowance. */
export function pensionsOf(person: Person, year: number): Num {
  const pensions = plus(person.yearly('pension', year), person.yearly('alimony', year));
  return plus(pensions, person.yearly('disabilityPension', year));
}

export const lessWageAllowance = (wages: Num, year: number): Num => {
  const { min, max } = at(WAGE_ALLOWANCE, januaryOf(year));
  return less(wages, (x) => Math.min(Math.max(toEuro(x / 10), min), max));
};

export function wageAllowance(wages: Num, year: number): Num {
  const { min, max } = at(WAGE_ALLOWANCE, januaryOf(year));
  return rounded(least(most(times(wages, 0.1), min), max), 100);
}

export const lessPensionAllowance = (pensions: Num, year: number): Num => {
  const { min } = at(PENSION_ALLOWANCE, januaryOf(year));
  return less(pensions, (x) => Math.max(toEuro(x / 10), min));
};

/** What is taken off pensions, never more than there is. */
export function pensionAllowance(pensions: Num, year: number): Num {
  const { min } = at(PENSION_ALLOWANCE, januaryOf(year));
  return least(pensions, rounded(most(times(pensions, 0.1), min), 100));
}

const EURO = 100;
const toEuro = (cents: number) => Math.round(cents / EURO + 1e-7) * EURO;

/**
 * What is left of an income that is not known exactly grows with it, but for the rounding of the allowance: at every
 * tenth euro a cent more of income leaves 99 cents less.
 */
function less(income: Num, allowance: (cents: number) => number): Num {
  const left = (x: number) => Math.max(0, x - allowance(x));
  if (typeof income === 'number') return left(income);
  return between(Math.max(0, left(income.lo) - EURO), left(income.hi) + EURO, income.because);
}

/** All of it, and whatever the notice shows that the rules only know of. */
export function netIncome(person: Person, year: number): Num {
  return plus(plus(netWages(person, year), netPensions(person, year)), person.beyondYearly(year));
}
