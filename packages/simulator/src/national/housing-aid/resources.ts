import { januaryOf, type MonthIndex } from '../../calendar.ts';
import type { Adult, Person } from '../../situation/person.ts';
import { once, type Situation } from '../../situation/situation.ts';
import { lessPensionAllowance, lessWageAllowance, wageAllowance } from '../../situation/taxable-income.ts';
import { at } from '../../tariff/dated.ts';
import { BMAF } from '../../tariff/general.parameters.ts';
import {
  either,
  least,
  minus,
  plus,
  positive,
  rising,
  rounded,
  times,
  total,
  type Num,
} from '../../unknown/num.ts';
import {
  above,
  any,
  atLeast,
  atMost,
  both,
  every,
  not,
  oneOf,
  some,
  type Truth,
} from '../../unknown/truth.ts';
import { aahOf } from '../aah/allowance.ts';
import { hasAeeh } from '../aeeh.ts';
import { ASPA_AMOUNTS } from '../aspa.parameters.ts';
import {
  MEMBER_SHARE,
  REDUCED_BY,
  STUDENT_UNDER,
  TWO_EARNERS,
  WEALTH_FROM,
  WEALTH_SHARE,
} from './resources.parameters.ts';
import { STUDENT_RESOURCES } from './rent.parameters.ts';

/** *Base ressources des aides au logement*, cents a year: twelve months up to the one before last (CCH, art. R822-2 f.). */
export const housingResources = once((situation: Situation): Num => {
  if (isStudent(situation)) return studentResources(situation);
  const neutral = neutralised(situation);
  const adults = total(situation.adults, (adult) => adultResources(situation, adult, neutral));
  const children = total(situation.children, (child) => beyondMemberAllowance(situation, child));
  const sum = plus(plus(adults, children), wealthResources(situation));
  const deduction = either(twoEarners(situation), at(TWO_EARNERS, situation.month), 0);
  return upToHundred(rounded(positive(minus(sum, deduction))));
});

/** Resources are rounded up to the next hundred euros (CCH, art. D823-17). */
const upToHundred = (cents: Num): Num => rising(cents, (x) => Math.ceil(x / 100_00) * 100_00);

/** The first of the twelve months that count, and the last one. */
const windowOf = ({ month }: Situation): [MonthIndex, MonthIndex] => [month - 13, month - 2];

export const isStudent = ({ applicant, month }: Situation): boolean =>
  applicant.statusIn(month) === 'student' && applicant.age(month) < STUDENT_UNDER;

/** Whatever a student earns, resources are taken to be these (CCH, art. R822-20). */
function studentResources({ applicant, month }: Situation): Num {
  const { flat, scholarship } = at(STUDENT_RESOURCES, month);
  return either(applicant.scholarship, flat - scholarship, flat);
}

function adultResources(situation: Situation, adult: Adult, neutral: Truth): Num {
  const activity = either(neutral, 0, activityResources(situation, adult));
  return plus(plus(activity, pensionResources(situation, adult)), adult.beyondIncome);
}

/** Taxable wages and unemployment benefit of the twelve months. */
function earned(situation: Situation, person: Person): [wages: Num, benefit: Num] {
  const [from, until] = windowOf(situation);
  const wages = person.salary.over('netTaxable', from, until);
  return [wages, person.unemployment.over('netTaxable', from, until)];
}

/** What of it counts: the 10 % allowance is taken off the wages first. */
function activityResources(situation: Situation, adult: Adult): Num {
  const [wages, benefit] = earned(situation, adult);
  const year = situation.year - 1;
  const inactive = stoppedWorking(situation, adult);
  const reduced = oneOf(inactive, unemployedForTwoMonths(situation, adult));
  const taxed = plus(wages, benefit);
  if (reduced === inactive) return less(lessWageAllowance(taxed, year), inactive);
  const net = minus(wages, wageAllowance(taxed, year));
  return plus(less(positive(net), reduced), less(positive(plus(benefit, least(net, 0))), inactive));
}

const less = (cents: Num, reduced: Truth): Num => either(reduced, times(cents, 1 - REDUCED_BY), cents);

/** Retired, or with the AAH, and no longer working (CCH, art. R822-13 à R822-17). */
function stoppedWorking(situation: Situation, adult: Adult): Truth {
  const { month } = situation;
  const idle = not(above(adult.salary.taxable(month), 0));
  if (adult.statusIn(month) === 'retired') return idle;
  return both(idle, above(aahOf(situation, adult), 0));
}

/** In unemployment for two months (CCH, art. R822-13 à R822-17). */
const unemployedForTwoMonths = ({ month }: Situation, adult: Adult): boolean =>
  adult.statusIn(month) === 'unemployed' && (adult.statusSince(month) ?? month) < month - 2;

/** Pensions of the twelve months, alimony of the year before, disability pension of two years before. */
function pensionResources(situation: Situation, person: Person): Num {
  const { year } = situation;
  const [from, until] = windowOf(situation);
  const pensions = plus(person.pension.over('netTaxable', from, until), person.yearly('alimony', year - 1));
  return lessPensionAllowance(plus(pensions, person.yearly('disabilityPension', year - 2)), year);
}

/** What a child has beyond an allowance of its own (CCH, art. R822-2). */
function beyondMemberAllowance(situation: Situation, child: Person): Num {
  const [wages, benefit] = earned(situation, child);
  const activity = lessWageAllowance(plus(wages, benefit), situation.year - 1);
  const own = plus(plus(activity, pensionResources(situation, child)), child.beyondIncome);
  const free = MEMBER_SHARE * at(ASPA_AMOUNTS, januaryOf(situation.year - 1) - 1).single;
  return positive(minus(own, free));
}

/**
 * Nothing earned counts where somebody is unemployed without benefit (the ASS, not paid besides one, changes nothing), or
 * where the household had RSA the month before (CCH, art. R822-13 à R822-17).
 */
const neutralised = once((situation: Situation): Truth =>
  oneOf(
    hadRsa(situation),
    some(situation.adults, (adult) => unemployedWithoutBenefit(situation, adult)),
  ),
);

export const hadRsa = ({ received, month }: Situation): Truth => above(received.rsa.in(month - 1), 0);

export const unemployedWithoutBenefit = (situation: Situation, adult: Adult): Truth =>
  both(unemployedForTwoMonths(situation, adult), not(above(adult.unemployment.taxable(situation.month), 0)));

/** Savings and property, but for the home. */
export const wealth = ({ adults }: Situation): Num =>
  total(adults, (adult) => plus(adult.livretA, adult.beyondWealth));

/** Beyond 30,000 € all of it counts with 3 %, unless somebody has the AAH or the AEEH (CCH, art. R822-22). */
function wealthResources(situation: Situation): Num {
  const owned = wealth(situation);
  const little = atMost(owned, WEALTH_FROM);
  if (little === true) return 0;
  const spared = any(
    little,
    some(situation.everyone, (person) => above(aahOf(situation, person), 0)),
    some(situation.children, (child) => hasAeeh(child, situation.month)),
  );
  return either(spared, 0, times(owned, WEALTH_SHARE));
}

/**
 * Both of a couple in work (CCH, art. R822-7). The law looks at the twelve months; the figures kept to compare with
 * look at one, in which hardly anybody earns as much: 95 € a year of resources, at most 3 € a month of aid.
 */
export function twoEarners(situation: Situation): Truth {
  const { month, adults } = situation;
  if (situation.couple !== true) return false;
  const threshold = 12 * at(BMAF, month);
  return every(adults, (adult) => atLeast(adult.salary.taxable(month), threshold));
}
