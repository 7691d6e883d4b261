import type { Rule, Why } from '../rule.ts';
import { Adult, type Person } from '../situation/person.ts';
import type { Situation } from '../situation/situation.ts';
import { at } from '../tariff/dated.ts';
import { LIVRET_A_RATE, SMIC_HOUR } from '../tariff/general.parameters.ts';
import { css } from '../tariff/law.ts';
import { highest, minus, positive, total } from '../unknown/num.ts';
import { below, some } from '../unknown/truth.ts';
import { NOBODY_ASKS } from '../why.ts';
import { aahOf, ceiling, differential, entitled, lessPension, pensionsBeside } from './aah/allowance.ts';
import { aahResources, worksForPay } from './aah/resources.ts';
import { AAH_AGE_LIMIT, AAH_FULL, AAH_RATE_RESTRICTED, MVA } from './aah.parameters.ts';
import { mvaOf, sayMva } from './mva.ts';

const CEILING = css('L821-3, D821-2');
const PENSION = css('L821-1');

/** *Allocation aux adultes handicapés*: of each of the household who has a right to it, grown children included. */
export const aah: Rule = {
  id: 'aah',
  period: 'month',
  yearBefore: true,
  parameters: [AAH_FULL, AAH_AGE_LIMIT, MVA, SMIC_HOUR, LIVRET_A_RATE],
  needs: { toOpen: ['couple', 'adult-births', 'children'], toCount: [] },

  opens: (situation, why) => some(candidates(situation), (person) => entitled(situation, person, why)),

  amount: (situation, why) =>
    total(candidates(situation), (person) => {
      sayAmount(situation, person, why);
      return aahOf(situation, person);
    }),

  supplement: (situation, why) =>
    total(candidates(situation), (person) => {
      sayMva(situation, person, why);
      return mvaOf(situation, person);
    }),
};

/** The adults, and children of whom something is to be told. */
const candidates = ({ everyone }: Situation): readonly Person[] =>
  everyone.filter(
    (person) => person instanceof Adult || highest(person.incapacityRate) >= AAH_RATE_RESTRICTED,
  );

function sayAmount(situation: Situation, person: Person, why: Why): void {
  const right = entitled(situation, person, NOBODY_ASKS);
  if (!why.asked || right === false) return;
  const { month } = situation;
  const who = person.id;
  const full = at(AAH_FULL, month);
  const threshold = 12 * ceiling(situation);
  // In the first six months of a job its pay does not count (CSS, art. D821-9, 1°): since when is not asked.
  const approximate = worksForPay(person, month) !== false;
  why.compare(
    approximate ? 'aah.ceiling-with-pay' : 'aah.ceiling',
    aahResources(situation, person),
    below,
    threshold,
    { fact: 'aahResources', law: CEILING, who, approximate },
  );
  const pensions = pensionsBeside(situation, person);
  if (pensions !== 0)
    why.compare('aah.pension', pensions, below, full, { fact: 'pensions', law: PENSION, who });
  const afterResources = positive(differential(situation, person));
  const afterPension = positive(lessPension(situation, person));
  why.step('aah.full', full, css('L821-3-1'), { who });
  why.step('aah.resources', minus(afterResources, full), css('R821-4, R821-4-1, D821-9'), { who });
  const asi = person instanceof Adult && person.received.asi.in(month - 1) !== 0;
  const counts = asi ? { counts: 'asi' as const } : {};
  why.step('aah.pension', minus(afterPension, afterResources), PENSION, { who, ...counts });
}
