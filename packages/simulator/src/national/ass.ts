import { monthsOld, type MonthIndex } from '../calendar.ts';
import type { Rule, Why } from '../rule.ts';
import { isOccupied } from '../situation/activity.ts';
import type { Adult } from '../situation/person.ts';
import { once, personal, type Situation } from '../situation/situation.ts';
import { at } from '../tariff/dated.ts';
import { labour } from '../tariff/law.ts';
import { together } from '../unknown/because.ts';
import { between, either, minus, over, plus, rising, times, total, where, type Num } from '../unknown/num.ts';
import { above, all, atMost, isUnknown, not, oneOf, some, unknown, type Truth } from '../unknown/truth.ts';
import { NOBODY_ASKS } from '../why.ts';
import { EARLIEST_PENSION_AGE } from '../tariff/general.parameters.ts';
import { aahOf } from './aah/allowance.ts';
import {
  ASS_AGE_LIMIT_MONTHS,
  ASS_CEILING_DAYS_COUPLE,
  ASS_CEILING_DAYS_SINGLE,
  ASS_DAILY,
  ASS_DAYS_PER_MONTH,
  ASS_REPLACED_COUNTED,
  ASS_WITH_PAY_IDLE_MONTHS,
  ASS_WITH_PAY_MONTHS,
} from './ass.parameters.ts';

/** *Allocation de solidarité spécifique*: for jobseekers whose unemployment insurance is used up, of each adult. */
export const ass: Rule = {
  id: 'ass',
  period: 'month',
  parameters: [ASS_DAILY],
  needs: { toOpen: ['couple', 'adult-births', 'activities', 'children'], toCount: [] },

  opens: (situation, why) => some(situation.adults, (adult) => entitled(situation, adult, why)),

  amount(situation, why) {
    sayAmount(situation, why);
    return total(situation.adults, (adult) => assOf(situation, adult));
  },
};

/** Cents a month; 0 for who has no right. Needs `couple`, `adult-births`, `activities` and `children`. */
export const assOf = personal((situation: Situation, adult: Adult): Num =>
  where(entitled(situation, adult, NOBODY_ASKS), () => differential(situation)),
);

function entitled(situation: Situation, adult: Adult, why: Why): Truth {
  const { month } = situation;
  const { id: who, unemployment } = adult;
  const worked = why.criterion('ass.worked-five-of-ten-years', adult.workedFiveOfLastTenYears, {
    ...adult.about('workedFiveOfLastTenYears'),
    law: labour('R5423-1, 1°'),
  });
  const seeks = seeksWork(situation, adult, why);
  if (worked === false || seeks === false) return false;
  const months = monthsOld(adult.birth, month);
  return all(
    worked,
    seeks,
    why.compare('ass.age-limit', months, atMost, ASS_AGE_LIMIT_MONTHS, {
      ...adult.about('birthDate'),
      unit: 'months',
      law: labour('L5421-4'),
      approximate: months >= EARLIEST_PENSION_AGE * 12,
    }),
    why.compare('ass.no-unemployment-benefit', unemployment.net(month), atMost, 0, {
      fact: unemployment.path,
      law: labour('L5423-1'),
      who,
    }),
    why.compare('ass.no-aah', aahOf(situation, adult), atMost, 0, {
      fact: 'aah',
      law: labour('L5423-7'),
      who,
    }),
  );
}

/** Unemployed, or back in work for so short a time that both may be had. */
function seeksWork(situation: Situation, adult: Adult, why: Why): Truth {
  const { month } = situation;
  const about = adult.about('activity');
  const seeks = oneOf(isOccupied(adult, 'unemployed', month), newlySelfEmployed(adult, month));
  const unemployed = why.criterion('ass.seeks-work', seeks, {
    ...about,
    value: adult.statusIn(month),
    law: labour('R5423-1, 2°'),
  });
  if (isOccupied(adult, 'employed', month) !== true) return unemployed;
  return why.compare('ass.months-with-pay', monthsOfBoth(situation, adult), atMost, ASS_WITH_PAY_MONTHS, {
    ...about,
    unit: 'months',
    law: labour('R5425-2'),
  });
}

/** Both may be had for as many months as beside a pay, which these rules do not compute (Code du travail, art. R5425-2). */
function newlySelfEmployed(adult: Adult, month: MonthIndex): Truth {
  const since = adult.statusIn(month) === 'self-employed' ? (adult.statusSince(month) ?? month) : -Infinity;
  return month - since < ASS_WITH_PAY_MONTHS && unknown('beyond.selfEmployment');
}

/** How many of this month and the twelve before had pay and could have had the allowance (*mois de cumul*). */
function monthsOfBoth(situation: Situation, adult: Adult): Num {
  const until = situation.month;
  let months = 0;
  let idle = 0;
  for (let month = until - 12; month <= until; month += 1) {
    const paid = above(adult.salary.net(month), 0);
    const unemployed = isOccupied(adult, 'unemployed', month);
    const counts = all(not(unemployed), paid, withoutAah(situation, adult, month));
    const unclear = [paid, unemployed, counts].filter(isUnknown).map(({ because }) => because);
    if (unclear.length > 0) return between(0, 13, unclear.reduce(together));
    if (counts === true) {
      months = idle >= ASS_WITH_PAY_IDLE_MONTHS ? 1 : months + 1;
      idle = 0;
    } else if (unemployed === true && paid === false) idle += 1;
    else if (idle < ASS_WITH_PAY_IDLE_MONTHS) idle = 0;
  }
  return months;
}

const withoutAah = (situation: Situation, adult: Adult, month: MonthIndex): Truth =>
  not(above(month === situation.month ? aahOf(situation, adult) : adult.received.aah.in(month), 0));

const ceiling = (situation: Situation): number =>
  at(ASS_DAILY, situation.month) * (situation.lone ? ASS_CEILING_DAYS_SINGLE : ASS_CEILING_DAYS_COUPLE);

/** The allowance, or what the resources leave of the ceiling; nothing below one day of it. */
const differential = once((situation: Situation): Num => {
  const daily = at(ASS_DAILY, situation.month);
  const left = minus(ceiling(situation), over(assResources(situation), 12));
  return rising(left, (x) => (x >= daily ? Math.min(ASS_DAYS_PER_MONTH * daily, x) : 0));
});

/**
 * What both had in the twelve months before, cents a year. The law leaves out the unemployment benefit of whoever
 * claims: here that of the one who asks, whoever of the two claims.
 */
const assResources = once((situation: Situation): Num =>
  total(situation.adults, (adult) => resourcesCounted(situation, adult)),
);

function resourcesCounted(situation: Situation, adult: Adult): Num {
  const own = resourcesOf(adult, situation.month);
  return adult === situation.applicant ? own : plus(own, unemploymentOf(adult, situation.month));
}

function resourcesOf(adult: Adult, month: MonthIndex): Num {
  const [from, last] = [month - 12, month - 1];
  const replaced = oneOf(above(adult.unemployment.net(last), 0), above(adult.pension.net(last), 0));
  const counted = (year: Num, lastMonth: Num): Num =>
    either(above(lastMonth, 0), year, either(replaced, times(year, ASS_REPLACED_COUNTED), 0));
  const { salary, pension, alimony, received, disabilityPension } = adult;
  const pay = counted(salary.over('netTaxable', from, last), salary.taxable(last));
  const pensions = counted(pension.over('netPaid', from, last), pension.net(last));
  const support = counted(alimony.over('netPaid', from, last), alimony.net(last));
  const aah = counted(received.aah.over(from, last), received.aah.in(last));
  const others = plus(disabilityPension.over('netPaid', from, last), adult.beyondIncome);
  return plus(plus(pay, pensions), plus(plus(support, aah), others));
}

/** The benefit of the year before, where it still runs. */
function unemploymentOf(adult: Adult, month: MonthIndex): Num {
  const year = adult.unemployment.over('netPaid', month - 12, month - 1);
  return either(above(adult.unemployment.net(month - 1), 0), year, 0);
}

function sayAmount(situation: Situation, why: Why): void {
  if (!why.asked) return;
  const value = over(assResources(situation), 12);
  const threshold = ceiling(situation);
  const daily = at(ASS_DAILY, situation.month);
  const law = labour('R5423-1, 3°, R5423-2 à R5423-5');
  why.compare('ass.resources', value, atMost, threshold - daily, {
    fact: 'assResources',
    law,
    // Whose unemployment benefit counts depends on who of a couple claims.
    approximate: !situation.lone,
  });
  const due = total(situation.adults, (adult) => assOf(situation, adult));
  if (due === 0) return;
  why.step('ass.ceiling', threshold, labour('R5423-1, 3°'));
  for (const adult of situation.adults) {
    const own = minus(0, over(resourcesCounted(situation, adult), 12));
    why.step('ass.own-resources', own, law, { who: adult.id });
  }
  why.step('ass.at-most', minus(due, minus(threshold, value)), labour('L5423-6, R5423-2'));
}
