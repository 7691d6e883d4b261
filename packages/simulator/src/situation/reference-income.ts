import { januaryOf, yearOf } from '../calendar.ts';
import { at } from '../tariff/dated.ts';
import { PENSION_ALLOWANCE } from '../tariff/general.parameters.ts';
import { either, minus, plus, positive, times, total, type Num } from '../unknown/num.ts';
import { atMost } from '../unknown/truth.ts';
import type { Adult, Person } from './person.ts';
import { OLD_AGE, OLD_AGE_ALLOWANCE } from './reference-income.parameters.ts';
import { monthly, type Situation } from './situation.ts';
import { netIncome, pensionAllowance, pensionsOf } from './taxable-income.ts';

/** A *foyer fiscal*: who declares, and with whose incomes. */
export interface TaxHousehold {
  readonly declarants: readonly Adult[];
  readonly members: readonly Person[];
}

/** One for a married couple and for *pacsés*; two for others, the children with whoever asks (CGI, art. 6). */
export function taxHouseholds({ adults, children, jointTaxation }: Situation): readonly TaxHousehold[] {
  if (jointTaxation) return [{ declarants: adults, members: [...adults, ...children] }];
  return adults.map((adult, index) => ({
    declarants: [adult],
    members: index === 0 ? [adult, ...children] : [adult],
  }));
}

/** *Revenu fiscal de référence* of everybody in the home, cents of a calendar year (CGI, art. 1417, IV). */
export const referenceIncome = (situation: Situation, year: number): Num =>
  ofJanuary(situation, januaryOf(year));

const ofJanuary = monthly((situation: Situation, january): Num =>
  total(taxHouseholds(situation), (household) => incomeOf(household, yearOf(january))),
);

function incomeOf(household: TaxHousehold, year: number): Num {
  const net = netBeforeAge(household, year);
  return positive(minus(net, oldAgeAllowance(household, year, net)));
}

/** Net incomes; of the allowance on pensions a household has no more than its maximum. */
function netBeforeAge({ members }: TaxHousehold, year: number): Num {
  const { max } = at(PENSION_ALLOWANCE, januaryOf(year));
  const allowances = total(members, (person) => pensionAllowance(pensionsOf(person, year), year));
  const net = total(members, (person) => netIncome(person, year));
  return plus(net, positive(minus(allowances, max)));
}

/** For each of those who declare and are old enough (CGI, art. 157 bis). */
function oldAgeAllowance({ declarants }: TaxHousehold, year: number, net: Num): Num {
  const old = declarants.filter((adult) => isOld(adult, year)).length;
  if (old === 0) return 0;
  const { full, until, half, halfUntil } = at(OLD_AGE_ALLOWANCE, januaryOf(year));
  return times(either(atMost(net, until), full, either(atMost(net, halfUntil), half, 0)), old);
}

/** At the year's beginning; the law looks at its end. */
export const isOld = (adult: Adult, year: number): boolean => adult.age(januaryOf(year)) >= OLD_AGE;
