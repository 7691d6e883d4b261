import { januaryOf, type MonthIndex } from '../calendar.ts';
import { assOf } from '../national/ass.ts';
import { OLD_AGE_PAY_ALLOWANCE } from '../national/aspa.parameters.ts';
import { at } from '../tariff/dated.ts';
import { SMIC_HOUR, SMIC_MONTHLY_HOURS } from '../tariff/general.parameters.ts';
import { either, least, minus, over, plus, total, type Num } from '../unknown/num.ts';
import { above, any } from '../unknown/truth.ts';
import { mayHaveAsi, mayHaveAspa } from './old-age-rights.ts';
import type { Adult } from './person.ts';
import { livretAInterest } from './savings.ts';
import { once, type Situation } from './situation.ts';

/**
 * *Ressources* of ASPA and ASI, cents a month: a third of what both had, gross, in the three months before (CSS,
 * art. R815-22 to R815-30, R815-78).
 */
export const oldAgeResources = once((situation: Situation): Num =>
  total(situation.adults, (adult) =>
    plus(
      plus(over(lastQuarter(situation, adult), 3), assOf(situation, adult)),
      plus(adult.beyondIncome, adult.beyondWealth),
    ),
  ),
);

function lastQuarter(situation: Situation, adult: Adult): Num {
  const [from, until] = [situation.month - 3, situation.month - 1];
  const pay = adult.salary.over('gross', from, until);
  const payCounted = minus(pay, least(pay, payAllowance(situation)));
  const pensions = plus(
    adult.pension.over('gross', from, until),
    adult.disabilityPension.over('netPaid', from, until),
  );
  const others = plus(
    adult.unemployment.over('netPaid', from, until),
    adult.alimony.over('netPaid', from, until),
  );
  const rest = plus(aahCounted(situation, adult, from, until), livretAInterest(adult, from, until));
  return plus(plus(payCounted, pensions), plus(others, rest));
}

/** *Abattement sur les revenus professionnels*, of three months. */
function payAllowance(situation: Situation): number {
  const smic = SMIC_MONTHLY_HOURS * at(SMIC_HOUR, januaryOf(situation.year));
  return smic * (situation.lone ? OLD_AGE_PAY_ALLOWANCE.single : OLD_AGE_PAY_ALLOWANCE.couple);
}

/** AAH gives way to what it is claimed before: it counts only of who may have neither ASPA, ASI nor a pension. */
function aahCounted(situation: Situation, adult: Adult, from: MonthIndex, until: MonthIndex): Num {
  const received = adult.received.aah.over(from, until);
  if (received === 0) return 0;
  const leftOut = any(
    mayHaveAspa(situation, adult),
    mayHaveAsi(situation, adult),
    above(adult.disabilityPension.net(situation.month), 0),
  );
  return either(leftOut, 0, received);
}
