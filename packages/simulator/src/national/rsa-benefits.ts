import type { BenefitId } from '@mds-kit/contract/benefits';
import { FIRST_MONTH_BACK, LAST_MONTH_BACK, WINDOW_MONTHS } from '../situation/rsa-resources.ts';
import { once, type Situation } from '../situation/situation.ts';
import { either, least, over, total, type Num } from '../unknown/num.ts';
import { above } from '../unknown/truth.ts';
import { afBase } from './af.ts';
import { asfDue, asfFlat } from './asf.ts';
import { aspaDue } from './aspa.ts';
import { cfDue, cfPlain } from './cf.ts';
import { pajeBaseDue } from './paje-base.ts';

/** A benefit that RSA takes as a resource of the home, cents a month. */
export interface Counted {
  readonly benefit: BenefitId;
  readonly cents: Num;
}

/** Family benefits of the month itself, without what was added for ages and increases (CASF, art. R262-6 and R262-11). */
export const familyBenefitsCounted = once((situation: Situation): readonly Counted[] => {
  if (situation.children.length === 0) return [];
  const plain = either(above(cfDue(situation), 0), cfPlain(situation), 0);
  const counted: Counted[] = [
    { benefit: 'allocations_familiales', cents: afBase(situation) },
    { benefit: 'complement_familial', cents: plain },
    { benefit: 'allocation_soutien_familial', cents: least(asfDue(situation), asfFlat(situation)) },
    { benefit: 'paje_base', cents: pajeBaseDue(situation) },
  ];
  return counted.filter(({ cents }) => cents !== 0);
});

/** ASPA of the month, and what was received of the other minimum incomes in the mean of the window. */
export const minimumIncomesCounted = once((situation: Situation): readonly Counted[] => {
  const received = (benefit: 'aah' | 'mva' | 'asi' | 'ass') =>
    over(
      total(situation.adults, (adult) =>
        adult.received[benefit].over(situation.month - FIRST_MONTH_BACK, situation.month - LAST_MONTH_BACK),
      ),
      WINDOW_MONTHS,
    );
  const counted: Counted[] = [
    { benefit: 'aspa', cents: aspaDue(situation) },
    { benefit: 'aah', cents: received('aah') },
    { benefit: 'aah', cents: received('mva') },
    { benefit: 'asi', cents: received('asi') },
    { benefit: 'ass', cents: received('ass') },
  ];
  return counted.filter(({ cents }) => cents !== 0);
});
