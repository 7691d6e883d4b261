import type { Why } from '../../rule.ts';
import { familyBenefitChildren } from '../../situation/children.ts';
import { Adult, type Person } from '../../situation/person.ts';
import { personal, type Situation } from '../../situation/situation.ts';
import { at } from '../../tariff/dated.ts';
import { EARLIEST_PENSION_AGE } from '../../tariff/general.parameters.ts';
import { css } from '../../tariff/law.ts';
import { least, minus, over, plus, positive, where, type Num } from '../../unknown/num.ts';
import { all, atLeast, atMost, oneOf, type Truth } from '../../unknown/truth.ts';
import { NOBODY_ASKS } from '../../why.ts';
import {
  AAH_AGE_LIMIT,
  AAH_AGE_LEAST,
  AAH_AGE_LEAST_INDEPENDENT,
  AAH_CEILING_PER_CHILD,
  AAH_FULL,
  AAH_RATE_FULL,
  AAH_RATE_RESTRICTED,
} from '../aah.parameters.ts';
import { aahResources } from './resources.ts';

const AGE = css('L821-1, R821-1');
const RATE = css('L821-1, D821-1');
const RESTRICTION = css('L821-2, D821-1');

/** Cents a month; 0 for who has no right. Needs `children` and `adult-births`. */
export const aahOf = personal((situation: Situation, person: Person): Num =>
  where(entitled(situation, person, NOBODY_ASKS), () => positive(lessPension(situation, person))),
);

export function entitled(situation: Situation, person: Person, why: Why): Truth {
  const { month } = situation;
  const age = person.age(month);
  const born = { ...person.about('birthDate'), unit: 'years' } as const;
  const least = leastAge(situation, person);
  const oldEnough = why.compare('aah.minimum-age', age, atLeast, least, { ...born, law: AGE });
  if (oldEnough === false) return false;
  const { incapacityRate } = person;
  const rate = { ...person.about('disability.incapacityRate'), unit: 'percent' } as const;
  const whole = why.compare('aah.incapacity-80', incapacityRate, atLeast, AAH_RATE_FULL, {
    ...rate,
    law: RATE,
  });
  if (whole === true) return true;
  const limit = at(AAH_AGE_LIMIT, month);
  const partly = all(
    why.compare('aah.incapacity-50', incapacityRate, atLeast, AAH_RATE_RESTRICTED, {
      ...rate,
      law: RESTRICTION,
    }),
    why.criterion('aah.employment-restriction', person.employmentRestriction, {
      ...person.about('disability.substantialEmploymentRestriction'),
      law: RESTRICTION,
    }),
    why.compare('aah.age-limit', age, atMost, limit, {
      ...born,
      law: css('L821-2, L161-17-2'),
      approximate: age >= EARLIEST_PENSION_AGE,
    }),
  );
  return oneOf(whole, partly);
}

/** 20 for a child that counts for family benefits, 16 for all others (CSS, art. R821-1). */
function leastAge(situation: Situation, person: Person): number {
  const dependent = familyBenefitChildren(situation, situation.month).some((child) => child === person);
  return dependent ? AAH_AGE_LEAST : AAH_AGE_LEAST_INDEPENDENT;
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
