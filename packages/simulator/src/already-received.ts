import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Situation } from './situation/situation.ts';
import { total, type Num } from './unknown/num.ts';

type Read = (situation: Situation) => Num;
const before = ({ month }: Situation) => month - 1;

/** Which of the household's answers says that a benefit is received. */
const RECEIVED: Partial<Record<BenefitId, Read>> = {
  rsa: (s) => s.received.rsa.in(before(s)),
  aspa: (s) => s.received.aspa.in(before(s)),
  allocations_familiales: (s) => s.received.af.in(before(s)),
  complement_familial: (s) => s.received.cf.in(before(s)),
  allocation_soutien_familial: (s) => s.received.asf.in(before(s)),
  paje_base: (s) => s.received.pajeBase.in(before(s)),
  aides_logement: (s) => s.received.housingAid.in(before(s)),
  aah: (s) => total(s.adults, ({ received }) => received.aah.in(before(s))),
  asi: (s) => total(s.adults, ({ received }) => received.asi.in(before(s))),
  ass: (s) => total(s.adults, ({ received }) => received.ass.in(before(s))),
};

/** Cents that the household says it received of a benefit in the month before; 0 where nobody is asked; null: not known. */
export function receivedNow(benefit: BenefitId, situation: Situation): number | null {
  const cents = RECEIVED[benefit]?.(situation) ?? 0;
  return typeof cents === 'number' ? cents : null;
}
