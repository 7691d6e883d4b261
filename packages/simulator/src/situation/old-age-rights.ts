import type { Why } from '../rule.ts';
import {
  OLD_AGE_FULL,
  OLD_AGE_INCAPACITY,
  OLD_AGE_PERMIT_YEARS,
  OLD_AGE_UNFIT,
} from '../national/aspa.parameters.ts';
import { EARLIEST_PENSION_AGE } from '../tariff/general.parameters.ts';
import { css, type LegalText } from '../tariff/law.ts';
import { above, all, any, atLeast, both, not, oneOf, type Truth } from '../unknown/truth.ts';
import { NOBODY_ASKS } from '../why.ts';
import type { Adult } from './person.ts';
import { residesFor, sayResidence } from './residence.ts';
import { personal, type Situation } from './situation.ts';

/*
 * Who may have ASPA and who may have ASI, before any resources: each of the two looks at the other (a couple of whom one
 * has ASPA has no ASI), and the resources of both leave out the AAH of who may have one of them.
 */

export const mayHaveAspa = personal((situation: Situation, adult: Adult): Truth =>
  sayAspa(situation, adult, NOBODY_ASKS),
);

export const mayHaveAsi = personal((situation: Situation, adult: Adult): Truth =>
  sayAsi(situation, adult, NOBODY_ASKS),
);

/** Old enough, or nearly and unfit for work, and French, European or here for long. */
export function sayAspa(situation: Situation, adult: Adult, why: Why): Truth {
  const { month } = situation;
  const age = adult.age(month);
  const born = { ...adult.about('birthDate'), unit: 'years' } as const;
  const old = why.compare('aspa.age', age, atLeast, OLD_AGE_FULL, {
    ...born,
    law: css('L815-1, R815-1'),
  });
  if (old === true) return mayStay(adult, why, 'aspa.residence-permit', css('L815-1, L816-1'));
  const nearly = why.compare('aspa.age-unfit', age, atLeast, OLD_AGE_UNFIT, {
    ...born,
    law: css('L815-1, L351-8, R815-1'),
    approximate: age >= EARLIEST_PENSION_AGE,
  });
  if (nearly === false) return false;
  const disabled = oneOf(
    why.criterion('aspa.unfit-for-work', adult.unfitForWork, {
      ...adult.about('disability.unfitForWork'),
      law: css('L351-7, L815-1'),
    }),
    why.compare('aspa.incapacity', adult.incapacityRate, above, OLD_AGE_INCAPACITY, {
      ...adult.about('disability.incapacityRate'),
      unit: 'percent',
      law: css('L815-1, R815-1'),
      approximate: true,
    }),
  );
  return both(disabled, mayStay(adult, why, 'aspa.residence-permit', css('L815-1, L816-1')));
}

/** An invalidity pension, or an early old-age pension for disability, and too young for ASPA. */
export function sayAsi(situation: Situation, adult: Adult, why: Why): Truth {
  const { month } = situation;
  const { id: who, disabilityPension, pension } = adult;
  const law = css('L815-24');
  const invalid = why.compare('asi.disability-pension', disabilityPension.net(month), above, 0, {
    fact: disabilityPension.path,
    law,
    who,
  });
  const retired = both(adult.recognised, above(pension.net(month - 1), 0));
  const early =
    invalid === true ||
    why.criterion('asi.disabled-with-pension', retired, { ...adult.about('disability.recognised'), law });
  const either = any(invalid, early);
  if (either === false) return false;
  const tooYoung = not(mayHaveAspa(situation, adult));
  return all(
    either,
    why.criterion('asi.not-aspa', tooYoung, { fact: 'aspa', law, who }),
    mayStay(adult, why, 'asi.residence-permit', css('L815-24, L816-1')),
  );
}

/** French, European, or ten years of a permit that allows to work (CSS, art. L816-1). */
function mayStay(adult: Adult, why: Why, id: string, law: LegalText): Truth {
  const truth = residesFor(adult, OLD_AGE_PERMIT_YEARS);
  sayResidence(why, { id, adult, truth, permitYears: OLD_AGE_PERMIT_YEARS, law });
  return truth;
}
