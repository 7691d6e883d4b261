import type { BenefitId } from '@mds-kit/contract/benefits';
import type { MonthIndex } from '../../calendar.ts';
import { isOccupied } from '../../situation/activity.ts';
import { Adult, type Person } from '../../situation/person.ts';
import type { Received } from '../../situation/received.ts';
import { livretAInterest } from '../../situation/savings.ts';
import { once, type Situation } from '../../situation/situation.ts';
import { missingStructure } from '../../situation/structure.ts';
import { at } from '../../tariff/dated.ts';
import { between, either, least, minus, plus, positive, times, total, type Num } from '../../unknown/num.ts';
import { above, both, every, oneOf, type Truth } from '../../unknown/truth.ts';
import { assOf } from '../ass.ts';
import {
  CSS_HOUSING,
  CSS_LEFT_OUT_AAH,
  CSS_LEFT_OUT_ASI,
  CSS_LEFT_OUT_ASI_OF_TWO,
  CSS_LEFT_OUT_ASPA,
  CSS_LEFT_OUT_ASPA_OF_TWO,
  CSS_LOST_PAY_LEFT_OUT,
} from '../css.parameters.ts';
import { housingAidDue } from '../housing-aid.ts';
import { RSA_BASE } from '../rsa.parameters.ts';
import { cssMembers } from './household.ts';

/*
 * Resources of the CSS, cents a year: what every member had in the twelve months before the one asked about (the law: in
 * those before the last), and a flat amount for the home (CSS, art. L861-2, R861-4 to R861-10).
 */

const yearBefore = (month: MonthIndex): [from: MonthIndex, until: MonthIndex] => [month - 12, month - 1];

export const cssResources = once((situation: Situation): Num =>
  plus(
    plus(
      total(cssMembers(situation), (member) => ownResources(situation, member)),
      housingCounted(situation),
    ),
    total(benefitsCounted(situation), ({ cents }) => cents),
  ),
);

/** Pay, benefits for lost pay, pensions and the like, net. */
export function ownResources(situation: Situation, member: Person): Num {
  const [from, until] = yearBefore(situation.month);
  const { salary, unemployment, pension, disabilityPension, alimony } = member;
  const pay = salary.over('netPaid', from, until);
  const payCounted = times(positive(pay), either(lostJob(situation, member), 1 - CSS_LOST_PAY_LEFT_OUT, 1));
  const pensions = plus(pension.over('netPaid', from, until), disabilityPension.over('netPaid', from, until));
  const others = plus(unemployment.over('netPaid', from, until), alimony.over('netPaid', from, until));
  const own = plus(plus(payCounted, pensions), plus(others, member.beyondIncome));
  if (!(member instanceof Adult)) return own;
  return plus(own, plus(livretAInterest(member, from, until), member.beyondWealth));
}

/** Unemployed with a benefit, or on ASS: part of the pay of the year is left out (CSS, art. R861-8). */
function lostJob(situation: Situation, member: Person): Truth {
  const { month } = situation;
  const unemployed = isOccupied(member, 'unemployed', month);
  const paid = both(unemployed, above(member.unemployment.net(month), 0));
  return member instanceof Adult ? oneOf(paid, above(assOf(situation, member), 0)) : paid;
}

interface Counted {
  readonly benefit: BenefitId;
  readonly cents: Num;
}

/** Benefits received over the year; of some a part is left out. */
export const benefitsCounted = once((situation: Situation): readonly Counted[] => {
  const { received, adults } = situation;
  const [from, until] = yearBefore(situation.month);
  const sum = (one: Received) => one.over(from, until);
  const aspaLeftOut = situation.lone ? CSS_LEFT_OUT_ASPA : CSS_LEFT_OUT_ASPA_OF_TWO;
  const counted: Counted[] = [
    { benefit: 'ass', cents: total(adults, (adult) => sum(adult.received.ass)) },
    {
      benefit: 'aah',
      cents: total(adults, (adult) => plus(aahCounted(adult, from, until), sum(adult.received.mva))),
    },
    { benefit: 'asi', cents: total(adults, (adult) => asiCounted(situation, adult, from, until)) },
    { benefit: 'aspa', cents: less(received.aspa, from, until, () => aspaLeftOut) },
    { benefit: 'allocations_familiales', cents: sum(received.af) },
    { benefit: 'allocation_soutien_familial', cents: sum(received.asf) },
    { benefit: 'complement_familial', cents: sum(received.cf) },
  ];
  return counted.filter(({ cents }) => cents !== 0);
});

const aahCounted = (adult: Adult, from: MonthIndex, until: MonthIndex): Num =>
  less(adult.received.aah, from, until, () => CSS_LEFT_OUT_AAH);

/** Less for each where both have it, nothing where the AAH is had beside it. */
const asiCounted = (situation: Situation, adult: Adult, from: MonthIndex, until: MonthIndex): Num =>
  less(adult.received.asi, from, until, (month) => {
    const two = situation.lone
      ? false
      : every(situation.adults, (one) => above(one.received.asi.in(month), 0));
    const leftOut = either(two, CSS_LEFT_OUT_ASI_OF_TWO, CSS_LEFT_OUT_ASI);
    return either(above(adult.received.aah.in(month), 0), 0, leftOut);
  });

/** Over the months, each less what is left out of it. */
function less(
  benefit: Received,
  from: MonthIndex,
  until: MonthIndex,
  leftOut: (month: MonthIndex) => Num,
): Num {
  if (benefit.over(from, until) === 0) return 0;
  let sum: Num = 0;
  for (let month = from; month <= until; month += 1) {
    sum = plus(sum, positive(minus(benefit.in(month), leftOut(month))));
  }
  return sum;
}

/** *Forfait logement*: for a home without cost, or with a housing aid and then no more than it. */
export function housingCounted(situation: Situation): Num {
  const size = Math.min(cssMembers(situation).length, 3) - 1;
  const scale = 12 * at(RSA_BASE, situation.month) * (CSS_HOUSING.scale[size] ?? 0);
  const withoutCost = scale * (CSS_HOUSING.withoutCost[size] ?? 0);
  const withAid = scale * (CSS_HOUSING.withAid[size] ?? 0);
  const missing = missingStructure(situation, ['housing']);
  if (missing.length > 0) return between(0, withAid, missing);
  if (situation.dwelling.withoutCost) return withoutCost;
  return least(times(housingAidDue(situation), 12), withAid);
}
