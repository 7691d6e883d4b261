import type { Rule, Why } from '../rule.ts';
import { once, type Situation } from '../situation/situation.ts';
import { missingStructure } from '../situation/structure.ts';
import { BMAF } from '../tariff/general.parameters.ts';
import { cch } from '../tariff/law.ts';
import { either, unknownAmount, type Num } from '../unknown/num.ts';
import type { Truth } from '../unknown/truth.ts';
import { NOBODY_ASKS } from '../why.ts';
import { ASPA_AMOUNTS } from './aspa.parameters.ts';
import { sayFamily, sayKind, sayLines, sayRent, sayResources } from './housing-aid/explanation.ts';
import { dependants } from './housing-aid/family.ts';
import {
  LOAN_BEFORE,
  LOAN_LAW,
  OWN_PAYMENT,
  PAYMENT_CEILINGS,
  TAKEN_OVER,
} from './housing-aid/owner.parameters.ts';
import { loanCounts } from './housing-aid/owner.ts';
import {
  CHARGES,
  FREE_RESOURCES,
  LEAST_SHARE,
  RENT_CEILINGS,
  STUDENT_RESOURCES,
} from './housing-aid/rent.parameters.ts';
import { TWO_EARNERS } from './housing-aid/resources.parameters.ts';
import { RLS_AMOUNTS, RLS_CEILINGS } from './housing-aid/rls.parameters.ts';
import { isSocial, settlement } from './housing-aid/settlement.ts';

/**
 * *Aides personnelles au logement*: one amount under three names. APL for a home under agreement, ALF for a family with
 * dependants in any other, ALS for everybody else.
 */
export const housingAid: Rule = {
  id: 'aides_logement',
  period: 'month',
  // The CRDS is taken off before the rounding (CCH, art. D823-16): the amount is what is paid.
  parameters: [
    BMAF,
    RENT_CEILINGS,
    CHARGES,
    LEAST_SHARE,
    FREE_RESOURCES,
    STUDENT_RESOURCES,
    TWO_EARNERS,
    ASPA_AMOUNTS,
    RLS_CEILINGS,
    RLS_AMOUNTS,
    PAYMENT_CEILINGS,
    TAKEN_OVER,
    OWN_PAYMENT,
  ],
  needs: { toOpen: ['housing'], toCount: ['couple', 'children', 'adult-births', 'activities'] },
  opens,

  amount(situation, why) {
    const settled = settlement(situation);
    if (!why.asked) return settled.paid;
    sayKind(situation, why);
    sayFamily(situation, why);
    sayRent(situation, why);
    sayResources(situation, why);
    sayLines(situation, settled, why);
    return settled.paid;
  },
};

/** Pays a rent, or still pays for a home bought when that brought an aid. */
function opens(situation: Situation, why: Why): Truth {
  const { dwelling } = situation;
  const buying = dwelling.occupancy === 'first-time-owner-loan';
  why.criterion('housing-aid.pays-for-home', dwelling.tenant || buying, {
    ...{ fact: 'housing.occupancy', value: dwelling.occupancy, law: cch('L821-1 à L821-2 et L822-2') },
  });
  if (!buying) return dwelling.tenant;
  return why.criterion('housing-aid.loan-date', loanCounts(situation), {
    ...{
      fact: 'housing.loan.signedOn',
      value: dwelling.loan?.signedOn,
      threshold: LOAN_BEFORE,
      law: LOAN_LAW,
    },
  });
}

/** What is paid in the month asked for, cents, net of the CRDS: what RSA and CSS count. */
export const housingAidDue = once((situation: Situation): Num => {
  const { toOpen, toCount } = housingAid.needs;
  const missing = missingStructure(situation, toOpen);
  if (missing.length > 0) return unknownAmount(...missing);
  const right = opens(situation, NOBODY_ASKS);
  if (right === false) return 0;
  const uncounted = missingStructure(situation, toCount);
  if (uncounted.length > 0) return unknownAmount(...uncounted);
  return either(right, settlement(situation).paid, 0);
});

/** The name it goes by; undefined where it is not paid, or where nobody can say yet. */
export function housingAidKind(situation: Situation): 'apl' | 'alf' | 'als' | undefined {
  if (missingStructure(situation, ['housing', 'children']).length > 0) return undefined;
  if (opens(situation, NOBODY_ASKS) === false) return undefined;
  if (isSocial(situation)) return 'apl';
  return dependants(situation).length > 0 ? 'alf' : 'als';
}
