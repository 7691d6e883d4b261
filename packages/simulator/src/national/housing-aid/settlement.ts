import { once, type Situation } from '../../situation/situation.ts';
import { at } from '../../tariff/dated.ts';
import { CRDS_RATE } from '../../tariff/general.parameters.ts';
import { together } from '../../unknown/because.ts';
import {
  because,
  between,
  either,
  highest,
  lowest,
  minus,
  over,
  positive,
  rounded,
  times,
  type Num,
} from '../../unknown/num.ts';
import { atLeast, below, some, type Truth } from '../../unknown/truth.ts';
import { of } from './family-scale.ts';
import { familySize } from './family.ts';
import { ownerCost } from './owner.ts';
import { FLAT_DEDUCTION, HIGH_RENTS, LEAST_PAID } from './rent.parameters.ts';
import { housingResources } from './resources.ts';
import { RLS_AMOUNTS, RLS_CEILINGS, RLS_TAKEN_BACK } from './rls.parameters.ts';
import { rentAsked, rentCeiling, tenantCost, zoneOf, type Cost } from './tenant.ts';

/** From what a home costs to what comes to the account: cents a month, after each step. */
export interface Settlement {
  readonly cost: Cost;
  /** Enough to be paid; always so for the APL. */
  readonly enough: Truth;
  readonly afterHighRent: Num;
  readonly afterDeduction: Num;
  readonly afterReduction: Num;
  /** Net of the CRDS. */
  readonly paid: Num;
}

export const isSocial = ({ dwelling }: Situation): boolean => dwelling.occupancy === 'tenant-social';

export const settlement = once((situation: Situation): Settlement => {
  const { tenant } = situation.dwelling;
  const cost = tenant ? tenantCost(situation) : ownerCost(situation);
  const enough = isSocial(situation) || atLeast(cost.aid, LEAST_PAID);
  const share = tenant ? highRentShare(situation) : 1;
  const afterHighRent = rounded(times(either(enough, cost.aid, 0), share));
  const afterDeduction = positive(minus(afterHighRent, FLAT_DEDUCTION));
  const afterReduction = isSocial(situation)
    ? positive(minus(afterDeduction, times(rentReduction(situation), RLS_TAKEN_BACK)))
    : afterDeduction;
  const paid = rounded(times(afterReduction, 1 - CRDS_RATE));
  return { cost, enough, afterHighRent, afterDeduction, afterReduction, paid };
});

/** The rents between which the aid falls to nothing. */
export function highRents(situation: Situation): [falls: Num, ends: Num] {
  const { falls, ends } = HIGH_RENTS[zoneOf(situation)];
  const ceiling = rentCeiling(situation);
  return [rounded(times(ceiling, falls)), rounded(times(ceiling, ends))];
}

/** How much of the aid a very high rent leaves; all of it where somebody is disabled (CCH, art. D823-16). */
function highRentShare(situation: Situation): Num {
  const rent = rentAsked(situation);
  const [falls, ends] = highRents(situation);
  const left = (asked: number, from: number, until: number) =>
    Math.max(0, Math.min(1, (until - asked) / (until - from)));
  const share = between(
    left(highest(rent), lowest(falls), lowest(ends)),
    left(lowest(rent), highest(falls), highest(ends)),
    together(because(rent), because(falls)),
  );
  return share === 1
    ? 1
    : either(
        some(situation.everyone, (person) => person.recognised),
        1,
        share,
      );
}

/** Resources below which a social tenant has the *réduction de loyer de solidarité*. */
export const reductionCeiling = (situation: Situation): Num =>
  of(at(RLS_CEILINGS, situation.month)[zoneOf(situation)], familySize(situation));

/** What a month's resources are. */
export const monthlyResources = (situation: Situation): Num => over(housingResources(situation), 12);

function rentReduction(situation: Situation): Num {
  const amount = of(at(RLS_AMOUNTS, situation.month)[zoneOf(situation)], familySize(situation));
  return either(below(monthlyResources(situation), reductionCeiling(situation)), amount, 0);
}
