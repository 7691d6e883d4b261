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
  most,
  times,
  type Num,
} from '../../unknown/num.ts';
import { both, unknown, type Truth } from '../../unknown/truth.ts';
import { figure, of } from './family-scale.ts';
import { familySize } from './family.ts';
import {
  LEAST_RESOURCES,
  LOAN_BEFORE,
  LOAN_BEFORE_ZONE_3,
  OWN_PAYMENT,
  PARTS,
  PAYMENT_CEILINGS,
  TAKEN_OVER,
} from './owner.parameters.ts';
import { housingResources } from './resources.ts';
import { charges, zoneOf, type Cost } from './tenant.ts';

/** Whether the loan is one of those that still bring an aid. */
export const loanCounts = once((situation: Situation): Truth => {
  const { loan } = situation.dwelling;
  const signedOn = loan?.signedOn;
  const inZone3 = zoneOf(situation) === 3;
  if (signedOn === undefined) return unknown('housing.loan.signedOn');
  if (signedOn < LOAN_BEFORE) return true;
  if (signedOn >= LOAN_BEFORE_ZONE_3 || !inZone3) return false;
  return both(regulated(situation), loan?.existingBuilding ?? unknown('housing.loan.existingBuilding'));
});

/** *Prêt conventionné*. */
const regulated = ({ dwelling }: Situation): Truth =>
  dwelling.loan?.regulated ?? unknown('housing.loan.regulated');

/** Resources of an owner: so many times the monthly payment at least. */
export const ownerResources = once((situation: Situation): Num =>
  most(housingResources(situation), times(situation.dwelling.rent, LEAST_RESOURCES)),
);

/** *Mensualité plafond* of this family. */
export const paymentCeiling = (situation: Situation): Num =>
  of(at(PAYMENT_CEILINGS, situation.month)[zoneOf(situation)], familySize(situation));

/** *K × (L + C − L0)* (CCH, art. D842-6): of what is left once the family paid its own part, a share. */
export function ownerCost(situation: Situation): Cost {
  const rent = least(situation.dwelling.rent, paymentCeiling(situation));
  const flat = charges(situation);
  const family = familySize(situation);
  const resources = ownerResources(situation);
  const poorly = shared(situation, lowest(rent) + lowest(flat), lowest(family), highest(resources));
  const well = shared(situation, highest(rent) + highest(flat), highest(family), lowest(resources));
  const facts = [rent, flat, family, resources].map(because).reduce(together);
  return {
    rent,
    charges: flat,
    own: between(Math.min(poorly.own, well.own), Math.max(poorly.own, well.own), facts),
    // It rises with the payment, the charges and the family and falls as resources grow.
    aid: between(lowest(poorly.aid), highest(well.aid), together(facts, because(well.aid))),
  };
}

function shared(
  situation: Situation,
  cost: number,
  family: number,
  resources: number,
): Pick<Cost, 'aid'> & { own: number } {
  const parts = figure(PARTS, family);
  const own = ownPart(situation, parts, resources);
  const { ordinary, regulated: better } = at(TAKEN_OVER, situation.month);
  const aid = ({ most: share, resourcesPerPart }: typeof ordinary) =>
    Math.max(0, share - resources / (resourcesPerPart * parts)) * Math.max(0, cost - own);
  return { own, aid: either(regulated(situation), aid(better), aid(ordinary)) };
}

/** *L0*: brackets of resources for one part of the family, and a flat amount. */
function ownPart({ month }: Situation, parts: number, resources: number): number {
  const { brackets, flat } = at(OWN_PAYMENT, month);
  const each = resources / parts;
  let ofOnePart = 0;
  brackets.forEach(({ from, rate }, index) => {
    const until = brackets[index + 1]?.from ?? Infinity;
    ofOnePart += rate * Math.max(0, Math.min(each, until) - from);
  });
  return (parts * ofOnePart + flat) / 12;
}
