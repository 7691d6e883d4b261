import type { Why } from '../../rule.ts';
import type { Situation } from '../../situation/situation.ts';
import { at } from '../../tariff/dated.ts';
import { CRDS } from '../../tariff/general.parameters.ts';
import { cch } from '../../tariff/law.ts';
import { minus, plus, positive, times } from '../../unknown/num.ts';
import { above, atMost, below } from '../../unknown/truth.ts';
import { sayChildren } from '../../situation/family-criteria.ts';
import { of } from './family-scale.ts';
import { dependants, familySize } from './family.ts';
import { ownerResources, paymentCeiling } from './owner.ts';
import { FREE_RESOURCES, LEAST_PAID, order } from './rent.parameters.ts';
import { WEALTH_FROM } from './resources.parameters.ts';
import {
  hadRsa,
  housingResources,
  isStudent,
  twoEarners,
  unemployedWithoutBenefit,
  wealth,
} from './resources.ts';
import { RLS_ORDER } from './rls.parameters.ts';
import { highRents, isSocial, monthlyResources, reductionCeiling, type Settlement } from './settlement.ts';
import { rentAsked, rentCeiling, zoneOf } from './tenant.ts';

const RENT = cch('D823-16');
const OWNER = cch('D842-6');
const STOPPED = cch('R822-13 à R822-17');
const RESOURCES = cch('R822-2 à R822-6 et D823-17');
const LEAST = cch('L823-7 et D823-16');
const RENT_FACT = 'housing.rent';

/** Under which of its three names the aid is paid. */
export function sayKind(situation: Situation, why: Why): void {
  const social = isSocial(situation);
  why.criterion('housing-aid.social-home', social, { fact: 'housing.occupancy', law: cch('L831-1') });
  if (social) return;
  const value = dependants(situation).length;
  sayChildren(why, 'housing-aid.dependants', value, 1, cch('L841-1'));
}

/** Who is counted otherwise than the law has it in every case. */
export function sayFamily(situation: Situation, why: Why): void {
  for (const child of dependants(situation)) {
    if (child.sharedCustody === false) continue;
    // Counted in full here, as by the parents' choice; where they ask or disagree, the child is shared between both.
    why.criterion('housing-aid.shared-custody', child.sharedCustody, {
      ...child.about('sharedCustody'),
      law: cch('L823-2 et R823-5'),
      approximate: true,
    });
  }
  const pregnant = situation.pregnantIn(situation.month);
  if (situation.couple === true || dependants(situation).length > 0 || pregnant === false) return;
  const birth = { fact: 'expectedBirth', law: cch('L841-1, 6°, et R841-2'), approximate: true } as const;
  why.criterion('housing-aid.expected-child', pregnant, birth);
}

/** What was taken for resources, and where it lies beside the law's limits. */
export function sayResources(situation: Situation, why: Why): void {
  if (isStudent(situation)) {
    const { fact } = situation.applicant.about('activity');
    why.criterion('housing-aid.student', true, { fact, law: cch('R822-20 et D822-21') });
  } else {
    sayEarnings(situation, why);
    const about = { fact: 'wealth', law: cch('R822-22') };
    why.compare('housing-aid.wealth', wealth(situation), atMost, WEALTH_FROM, about);
  }
  const value = situation.dwelling.tenant ? housingResources(situation) : ownerResources(situation);
  const threshold = of(at(FREE_RESOURCES, situation.month), familySize(situation));
  // Funds look at the resources every three months only (CCH, art. R823-6); the rules here, in every month.
  const about = { fact: 'housingResources', law: RESOURCES, approximate: true };
  why.compare('housing-aid.free-resources', value, atMost, threshold, about);
}

/** Why earnings do not count, where they do not; and what is left out for two who earn. */
function sayEarnings(situation: Situation, why: Why): void {
  const rsa = hadRsa(situation);
  if (rsa !== false) why.criterion('housing-aid.had-rsa', rsa, { fact: 'received.rsa', law: cch('R822-17') });
  for (const adult of situation.adults) {
    const without = unemployedWithoutBenefit(situation, adult);
    if (without === false) continue;
    const about = { ...adult.about('activity'), law: STOPPED };
    why.criterion('housing-aid.unemployed-without-benefit', without, about);
  }
  if (situation.couple !== true) return;
  const couple = { fact: 'adults', law: cch('R822-7'), approximate: true } as const;
  why.criterion('housing-aid.two-earners', twoEarners(situation), couple);
}

/** Where the rent, or the payment for the loan, lies beside its ceilings. */
export function sayRent(situation: Situation, why: Why): void {
  const { tenant, rent } = situation.dwelling;
  const value = tenant ? rentAsked(situation) : rent;
  const threshold = tenant ? rentCeiling(situation) : paymentCeiling(situation);
  const law = order(tenant ? 'art. 7, 8 et 16' : 'art. 33');
  const about = { fact: RENT_FACT, value } as const;
  const zone = { fact: 'housing.commune', value: String(zoneOf(situation)), law };
  why.criterion('housing-aid.zone', true, zone);
  why.criterion('housing-aid.rent-ceiling', atMost(value, threshold), { ...about, threshold, law });
  if (!tenant) return;
  const [falls] = highRents(situation);
  // The law spares those who have the AAH or the AEEH; the rules here, whoever is recognised as disabled.
  const high = { ...about, threshold: falls, law: RENT, approximate: true } as const;
  const moderate = atMost(value, falls);
  if (moderate !== true) why.criterion('housing-aid.high-rent', moderate, high);
}

/** The lines from the rent to what is paid. */
export function sayLines(situation: Situation, settled: Settlement, why: Why): void {
  const { cost, enough, afterHighRent, afterDeduction, afterReduction, paid } = settled;
  const { tenant } = situation.dwelling;
  const value = cost.own;
  const threshold = plus(cost.rent, cost.charges);
  const law = tenant ? cch('D823-17') : OWNER;
  why.step('housing-aid.rent', cost.rent, tenant ? RENT : OWNER);
  why.step('housing-aid.charges', cost.charges, order(tenant ? 'art. 9 et 16' : 'art. 34'));
  why.step('housing-aid.own-part', times(value, -1), law);
  why.compare('housing-aid.own-part', value, below, threshold, { fact: 'housingResources', law });
  if (!tenant)
    why.step('housing-aid.left-to-owner', minus(cost.aid, positive(minus(threshold, value))), OWNER);
  if (!isSocial(situation)) {
    const least = { fact: 'housingAid', value: cost.aid, threshold: LEAST_PAID } as const;
    why.criterion('housing-aid.least-paid', enough, { ...least, law: LEAST });
  }
  const fallen = minus(afterHighRent, cost.aid);
  if (enough === false) why.step('housing-aid.least-paid', fallen, LEAST);
  else if (above(times(fallen, -1), 1) !== false) why.step('housing-aid.high-rent', fallen, RENT);
  why.step('housing-aid.deduction', minus(afterDeduction, afterHighRent), RENT);
  if (isSocial(situation)) sayReduction(situation, settled, why);
  why.step('housing-aid.crds', minus(paid, afterReduction), CRDS);
}

/** The landlord lowers the rent of a social home, and the aid falls by nearly as much. */
function sayReduction(situation: Situation, settled: Settlement, why: Why): void {
  const { afterDeduction, afterReduction } = settled;
  const value = monthlyResources(situation);
  const threshold = reductionCeiling(situation);
  const about = { fact: 'housingResources', law: cch('L442-2-1') };
  why.compare('housing-aid.social-rent-reduction', value, below, threshold, about);
  why.step('housing-aid.social-rent-reduction', minus(afterReduction, afterDeduction), RLS_ORDER);
  const left = { fact: 'housingAid', law: RLS_ORDER };
  why.compare('housing-aid.left-after-reduction', afterReduction, above, 0, left);
}
