import type { Rule, Why } from '../rule.ts';
import { oldAgeResources, sayOldAgeResources } from '../situation/old-age-resources.ts';
import { mayHaveAsi, mayHaveAspa, sayAspa } from '../situation/old-age-rights.ts';
import { once, type Situation } from '../situation/situation.ts';
import { at } from '../tariff/dated.ts';
import { LIVRET_A_RATE, SMIC_HOUR } from '../tariff/general.parameters.ts';
import { css } from '../tariff/law.ts';
import { either, minus, over, plus, positive, where, type Num } from '../unknown/num.ts';
import { below, both, oneOf, some, type Truth } from '../unknown/truth.ts';
import { ASPA_AMOUNTS } from './aspa.parameters.ts';

const CEILING = css('L815-9, D815-2');

/** *Allocation de solidarité aux personnes âgées*: brings the resources of one, or of a couple, up to an amount. */
export const aspa: Rule = {
  id: 'aspa',
  period: 'month',
  parameters: [ASPA_AMOUNTS, SMIC_HOUR, LIVRET_A_RATE],
  needs: { toOpen: ['couple', 'adult-births'], toCount: ['activities', 'children'] },

  opens: (situation, why) => some(situation.adults, (adult) => sayAspa(situation, adult, why)),

  amount(situation, why) {
    sayAmount(situation, why);
    return aspaDue(situation);
  },
};

/** Cents a month for the household. Needs `couple`, `adult-births`, `activities` and `children`. */
export const aspaDue = once((situation: Situation): Num => {
  const { applicant, partner } = situation;
  const first = mayHaveAspa(situation, applicant);
  if (!partner) return where(first, () => single(situation));
  const second = mayHaveAspa(situation, partner);
  if (first === false && second === false) return 0;
  return either(
    both(first, second),
    ofTwo(situation),
    either(oneOf(first, second), ofOne(situation, isBesideAsi(situation)), 0),
  );
});

/** Whether the partner of who has ASPA could have ASI. */
const isBesideAsi = (situation: Situation): Truth =>
  some(situation.adults, (adult) => mayHaveAsi(situation, adult));

const single = (situation: Situation): Num =>
  positive(minus(at(ASPA_AMOUNTS, situation.month).single / 12, oldAgeResources(situation)));

const ofTwo = (situation: Situation): Num =>
  positive(minus(at(ASPA_AMOUNTS, situation.month).couple / 12, oldAgeResources(situation)));

/** One of a couple: the amount of one, under the ceiling of two; with a partner who could have ASI half that of two. */
function ofOne(situation: Situation, partnerHasAsi: Truth): Num {
  const { single: amount, couple } = at(ASPA_AMOUNTS, situation.month);
  const resources = oldAgeResources(situation);
  const alone = amount / 12;
  const excess = positive(minus(plus(resources, alone), couple / 12));
  const half = couple / 24;
  const excessWithAsi = positive(minus(plus(resources, half), couple / 12));
  return positive(either(partnerHasAsi, minus(half, over(excessWithAsi, 2)), minus(alone, excess)));
}

function sayAmount(situation: Situation, why: Why): void {
  if (!why.asked) return;
  const { single: one, couple: two } = at(ASPA_AMOUNTS, situation.month);
  const value = oldAgeResources(situation);
  const threshold = (situation.lone ? one : two) / 12;
  // Half of what exceeds the ceiling counts beside a partner who could have ASI: it ends only above it.
  const ends = isBesideAsi(situation) === false ? threshold : threshold * 1.5;
  why.compare('aspa.resources', value, below, ends, {
    fact: 'oldAgeResources',
    law: CEILING,
    approximate: ends !== threshold,
  });
  const due = aspaDue(situation);
  if (due === 0) return;
  why.step('aspa.ceiling', threshold, css('D815-1, D815-2'));
  sayOldAgeResources(situation, why, 'aspa', css('L815-9, R815-22 à R815-29'));
  // One of a couple alone has a right: never more than the amount of one.
  why.step('aspa.at-most', minus(due, minus(threshold, value)), css('L815-9, D815-1'));
}
