import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Situation } from './situation/situation.ts';
import { total, type Num } from './unknown/num.ts';

/** Which of the household's answers says that a benefit is received. */
const OF_HOUSEHOLD: Partial<Record<BenefitId, keyof Situation['received']>> = {
  rsa: 'rsa',
  aspa: 'aspa',
  allocations_familiales: 'af',
  complement_familial: 'cf',
  allocation_soutien_familial: 'asf',
  paje_base: 'pajeBase',
  aeeh: 'aeeh',
  aides_logement: 'housingAid',
  prime_activite: 'ppa',
};

/** Those of which each adult is asked. */
const OF_ADULTS = ['aah', 'asi', 'ass'] as const;

/** Cents that the household says it received of a benefit in the month before; 0 where nobody is asked. */
export function receivedBefore(benefit: BenefitId, { month, adults, received }: Situation): Num {
  const whole = OF_HOUSEHOLD[benefit];
  const each = OF_ADULTS.find((id) => id === benefit);
  const all = whole ? [received[whole]] : each ? adults.map((adult) => adult.received[each]) : [];
  return total(all, (one) => one.in(month - 1));
}

/** The same, or null: not known. */
export function receivedNow(benefit: BenefitId, situation: Situation): number | null {
  const cents = receivedBefore(benefit, situation);
  return typeof cents === 'number' ? cents : null;
}

/** What nobody looks at: but for the RSA of the month before, which only ever raises the housing aid. */
const COUNTED_NOWHERE: readonly BenefitId[] = ['rsa', 'prime_activite', 'aeeh'];

/** Whether others look at what was received of it. */
export const countsOnceReceived = (benefit: BenefitId): boolean =>
  !COUNTED_NOWHERE.includes(benefit) && (benefit in OF_HOUSEHOLD || OF_ADULTS.some((id) => id === benefit));
