import { yearOf } from '../calendar.ts';
import type { Rule, Structure, Why } from '../rule.ts';
import { isOld, referenceIncome } from '../situation/reference-income.ts';
import { OLD_AGE, OLD_AGE_ALLOWANCE } from '../situation/reference-income.parameters.ts';
import { once, type Situation } from '../situation/situation.ts';
import { missingStructure } from '../situation/structure.ts';
import { at } from '../tariff/dated.ts';
import { PENSION_ALLOWANCE, WAGE_ALLOWANCE } from '../tariff/general.parameters.ts';
import { cgi, energy } from '../tariff/law.ts';
import {
  count,
  either,
  least,
  minus,
  over,
  plus,
  positive,
  rounded,
  times,
  type Num,
} from '../unknown/num.ts';
import { atLeast, atMost, below, both, unknown, type Truth } from '../unknown/truth.ts';
import {
  ENERGY_CHEQUE,
  UNIT_FIRST,
  UNIT_FURTHER,
  UNIT_SECOND,
  type EnergyChequeAmounts,
} from './energy-cheque.parameters.ts';

const ARTICLES = energy('L124-1 et R124-1');
const RATES = energy('R124-2');

const NEEDED: readonly Structure[] = ['couple', 'children', 'adult-births'];

/** *Chèque énergie*: once a year, by the income of two years before and the size of the household. */
export const energyCheque: Rule = {
  id: 'cheque_energie',
  period: 'year',
  parameters: [ENERGY_CHEQUE, WAGE_ALLOWANCE, PENSION_ALLOWANCE, OLD_AGE_ALLOWANCE],
  yearBefore: true,
  overseas: true,
  needs: { toOpen: [], toCount: NEEDED },

  opens(situation, why) {
    const { occupancy } = situation.dwelling;
    const paysItself: Truth =
      occupancy === undefined ? unknown('housing.occupancy') : occupancy !== 'hosted-free';
    const home = { fact: 'housing.occupancy', value: occupancy, law: ARTICLES } as const;
    const own = why.criterion('energy-cheque.own-home', paysItself, home);
    if (own === false || missingStructure(situation, NEEDED).length > 0) return own;
    sayHousehold(situation, why);
    const highest = at(ENERGY_CHEQUE, situation.month).at(-1)?.below ?? 0;
    const about = { fact: 'referenceIncome', law: ARTICLES };
    const income = why.compare(
      'energy-cheque.income',
      incomeOf(situation),
      below,
      ceiling(situation, highest),
      about,
    );
    return both(own, income);
  },

  amount(situation, why) {
    let cents: Num = 0;
    for (const { below: limit, amounts } of at(ENERGY_CHEQUE, situation.month).toReversed()) {
      cents = either(isBelow(situation, limit), bySize(situation, amounts), cents);
    }
    return why.step('energy-cheque.amount', cents, RATES);
  },
};

const incomeOf = (situation: Situation): Num => referenceIncome(situation, incomeYear(situation));

const incomeYear = ({ month }: Situation): number => yearOf(month) - 2;

/** The limit for one unit, for all of them: incomes are compared without dividing. */
const ceiling = (situation: Situation, limit: number): Num => rounded(times(units(situation), limit));

const isBelow = (situation: Situation, limit: number): Truth =>
  below(incomeOf(situation), ceiling(situation, limit));

function bySize(situation: Situation, { upToOne, belowTwo, fromTwo }: EnergyChequeAmounts): Num {
  const size = units(situation);
  return either(atMost(size, 1), upToOne, either(atLeast(size, 2), fromTwo, belowTwo));
}

/** A child who lives with both parents in turn is half a person (Code de l’énergie, art. R124-1). */
function persons({ adults, children, month }: Situation): Num {
  const born = children.filter((child) => child.ageReached(month) >= 0);
  return minus(
    adults.length + born.length,
    over(
      count(born, (child) => child.sharedCustody),
      2,
    ),
  );
}

const units = once((situation: Situation): Num => {
  const all = persons(situation);
  const second = least(minus(all, 1), 1);
  const further = positive(minus(all, 2));
  return plus(plus(UNIT_FIRST, times(second, UNIT_SECOND)), times(further, UNIT_FURTHER));
});

/** What of the household the law looks at otherwise than the rules here do. */
function sayHousehold(situation: Situation, why: Why): void {
  const { adults, couple, jointTaxation } = situation;
  const year = incomeYear(situation);
  for (const adult of adults) {
    if (!isOld(adult, year)) continue;
    // The law looks at the end of the year, and grants it to severely disabled people too.
    why.criterion('energy-cheque.old-age', true, {
      ...adult.about('birthDate'),
      value: adult.age(year * 12),
      threshold: OLD_AGE,
      unit: 'years',
      law: cgi('157 bis'),
      approximate: true,
    });
  }
  if (couple !== true) return;
  // The law now looks at the tax household of whoever has the electricity contract; the rules here, at the whole home.
  const together = { fact: 'couple', law: ARTICLES, approximate: true } as const;
  why.criterion('energy-cheque.joint-taxation', jointTaxation, together);
}
