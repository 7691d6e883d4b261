import type { Why } from '../rule.ts';
import { Adult, type Person } from '../situation/person.ts';
import { personal, type Situation } from '../situation/situation.ts';
import { at } from '../tariff/dated.ts';
import { css } from '../tariff/law.ts';
import { where, type Num } from '../unknown/num.ts';
import { above, all, atLeast, atMost, oneOf, type Truth } from '../unknown/truth.ts';
import { NOBODY_ASKS } from '../why.ts';
import { aahOf } from './aah/allowance.ts';
import { AAH_RATE_FULL, MVA } from './aah.parameters.ts';
import { asiOf } from './asi.ts';
import { housingAidDue } from './housing-aid.ts';

const LAW = css('L821-1-2, D821-3');

/**
 * *Majoration pour la vie autonome*, cents a month: beside the AAH or the ASI, for who has a rate of 80 %, no pay, and a
 * home of one's own with a housing aid. Any AAH will do here: the law asks for a full one, or one beside a pension. Grown
 * children who live with their parents have no home of their own.
 */
export const mvaOf = personal((situation: Situation, person: Person): Num =>
  where(entitled(situation, person, NOBODY_ASKS), () => at(MVA, situation.month)),
);

export function sayMva(situation: Situation, person: Person, why: Why): void {
  if (!why.asked) return;
  entitled(situation, person, why);
  const amount = mvaOf(situation, person);
  if (amount !== 0) why.step('mva.amount', amount, LAW, { who: person.id });
}

function entitled(situation: Situation, person: Person, why: Why): Truth {
  if (!(person instanceof Adult) || atLeast(person.incapacityRate, AAH_RATE_FULL) === false) return false;
  const { month } = situation;
  const about = { law: LAW, who: person.id } as const;
  const beside = oneOf(above(aahOf(situation, person), 0), above(asiOf(situation, person), 0));
  const pay = person.salary.over('netTaxable', month - 12, month - 1);
  return all(
    atLeast(person.incapacityRate, AAH_RATE_FULL),
    why.criterion('mva.aah-or-asi', beside, { ...about, fact: 'aah', approximate: true }),
    why.compare('mva.no-pay', pay, atMost, 0, { ...about, fact: person.salary.path }),
    why.compare('mva.housing-aid', housingAidDue(situation), above, 0, { ...about, fact: 'aides_logement' }),
  );
}
