import type { Rule, Why } from '../rule.ts';
import { oldAgeResources, sayOldAgeResources } from '../situation/old-age-resources.ts';
import { mayHaveAsi, mayHaveAspa, sayAsi } from '../situation/old-age-rights.ts';
import type { Adult } from '../situation/person.ts';
import { personal, type Situation } from '../situation/situation.ts';
import { at } from '../tariff/dated.ts';
import { LIVRET_A_RATE, SMIC_HOUR } from '../tariff/general.parameters.ts';
import { css } from '../tariff/law.ts';
import { either, minus, over, positive, total, where, type Num } from '../unknown/num.ts';
import { below, both, not, some, type Truth } from '../unknown/truth.ts';
import { NOBODY_ASKS } from '../why.ts';
import { ASI_CEILINGS } from './asi.parameters.ts';

/** *Allocation supplémentaire d’invalidité*: beside an invalidity pension, for who is too young for ASPA. */
export const asi: Rule = {
  id: 'asi',
  period: 'month',
  parameters: [ASI_CEILINGS, SMIC_HOUR, LIVRET_A_RATE],
  needs: { toOpen: ['couple', 'adult-births'], toCount: ['activities', 'children'] },

  opens: (situation, why) =>
    some(situation.adults, (adult) =>
      both(sayAsi(situation, adult, why), partnerWithoutAspa(situation, adult, why)),
    ),

  amount(situation, why) {
    sayAmount(situation, why);
    return total(situation.adults, (adult) => asiOf(situation, adult));
  },
};

/** Cents a month; 0 for who has no right. Needs `couple`, `adult-births`, `activities` and `children`. */
export const asiOf = personal((situation: Situation, adult: Adult): Num => {
  const right = both(mayHaveAsi(situation, adult), partnerWithoutAspa(situation, adult, NOBODY_ASKS));
  return where(right, () => share(situation, adult));
});

const partnerOf = ({ adults }: Situation, adult: Adult): Adult | undefined =>
  adults.find((one) => one !== adult);

/** Of a couple of whom one may have ASPA, the other has no ASI of its own. */
function partnerWithoutAspa(situation: Situation, adult: Adult, why: Why): Truth {
  const partner = partnerOf(situation, adult);
  if (!partner) return true;
  const free = not(mayHaveAspa(situation, partner));
  if (mayHaveAsi(situation, adult) === false) return free;
  return why.criterion('asi.partner-without-aspa', free, {
    fact: 'aspa',
    law: css('L815-24, D815-19'),
    who: adult.id,
  });
}

const ceiling = (situation: Situation): number => {
  const { single, couple } = at(ASI_CEILINGS, situation.month);
  return (situation.lone ? single : couple) / 12;
};

/** What the resources leave of the ceiling: whole, or half where both have a right. */
function share(situation: Situation, adult: Adult): Num {
  const left = positive(minus(ceiling(situation), oldAgeResources(situation)));
  const partner = partnerOf(situation, adult);
  return partner ? either(mayHaveAsi(situation, partner), over(left, 2), left) : left;
}

function sayAmount(situation: Situation, why: Why): void {
  if (!why.asked) return;
  const threshold = ceiling(situation);
  why.compare('asi.resources', oldAgeResources(situation), below, threshold, {
    fact: 'oldAgeResources',
    law: css('L815-24-1, D815-19'),
    // Of a couple of whom one alone has a right, up to the ceiling of two.
    approximate: !situation.lone,
  });
  const due = total(situation.adults, (adult) => asiOf(situation, adult));
  if (due === 0) return;
  why.step('asi.ceiling', threshold, css('D815-19'));
  sayOldAgeResources(situation, why, 'asi', css('L815-24, R815-78'));
}
