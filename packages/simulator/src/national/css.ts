import { januaryOf } from '../calendar.ts';
import type { Rule, Why } from '../rule.ts';
import type { Situation } from '../situation/situation.ts';
import { at } from '../tariff/dated.ts';
import { LIVRET_A_RATE } from '../tariff/general.parameters.ts';
import { css } from '../tariff/law.ts';
import { either, times, total } from '../unknown/num.ts';
import { above, atMost, both, every, not, oneOf, type Truth } from '../unknown/truth.ts';
import { NOBODY_ASKS } from '../why.ts';
import { cssCeiling, cssChildren, cssMembers } from './css/household.ts';
import { benefitsCounted, cssResources, housingCounted, ownResources } from './css/resources.ts';
import {
  CSS_AGE,
  CSS_CEILING,
  CSS_CONTRIBUTIONS,
  CSS_LOCAL_SCHEME,
  CSS_WITH_CONTRIBUTION,
} from './css.parameters.ts';
import { RSA_BASE } from './rsa.parameters.ts';
import { rsaDue } from './rsa.ts';

const CONTRIBUTION = CSS_CONTRIBUTIONS.law;
const RESOURCES = css('L861-2, R861-4 à R861-10');

/**
 * *Complémentaire santé solidaire*: a right without an amount. It is free up to a ceiling and with RSA; a little above
 * it has a price for each member, by age.
 */
export const complementaryHealth: Rule = {
  id: 'complementaire_sante_solidaire',
  period: 'month',
  parameters: [CSS_CEILING, CSS_CONTRIBUTIONS, RSA_BASE, LIVRET_A_RATE],
  needs: { toOpen: ['couple', 'children', 'adult-births', 'activities'], toCount: [] },

  opens(situation, why) {
    sayResources(situation, why);
    return oneOf(
      isFree(situation, why),
      both(standsAlone(situation, why), underHigherCeiling(situation, why)),
    );
  },

  amount: () => null,

  contribution(situation, why) {
    const free = isFree(situation, NOBODY_ASKS);
    if (free === true) return 0;
    const { month } = situation;
    sayLocalScheme(situation, why);
    const price = total(cssMembers(situation), (member) => {
      const age = member.age(month);
      const cents = contributionAt(situation, age);
      // The law takes the age on 1 January of the year in which the right begins.
      if (contributionAt(situation, member.age(januaryOf(situation.year))) !== cents) {
        why.criterion('css.contribution-age', true, {
          ...member.about('birthDate'),
          value: age,
          unit: 'years',
          law: CONTRIBUTION,
          approximate: true,
        });
      }
      return why.step('css.contribution', cents, CONTRIBUTION, { who: member.id });
    });
    return either(free, 0, price);
  },
};

function isFree(situation: Situation, why: Why): Truth {
  const under = why.compare('css.free-ceiling', cssResources(situation), atMost, cssCeiling(situation), {
    fact: 'cssResources',
    law: css('L861-1, 1°, D861-1'),
    approximate: true,
  });
  const due = rsaDue(situation);
  const rsa = why.criterion('css.rsa', above(due, 0), {
    fact: 'rsa',
    value: due,
    law: css('L861-2'),
  });
  return oneOf(both(under, standsAlone(situation, NOBODY_ASKS)), rsa);
}

function underHigherCeiling(situation: Situation, why: Why): Truth {
  const ceiling = times(cssCeiling(situation), CSS_WITH_CONTRIBUTION);
  return why.compare('css.contribution-ceiling', cssResources(situation), atMost, ceiling, {
    fact: 'cssResources',
    law: css('L861-1, 2°, D861-1'),
    approximate: true,
  });
}

/** Whoever is under 25, alone and kept by parents belongs to their *foyer*, and claims with them. */
function standsAlone(situation: Situation, why: Why): Truth {
  const { month, adults } = situation;
  if (cssChildren(situation).length > 0) return true;
  const eldest = Math.max(...adults.map((adult) => adult.age(month)));
  if (eldest >= CSS_AGE) return true;
  const kept = every(adults, (adult) => not(above(adult.alimony.over('netPaid', month - 12, month - 1), 0)));
  return why.criterion('css.own-household', kept, {
    fact: 'adults.0.incomes.alimony',
    value: eldest,
    threshold: CSS_AGE,
    unit: 'years',
    law: css('R861-2'),
    approximate: true,
  });
}

/** In Alsace and Moselle less is paid than told here. */
function sayLocalScheme({ dwelling }: Situation, why: Why): void {
  if (dwelling.commune === undefined || !CSS_LOCAL_SCHEME.test(dwelling.commune)) return;
  const about = { fact: 'housing.commune', law: CONTRIBUTION, approximate: true } as const;
  why.criterion('css.local-scheme', true, about);
}

function contributionAt(situation: Situation, age: number): number {
  return at(CSS_CONTRIBUTIONS, situation.month).find((step) => age >= step.age)?.cents ?? 0;
}

function sayResources(situation: Situation, why: Why): void {
  if (!why.asked) return;
  for (const member of cssMembers(situation)) {
    why.step('css.own-resources', ownResources(situation, member), RESOURCES, { who: member.id });
  }
  for (const { benefit, cents } of benefitsCounted(situation)) {
    why.step('css.benefit', cents, RESOURCES, { counts: benefit });
  }
  why.step('css.housing', housingCounted(situation), css('R861-5 à R861-7'));
}
