import { yearOf, type MonthIndex } from '../../calendar.ts';
import { isOccupied } from '../../situation/activity.ts';
import { Adult, type Person } from '../../situation/person.ts';
import { livretAInterest } from '../../situation/savings.ts';
import { personal } from '../../situation/situation.ts';
import { at } from '../../tariff/dated.ts';
import { SMIC_HOUR, SMIC_MONTHLY_HOURS } from '../../tariff/general.parameters.ts';
import { either, plus, positive, rising, times, type Num } from '../../unknown/num.ts';
import { above, any, not, oneOf, type Truth } from '../../unknown/truth.ts';
import {
  AAH_PAY_COUNTED_BELOW,
  AAH_PAY_COUNTED_BEYOND,
  AAH_PAY_COUNTED_UP_TO_SHARE_OF_SMIC,
  AAH_STOPPED_PAY_COUNTED,
} from '../aah.parameters.ts';

/**
 * *Ressources prises en compte pour l’AAH*, cents a year: the person's own (those of the partner no longer count since
 * 2023-10), four times the last quarter's for who works for pay (CSS, art. R821-4-1), otherwise those of the year N-2
 * (R821-4).
 */
export const aahResources = personal(({ month }, person: Person): Num => {
  const working = worksForPay(person, month);
  return either(
    working,
    working === false ? 0 : quarterly(person, month),
    working === true ? 0 : yearly(person, month),
  );
});

/** Has a salary in the month asked about. */
export const worksForPay = (person: Person, month: MonthIndex): Truth =>
  above(person.salary.taxable(month), 0);

function quarterly(person: Person, month: MonthIndex): Num {
  const [from, until] = [month - 3, month - 1];
  const pay = plus(
    person.salary.over('netPaid', from, until),
    person.unemployment.over('netPaid', from, until),
  );
  const pensions = plus(
    person.pension.over('netPaid', from, until),
    person.disabilityPension.over('netPaid', from, until),
  );
  const own = plus(plus(pensions, person.alimony.over('netPaid', from, until)), person.beyondIncome);
  const other = person instanceof Adult ? plus(own, adultsOther(person, from, until)) : own;
  return plus(times(payCounted(times(pay, 4), month), whole(isReplaced(person, month))), times(other, 4));
}

const adultsOther = (adult: Adult, from: MonthIndex, until: MonthIndex): Num =>
  plus(adult.received.asi.over(from, until), livretAInterest(adult, from, until));

function yearly(person: Person, month: MonthIndex): Num {
  const year = yearOf(month) - 2;
  const pay = plus(person.yearly('salary', year), person.yearly('unemployment', year));
  const pensions = plus(person.yearly('pension', year), person.yearly('disabilityPension', year));
  const other = plus(pensions, person.yearly('alimony', year));
  const stopped = oneOf(not(isOccupied(person, 'student', month)), isReplaced(person, month));
  const own = plus(times(payCounted(pay, month), whole(stopped)), other);
  // Who is self-employed today works, and is not the one whose year N-2 tells.
  return plus(own, plus(person.beyondYearly(year), person.beyondIncome));
}

/** *Abattements sur les revenus d’activité* (CSS, art. D821-9). */
function payCounted(pay: Num, month: MonthIndex): Num {
  const threshold = AAH_PAY_COUNTED_UP_TO_SHARE_OF_SMIC * 12 * SMIC_MONTHLY_HOURS * at(SMIC_HOUR, month);
  return rising(
    positive(pay),
    (x) =>
      AAH_PAY_COUNTED_BELOW * Math.min(x, threshold) + AAH_PAY_COUNTED_BEYOND * Math.max(0, x - threshold),
  );
}

const whole = (stopped: Truth): Num => either(stopped, AAH_STOPPED_PAY_COUNTED, 1);

/** Had a benefit for pay that stopped, or a pension, the month before. */
const isReplaced = (person: Person, month: MonthIndex): Truth =>
  any(
    above(person.unemployment.net(month - 1), 0),
    above(person.pension.net(month - 1), 0),
    above(person.disabilityPension.net(month - 1), 0),
  );
