import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Situation } from './situation/situation.ts';
import { total } from './unknown/num.ts';

/** Which of the household's answers says that a benefit is received. */
const OF_HOUSEHOLD: Partial<Record<BenefitId, keyof Situation['received']>> = {
  rsa: 'rsa',
  aspa: 'aspa',
  allocations_familiales: 'af',
  complement_familial: 'cf',
  allocation_soutien_familial: 'asf',
  paje_base: 'pajeBase',
  aides_logement: 'housingAid',
};

/** Those of which each adult is asked. */
const OF_ADULTS = ['aah', 'asi', 'ass'] as const;

/** Cents that the household says it received of a benefit in the month before; 0 where nobody is asked; null: not known. */
export function receivedNow(benefit: BenefitId, { month, adults, received }: Situation): number | null {
  const whole = OF_HOUSEHOLD[benefit];
  const each = OF_ADULTS.find((id) => id === benefit);
  const all = whole ? [received[whole]] : each ? adults.map((adult) => adult.received[each]) : [];
  const cents = total(all, (one) => one.in(month - 1));
  return typeof cents === 'number' ? cents : null;
}

/** Whether others look at what was received of it. The RSA of the month before only ever raises the housing aid. */
export const countsOnceReceived = (benefit: BenefitId): boolean =>
  benefit !== 'rsa' && (benefit in OF_HOUSEHOLD || OF_ADULTS.some((id) => id === benefit));
