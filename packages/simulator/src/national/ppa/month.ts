import type { BenefitId } from '@mds-kit/contract/benefits';
import type { MonthIndex } from '../../calendar.ts';
import { resourceYear } from '../../situation/family-resources.ts';
import { housingFlat } from '../../situation/housing-flat.ts';
import { Adult, type Person } from '../../situation/person.ts';
import { residesFor } from '../../situation/residence.ts';
import { isIncreased, scale } from '../../situation/rsa-scale.ts';
import { monthly, type Situation } from '../../situation/situation.ts';
import { at } from '../../tariff/dated.ts';
import { SMIC_HOUR } from '../../tariff/general.parameters.ts';
import { either, highest, least, minus, over, plus, positive, rising, rounded } from '../../unknown/num.ts';
import { times, total, type Num } from '../../unknown/num.ts';
import { above, atLeast, both, oneOf, some, type Truth } from '../../unknown/truth.ts';
import { afBase } from '../af.ts';
import { asfFlat } from '../asf.ts';
import { cfPlain } from '../cf.ts';
import {
  AAH_EARNED_HOURS,
  PPA_AGE,
  PPA_BASE,
  PPA_BONUS,
  PPA_PERMIT_YEARS,
  PPA_SLOPE,
} from '../ppa.parameters.ts';
import { leftBesideEarnings } from './left.ts';

/** What one of the household has in a month of the window, cents. */
export interface MemberMonth {
  readonly person: Person;
  /** *Revenus professionnels*, and AAH where it counts as one. */
  readonly earned: Num;
  readonly bonus: Num;
  /** Incomes that are no pay. */
  readonly other: Num;
}

/** A benefit that was received in the month and counts. */
export interface BenefitMonth {
  readonly benefit: BenefitId;
  readonly cents: Num;
}

/** One month of the window: prime d'activité is the mean of three (CSS, art. R843-1). */
export interface ActivityMonth {
  /** *Montant forfaitaire*. */
  readonly scale: Num;
  readonly members: readonly MemberMonth[];
  readonly earned: Num;
  /** The part of what is earned that is not taken off. */
  readonly kept: Num;
  readonly benefits: readonly BenefitMonth[];
  readonly flat: Num;
  /** All that is not earned: incomes, benefits and the housing flat amount. */
  readonly rest: Num;
  readonly amount: Num;
}

export const activityMonth = monthly((situation: Situation, month): ActivityMonth => {
  const people = situation.everyone;
  const members = people.map((person) => memberMonth(person, month));
  const forOne = at(PPA_BASE, month);
  const whole = times(scale(situation, month), forOne);
  const earned = total(members, (member) => member.earned);
  const benefits = benefitsReceived(situation, month);
  const flat = housingFlat(situation, month, forOne, () => situation.received.housingAid.in(month));
  const counted = plus(
    total(members, ({ other }) => other),
    total(benefits, ({ cents }) => cents),
  );
  const rest = plus(counted, flat);
  const slope = at(PPA_SLOPE, month);
  const grown = people.some((person) => person.age(month) >= PPA_AGE);
  const bonus = total(members, (member) => member.bonus);
  const left = plus(bonus, leftBesideEarnings(whole, earned, rest, slope));
  return {
    scale: whole,
    members,
    earned,
    kept: times(earned, slope),
    benefits,
    flat,
    rest,
    amount: either(both(grown, mayClaim(situation, month)), positive(left), 0),
  };
});

/** Lone parents with the increase need no years of residence (CSS, art. L842-2, 2°, c). */
const mayClaim = (situation: Situation, month: MonthIndex): Truth =>
  oneOf(isIncreased(situation, month), residesForActivity(situation));

/**
 * One of the home is enough here, and a child is taken to be French: in the law whoever claims must meet it. The
 * criterion says that it is approximate.
 */
export const residesForActivity = (situation: Situation): Truth =>
  situation.children.length > 0 || some(situation.adults, (adult) => residesFor(adult, PPA_PERMIT_YEARS));

function memberMonth(person: Person, month: MonthIndex): MemberMonth {
  const pay = plus(positive(person.salary.netSocial(month)), person.beyondEarnings);
  const { unemployment, pension, disabilityPension, alimony } = person;
  let other: Num = person.beyondIncome;
  for (const income of [unemployment, pension, disabilityPension, alimony]) {
    if (!income.none) other = plus(other, positive(income.netSocial(month)));
  }
  if (!(person instanceof Adult)) return { person, earned: pay, bonus: bonusOf(pay, month), other };
  const { aah, ass, asi, mva } = person.received;
  const isEarned = atLeast(pay, AAH_EARNED_HOURS * at(SMIC_HOUR, month));
  const received = aah.in(month);
  const earned = plus(pay, either(isEarned, received, 0));
  const minimum = plus(
    either(isEarned, 0, received),
    plus(ass.in(month), plus(asi.in(month), mva.in(month))),
  );
  return {
    person,
    earned,
    bonus: bonusOf(earned, month),
    other: plus(plus(other, person.beyondWealth), minimum),
  };
}

/** *Bonification*: nothing below 59 hours of SMIC, then in proportion up to its maximum (CSS, art. D843-2). */
function bonusOf(earned: Num, month: MonthIndex): Num {
  if (earned === 0) return 0;
  const { fromHours, fullHours, share } = at(PPA_BONUS, month);
  const hour = at(SMIC_HOUR, month);
  const part = over(minus(earned, fromHours * hour), (fullHours - fromHours) * hour);
  const most = rounded(at(PPA_BASE, month) * share);
  return times(
    rising(part, (x) => Math.min(1, Math.max(0, x))),
    most,
  );
}

function benefitsReceived(situation: Situation, month: MonthIndex): readonly BenefitMonth[] {
  const { af, cf, asf, pajeBase, aspa } = situation.received;
  const benefits: BenefitMonth[] = [{ benefit: 'aspa', cents: aspa.in(month) }];
  if (situation.children.length > 0) {
    const base = least(asReceived(situation, month, afBase(situation, month)), af.in(month));
    const received = cf.in(month);
    const plain = either(above(received, 0), cfPlain(situation, month), 0);
    benefits.push(
      { benefit: 'allocations_familiales', cents: base },
      { benefit: 'complement_familial', cents: least(asReceived(situation, month, plain), received) },
      { benefit: 'allocation_soutien_familial', cents: least(asf.in(month), asfFlat(situation, month)) },
      { benefit: 'paje_base', cents: pajeBase.in(month) },
    );
  }
  return benefits.filter(({ cents }) => cents !== 0);
}

/**
 * From January to April the window lies in the year before, whose family benefits looked at incomes of three years ago:
 * nobody is asked for those. What was received tells as much: at most the full amount, and no more than was paid.
 */
function asReceived(situation: Situation, month: MonthIndex, due: Num): Num {
  if (typeof due === 'number') return due;
  const year = resourceYear(month);
  if (year === resourceYear(situation.month)) return due;
  const ofThatYear = `.years.${String(year)}`;
  return due.because.every((path) => path.includes(ofThatYear)) ? highest(due) : due;
}
