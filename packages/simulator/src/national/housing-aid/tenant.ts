import type { HousingZone } from '@mds-kit/contract/household';
import { once, type Situation } from '../../situation/situation.ts';
import { at } from '../../tariff/dated.ts';
import { together } from '../../unknown/because.ts';
import {
  because,
  between,
  either,
  highest,
  least,
  lowest,
  plus,
  rounded,
  times,
  type Num,
} from '../../unknown/num.ts';
import { figure, of } from './family-scale.ts';
import { dependants, familySize, livesAsCouple } from './family.ts';
import { housingResources } from './resources.ts';
import {
  CHARGES,
  FAMILY_RATE,
  FLAT_SHARE,
  FREE_RESOURCES,
  FURNISHED_SHARE,
  LEAST_SHARE,
  RENT_CEILINGS,
  RENT_RATE_FROM,
  RENT_RATE_GENTLE,
  RENT_RATE_STEEP_FROM,
  RENT_RATE_STEEP,
  ROOM_SHARE,
} from './rent.parameters.ts';

/** What a home costs as the law counts it, and how it is shared: cents a month. */
export interface Cost {
  /** *L*: of the rent, or of the loan, what counts. */
  readonly rent: Num;
  /** *C*. */
  readonly charges: Num;
  /** What the family pays itself. */
  readonly own: Num;
  /** What is left of it for the aid, not below 0. */
  readonly aid: Num;
}

/** Rules that come here need the zone: `housing` is among their needs. */
export function zoneOf({ dwelling }: Situation): HousingZone {
  if (dwelling.zone === undefined) throw new TypeError('the zone was not asked for in the rule’s needs');
  return dwelling.zone;
}

/** The rent before any ceiling, to the euro: two thirds of it for a furnished home (CCH, art. D823-16). */
export function rentAsked({ dwelling }: Situation): Num {
  const furnished = dwelling.occupancy === 'tenant-furnished';
  return rounded(furnished ? times(dwelling.rent, FURNISHED_SHARE) : dwelling.rent, 100);
}

/** *Loyer plafond* of this family in this home. */
export const rentCeiling = once((situation: Situation): Num => {
  const { dwelling, month } = situation;
  const scale = at(RENT_CEILINGS, month)[zoneOf(situation)];
  const room = scale.first[0] * ROOM_SHARE;
  const whole = either(dwelling.singleRoom, room, of(scale, familySize(situation)));
  return rounded(either(dwelling.flatShare, times(whole, FLAT_SHARE), whole));
});

/** Charges are a flat amount, whatever they are (CCH, art. D823-16). */
export function charges(situation: Situation): Num {
  const { whole, sharedAlone, sharedCouple, perDependant } = at(CHARGES, situation.month);
  const shared = either(livesAsCouple(situation), sharedCouple, sharedAlone);
  const base = either(situation.dwelling.flatShare, shared, whole);
  return plus(base, dependants(situation).length * perDependant);
}

/**
 * *L + C − PP* (CCH, art. D823-16 et D823-17). It rises with the rent, the charges and the family and falls as resources
 * grow: so its bounds are found at the ends of theirs. Computed from ranges they would lie wider apart, since the rent
 * stands three times in it.
 */
export function tenantCost(situation: Situation): Cost {
  const rent = least(rentAsked(situation), rentCeiling(situation));
  const flat = charges(situation);
  const family = familySize(situation);
  const resources = housingResources(situation);
  if (typeof rent === 'number' && typeof flat === 'number') {
    if (typeof family === 'number' && typeof resources === 'number') {
      const own = participation(situation, rent, flat, family, resources);
      return { rent, charges: flat, own, aid: Math.max(0, rent + flat - own) };
    }
  }
  const poorly = participation(situation, lowest(rent), lowest(flat), lowest(family), highest(resources));
  const well = participation(situation, highest(rent), highest(flat), highest(family), lowest(resources));
  const facts = [rent, flat, family, resources].map(because).reduce(together);
  const aid = between(
    Math.max(0, lowest(rent) + lowest(flat) - poorly),
    Math.max(0, highest(rent) + highest(flat) - well),
    facts,
  );
  return { rent, charges: flat, own: between(Math.min(poorly, well), Math.max(poorly, well), facts), aid };
}

/** *PP*, *participation personnelle*: a minimum, and a share of resources above *R0*. */
function participation(
  { month }: Situation,
  rent: number,
  flat: number,
  family: number,
  resources: number,
): number {
  const { flat: flatLeast, share } = at(LEAST_SHARE, month);
  const reference = figure(at(RENT_CEILINGS, month)[2], family);
  const rate = figure(FAMILY_RATE, family) + rentRate(rent / reference);
  const above = Math.max(0, resources - figure(at(FREE_RESOURCES, month), family));
  return Math.max(share * (rent + flat), flatLeast) + rate * above;
}

/** *TL*, by the ratio of the rent to that of reference. The order rounds it to a thousandth of a percent: cents a month. */
function rentRate(ratio: number): number {
  const gentle = Math.max(0, Math.min(ratio, RENT_RATE_STEEP_FROM) - RENT_RATE_FROM) * RENT_RATE_GENTLE;
  return gentle + Math.max(0, ratio - RENT_RATE_STEEP_FROM) * RENT_RATE_STEEP;
}
