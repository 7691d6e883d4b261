import type { Why } from '../../rule.ts';
import { familyBenefitChildren } from '../../situation/children.ts';
import { Adult, type Person } from '../../situation/person.ts';
import { personal, type Situation } from '../../situation/situation.ts';
import { at } from '../../tariff/dated.ts';
import { EARLIEST_PENSION_AGE } from '../../tariff/general.parameters.ts';
import { css } from '../../tariff/law.ts';
import { either, least, minus, over, plus, positive, type Num } from '../../unknown/num.ts';
import { all, atLeast, oneOf, type Truth } from '../../unknown/truth.ts';
import { NOBODY_ASKS } from '../../why.ts';
import { AAH_AGE_LIMIT, AAH_AGES, AAH_CEILING_PER_CHILD, AAH_FULL, AAH_RATES } from '../aah.parameters.ts';
import { aahResources } from './resources.ts';

const RATE = css('L821-1, D821-1');
const RESTRICTION = css('L821-2, D821-1');

/** Cents a month; 0 for who has no right. Needs `children` and `adult-births`. */
export const aahOf = personal((situation: Situation, person: Person): Num => {
  const right = entitled(situation, person, NOBODY_ASKS);
  return right === false ? 0 : either(right, positive(lessPension(situation, person)), 0);
});

export function entitled(situation: Situation, person: Person, why: Why): Truth {
  const { month } = situation;
  const who = person.id;
  const age = person.age(month);
  const born = { fact: `${person.path}.birthDate`, value: age, unit: 'years', who } as const;
  const atLeastYears = leastAge(situation, person);
  const oldEnough = why.criterion('aah.minimum-age', age >= atLeastYears, {
    ...born,
    threshold: atLeastYears,
    law: css('L821-1, R821-1'),
  });
  if (oldEnough === false) return false;
  const { incapacityRate: value } = person;
  const rate = { fact: `${person.path}.disability.incapacityRate`, value, unit: 'percent', who } as const;
  const { full, restricted } = AAH_RATES;
  const whole = why.criterion('aah.incapacity-80', atLeast(value, full), {
    ...rate,
    threshold: full,
    law: RATE,
  });
  if (whole === true) return true;
  const limit = at(AAH_AGE_LIMIT, month);
  const partly = all(
    why.criterion('aah.incapacity-50', atLeast(value, restricted), {
      ...rate,
      threshold: restricted,
      law: RESTRICTION,
    }),
    why.criterion('aah.employment-restriction', person.employmentRestriction, {
      fact: `${person.path}.disability.substantialEmploymentRestriction`,
      law: RESTRICTION,
      who,
    }),
    why.criterion('aah.age-limit', age <= limit, {
      ...born,
      threshold: limit,
      law: css('L821-2, L161-17-2'),
      ...(age < EARLIEST_PENSION_AGE ? {} : { approximate: true as const }),
    }),
  );
  return oneOf(whole, partly);
}

/** 20 for a child that counts for family benefits, 16 for all others (CSS, art. R821-1). */
function leastAge(situation: Situation, person: Person): number {
  const dependent = familyBenefitChildren(situation, situation.month).some((child) => child === person);
  return dependent ? AAH_AGES.least : AAH_AGES.leastIndependent;
}

export const ceiling = (situation: Situation): number => {
  const { month } = situation;
  const children = familyBenefitChildren(situation, month).length;
  return at(AAH_FULL, month) * (1 + AAH_CEILING_PER_CHILD * children);
};

/** The full allowance, or what a twelfth of the resources leaves of the ceiling. */
export const differential = (situation: Situation, person: Person): Num =>
  least(at(AAH_FULL, situation.month), minus(ceiling(situation), over(aahResources(situation, person), 12)));

/** With pensions and ASI it makes up the full allowance, never more (CSS, art. L821-1). */
export const lessPension = (situation: Situation, person: Person): Num =>
  least(
    differential(situation, person),
    minus(at(AAH_FULL, situation.month), pensionsBeside(situation, person)),
  );

/** What comes before AAH: a disability or old-age pension, and ASI. */
export function pensionsBeside({ month }: Situation, person: Person): Num {
  const pensions = plus(person.disabilityPension.net(month), person.pension.net(month));
  return person instanceof Adult ? plus(pensions, person.received.asi.in(month - 1)) : pensions;
}
