import { januaryOf } from '../calendar.ts';
import { assOf } from '../national/ass.ts';
import type { Why } from '../rule.ts';
import { OLD_AGE_PAY_ALLOWANCE_COUPLE, OLD_AGE_PAY_ALLOWANCE_SINGLE } from '../national/aspa.parameters.ts';
import { at } from '../tariff/dated.ts';
import { SMIC_HOUR, SMIC_MONTHLY_HOURS } from '../tariff/general.parameters.ts';
import type { LegalText } from '../tariff/law.ts';
import { either, minus, over, plus, rising, total, type Num } from '../unknown/num.ts';
import { above, any } from '../unknown/truth.ts';
import { mayHaveAsi, mayHaveAspa } from './old-age-rights.ts';
import type { Adult } from './person.ts';
import { livretAInterest } from './savings.ts';
import { once, personal, type Situation } from './situation.ts';

/** What one of the adults brings, cents a month: of the benefits it is told which ones they are. */
interface OldAgeResources {
  readonly own: Num;
  readonly aah: Num;
  readonly ass: Num;
}

/**
 * *Ressources* of ASPA and ASI, cents a month: a third of what both had, gross, in the three months before (CSS,
 * art. R815-22 to R815-30, R815-78).
 */
export const oldAgeResources = once((situation: Situation): Num =>
  total(situation.adults, (adult) => {
    const { own, aah, ass } = oldAgeResourcesOf(situation, adult);
    return plus(plus(own, aah), ass);
  }),
);

export const oldAgeResourcesOf = personal((situation: Situation, adult: Adult): OldAgeResources => ({
  own: plus(over(lastQuarter(situation, adult), 3), plus(adult.beyondIncome, adult.beyondWealth)),
  aah: over(aahCounted(situation, adult), 3),
  ass: assOf(situation, adult),
}));

/** The lines of an explanation: what is taken off a ceiling, and for which benefits. */
export function sayOldAgeResources(
  situation: Situation,
  why: Why,
  prefix: 'aspa' | 'asi',
  law: LegalText,
): void {
  for (const adult of situation.adults) {
    const { own, aah, ass } = oldAgeResourcesOf(situation, adult);
    const who = adult.id;
    why.step(`${prefix}.own-resources`, minus(0, own), law, { who });
    if (aah !== 0) why.step(`${prefix}.aah`, minus(0, aah), law, { who, counts: 'aah' });
    if (ass !== 0) why.step(`${prefix}.ass`, minus(0, ass), law, { who, counts: 'ass' });
  }
}

function lastQuarter(situation: Situation, adult: Adult): Num {
  const [from, until] = [situation.month - 3, situation.month - 1];
  const pay = adult.salary.over('gross', from, until);
  const allowance = payAllowance(situation);
  const payCounted = rising(pay, (x) => Math.max(0, x - allowance));
  const pensions = plus(
    adult.pension.over('gross', from, until),
    adult.disabilityPension.over('netPaid', from, until),
  );
  const others = plus(
    adult.unemployment.over('netPaid', from, until),
    adult.alimony.over('netPaid', from, until),
  );
  return plus(plus(payCounted, pensions), plus(others, livretAInterest(adult, from, until)));
}

/** *Abattement sur les revenus professionnels*, of three months. */
function payAllowance(situation: Situation): number {
  const smic = SMIC_MONTHLY_HOURS * at(SMIC_HOUR, januaryOf(situation.year));
  return smic * (situation.lone ? OLD_AGE_PAY_ALLOWANCE_SINGLE : OLD_AGE_PAY_ALLOWANCE_COUPLE);
}

/** AAH gives way to what it is claimed before: it counts only of who may have neither ASPA, ASI nor a pension. */
function aahCounted(situation: Situation, adult: Adult): Num {
  const leftOut = any(
    mayHaveAspa(situation, adult),
    mayHaveAsi(situation, adult),
    above(adult.disabilityPension.net(situation.month), 0),
  );
  // Not even looked at where it does not count: AAH looks at the ASI received, in its turn.
  if (leftOut === true) return 0;
  return either(leftOut, 0, adult.received.aah.over(situation.month - 3, situation.month - 1));
}
