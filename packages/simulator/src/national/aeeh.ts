import type { MonthIndex } from '../calendar.ts';
import type { Rule, Why } from '../rule.ts';
import { isUnder } from '../situation/children.ts';
import type { Child } from '../situation/child.ts';
import { sayClaimant } from '../situation/family-criteria.ts';
import type { Situation } from '../situation/situation.ts';
import { at } from '../tariff/dated.ts';
import { BMAF } from '../tariff/general.parameters.ts';
import { css } from '../tariff/law.ts';
import { either, lowest, highest, plus, rising, type Num } from '../unknown/num.ts';
import { atLeast, both, oneOf, type Truth } from '../unknown/truth.ts';
import {
  AEEH_COMPLEMENT_6,
  AEEH_COMPLEMENTS,
  AEEH_LONE_PARENT,
  AEEH_RATE_ALWAYS,
  AEEH_RATE_WITH_CARE,
  AEEH_SHARE,
} from './aeeh.parameters.ts';

const ARTICLES = css('L541-1 et R541-1');
const AGE = css('L512-3, L541-1 et R512-2');
const AMOUNT = css('L541-1 et D541-1');
const COMPLEMENT = css('L541-1, R541-2 et D541-2');
/** Below this category there is no supplement for a lone parent. */
const LONE_PARENT_FROM = 2;
const LONE_PARENT = css('L541-4, D541-3 et D541-4');

/** *Allocation d’éducation de l’enfant handicapé*: until 20, whatever the income. */
export const aeeh: Rule = {
  id: 'aeeh',
  period: 'month',
  parameters: [BMAF],
  rareParameters: ({ children, month }) => (children.some(mayBeOfSix(month)) ? [AEEH_COMPLEMENT_6] : []),
  needs: { toOpen: ['children'], toCount: ['couple'] },

  opens(situation, why) {
    const { month, children } = situation;
    let right: Truth = false;
    if (children.every(({ recognised }) => recognised === false)) {
      return why.criterion('aeeh.disabled-child', false, { fact: 'children', law: ARTICLES });
    }
    for (const child of children) right = oneOf(right, opensFor(child, month, why));
    return right;
  },

  amount(situation, why) {
    let sum: Num = 0;
    for (const child of situation.children) sum = plus(sum, amountFor(situation, child, why));
    return sum;
  },
};

/** The complement of the sixth category is an amount of its own, no share of the BMAF. */
const mayBeOfSix = (month: MonthIndex) => (child: Child) =>
  hasAeeh(child, month) !== false && AEEH_COMPLEMENTS[highest(child.aeehComplement)] === undefined;

/** Has the AEEH, whatever it comes to. */
export const hasAeeh = (child: Child, month: MonthIndex): Truth =>
  both(isUnder(child, 20, month), both(child.recognised, atLeast(child.incapacityRate, AEEH_RATE_WITH_CARE)));

function opensFor(child: Child, month: MonthIndex, why: Why): Truth {
  // Of a child without a disability nothing is said: the list of reasons is long enough.
  if (child.recognised === false) return false;
  why.criterion('aeeh.under-20', isUnder(child, 20, month), {
    ...child.about('birthDate'),
    value: child.ageReached(month),
    threshold: 20,
    unit: 'years',
    law: AGE,
  });
  why.criterion('aeeh.recognised', child.recognised, {
    ...child.about('disability.recognised'),
    law: ARTICLES,
  });
  const rate = child.incapacityRate;
  why.compare('aeeh.incapacity-rate', rate, atLeast, AEEH_RATE_WITH_CARE, {
    ...child.about('disability.incapacityRate'),
    unit: 'percent',
    law: ARTICLES,
    // Between both rates the law asks besides for special schooling or care, which is not asked here.
    approximate: lowest(rate) < AEEH_RATE_ALWAYS && highest(rate) >= AEEH_RATE_WITH_CARE,
  });
  return hasAeeh(child, month);
}

function amountFor(situation: Situation, child: Child, why: Why): Num {
  const { month, lone } = situation;
  const right = hasAeeh(child, month);
  if (right === false) return 0;
  sayClaimant(why, child);
  const who = { who: child.id };
  const { aeehComplement: category } = child;
  const base = either(right, at(BMAF, month) * AEEH_SHARE, 0);
  const byCategory = (of: (category: number, month: MonthIndex) => number): Num =>
    either(
      right,
      rising(category, (n) => of(n, month)),
      0,
    );
  const complement = byCategory(complementOf);
  const extra = lone ? byCategory(loneParentOf) : 0;
  why.step('aeeh.base', base, AMOUNT, who);
  if (highest(complement) > 0) why.step('aeeh.complement', complement, COMPLEMENT, who);
  if (highest(category) >= LONE_PARENT_FROM) {
    // Due where a third person is needed, not where the category comes of expenses alone: that is not asked.
    const about = { fact: 'couple', law: LONE_PARENT, who: child.id, approximate: true } as const;
    why.criterion('aeeh.lone-parent', lone, about);
    if (lone) why.step('aeeh.lone-parent', extra, LONE_PARENT, who);
  }
  return plus(plus(base, complement), extra);
}

const complementOf = (category: number, month: MonthIndex): number => {
  const share = AEEH_COMPLEMENTS[category];
  return share === undefined ? at(AEEH_COMPLEMENT_6, month) : share * at(BMAF, month);
};

const loneParentOf = (category: number, month: MonthIndex): number =>
  (AEEH_LONE_PARENT[category] ?? 0) * at(BMAF, month);
