import type { MonthIndex } from '../calendar.ts';
import { RSA_BASE, STOPPED_ALLOWANCE } from '../national/rsa.parameters.ts';
import { at } from '../tariff/dated.ts';
import { either, minus, over, plus, positive, type Num } from '../unknown/num.ts';
import { above, atMost, both, not, oneOf, type Truth } from '../unknown/truth.ts';
import type { Income } from './income.ts';
import { Adult, type Person } from './person.ts';
import { livretAInterest } from './savings.ts';

/** *Trimestre de référence*: the fourth, third and second month before (CASF, art. R262-4 and R262-7, since 2025-03). */
export const FIRST_MONTH_BACK = 4;
export const LAST_MONTH_BACK = 2;
export const WINDOW_MONTHS = 3;

/** The months that RSA and prime d'activité of a month look at. */
export const windowBefore = (month: MonthIndex): readonly [MonthIndex, MonthIndex, MonthIndex] => [
  month - FIRST_MONTH_BACK,
  month - LAST_MONTH_BACK - 1,
  month - LAST_MONTH_BACK,
];

/**
 * What a person has of their own, a month in the mean of the window, cents: incomes, and the interest of savings. What
 * stopped and is not replaced does not count (CASF, art. R262-13).
 */
export function rsaPersonResources(person: Person, month: MonthIndex): Num {
  const { salary, unemployment, pension, alimony, disabilityPension } = person;
  let sum: Num = 0;
  for (const income of [salary, unemployment, pension]) {
    if (income.none) continue;
    sum = plus(sum, either(stoppedForGood(person, income, month), 0, inWindow(income, month)));
  }
  for (const income of [alimony, disabilityPension]) {
    if (income.none) continue;
    const received = inWindow(income, month);
    const allowance = STOPPED_ALLOWANCE * at(RSA_BASE, month);
    sum = plus(sum, either(stopped(income, month), positive(minus(received, allowance)), received));
  }
  if (!(person instanceof Adult)) return plus(over(sum, WINDOW_MONTHS), person.beyondIncome);
  const beyond = plus(person.beyondIncome, person.beyondWealth);
  const interest = livretAInterest(person, month - FIRST_MONTH_BACK, month - LAST_MONTH_BACK);
  return plus(over(plus(sum, interest), WINDOW_MONTHS), beyond);
}

/** A month in which more was taken back than paid counts as nothing (CASF, art. R262-7, III). */
function inWindow(income: Income, month: MonthIndex): Num {
  let sum: Num = 0;
  for (let one = month - FIRST_MONTH_BACK; one <= month - LAST_MONTH_BACK; one += 1) {
    sum = plus(sum, positive(income.netSocial(one)));
  }
  return sum;
}

const stopped = (income: Income, month: MonthIndex): Truth =>
  both(atMost(income.netSocial(month), 0), above(income.netSocial(month - 1), 0));

const stoppedForGood = (person: Person, income: Income, month: MonthIndex): Truth => {
  const replaced = oneOf(
    above(person.unemployment.netSocial(month), 0),
    above(person.pension.netSocial(month), 0),
  );
  return both(stopped(income, month), not(replaced));
};
