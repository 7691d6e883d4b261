import type { BenefitId } from '@mds-kit/contract/benefits';
import { NATIONAL } from '../catalogue.ts';
import { evaluate, type Verdict } from '../evaluate.ts';
import { housingAidKind } from '../national/housing-aid.ts';
import { Situation } from '../situation/situation.ts';
import { NOBODY_ASKS } from '../why.ts';
import type { OracleCase } from './case-format.ts';
import { householdOf } from './case.ts';

/** The keys that stand for one benefit's amount, in euros; null where we cannot tell. */
const KEYS = {
  rsa: 'rsa',
  ppa: 'prime_activite',
  af: 'allocations_familiales',
  cf: 'complement_familial',
  asf: 'allocation_soutien_familial',
  ars: 'allocation_rentree_scolaire',
  paje_base: 'paje_base',
  paje_naissance: 'paje_naissance',
  aeeh: 'aeeh',
  aah: 'aah',
  asi: 'asi',
  ass: 'ass',
  aspa: 'aspa',
  cheque_energie: 'cheque_energie',
} as const satisfies Record<string, BenefitId>;

/** Kept with the cases, and none of the simulated benefits: what the school decides is not told. */
export const SCHOOL_GRANTS: readonly string[] = ['bourse_college', 'bourse_lycee'];

export type OracleAmounts = Record<string, number | null>;

/** What the rules give for a case, under the keys of its `expected`. */
export function amountsOf(one: OracleCase): OracleAmounts {
  const situation = new Situation(householdOf(one), one.month);
  const verdict = (id: BenefitId): Verdict | undefined => {
    const rule = NATIONAL.find((candidate) => candidate.id === id);
    return rule && evaluate(rule, situation, NOBODY_ASKS);
  };
  const amounts: OracleAmounts = {};
  for (const [key, id] of Object.entries(KEYS)) amounts[key] = eurosOf(verdict(id));
  amounts.caah = eurosOf(verdict('aah'), 'supplement');
  const kind = housingAidKind(situation);
  const housingAid = eurosOf(verdict('aides_logement'));
  for (const key of ['apl', 'als', 'alf'] as const) {
    amounts[key] = kind === undefined || kind === key ? housingAid : 0;
  }
  const css = verdict('complementaire_sante_solidaire');
  amounts.css_free = freeOf(css);
  amounts.css_contribution = eurosOf(css, 'contribution');
  for (const grant of SCHOOL_GRANTS) amounts[grant] = null;
  return amounts;
}

function eurosOf(
  verdict: Verdict | undefined,
  which: 'cents' | 'supplement' | 'contribution' = 'cents',
): number | null {
  if (verdict?.kind === 'closed') return 0;
  const cents = verdict?.kind === 'open' ? verdict[which] : null;
  return typeof cents === 'number' ? cents / 100 : null;
}

/** 1 for a right that costs nothing. */
function freeOf(verdict: Verdict | undefined): number | null {
  if (verdict?.kind === 'closed') return 0;
  if (verdict?.kind !== 'open' || typeof verdict.contribution !== 'number') return null;
  return verdict.right === true && verdict.contribution === 0 ? 1 : 0;
}
