import type { MonthIndex } from '../calendar.ts';
import type { Rule, Why } from '../rule.ts';
import { INDEPENDENT_HOURS, INDEPENDENT_SHARE } from '../situation/children.ts';
import type { Child } from '../situation/child.ts';
import type { Adult } from '../situation/person.ts';
import { residesFor, sayResidence } from '../situation/residence.ts';
import { windowBefore, WINDOW_MONTHS } from '../situation/rsa-resources.ts';
import { isIncreased, rsaChildren } from '../situation/rsa-scale.ts';
import type { Situation } from '../situation/situation.ts';
import { at } from '../tariff/dated.ts';
import { SMIC_HOUR } from '../tariff/general.parameters.ts';
import { css } from '../tariff/law.ts';
import { highest, over, plus, rising, total, type Num } from '../unknown/num.ts';
import { above, all, any, atLeast, both, oneOf, some, type Truth } from '../unknown/truth.ts';
import { sayMonths } from './ppa/explanation.ts';
import { activityMonth, residesForActivity, type ActivityMonth } from './ppa/month.ts';
import { PPA_AGE, PPA_BASE, PPA_BONUS, PPA_LEAST, PPA_PERMIT_YEARS, PPA_SLOPE } from './ppa.parameters.ts';

const WORK = css('L842-1');
const AGE = css('L842-2, 1°');
const RESIDENCE = css('L842-2, 2°');
const STUDENTS = css('L842-2, 3°');
const INCREASED = css('L842-7 et D843-1');
const RESOURCES = css('L842-4 et R843-1');
const LEAST = css('L842-3');
const HOME = css('R842-3');

/** *Prime d’activité*: tops up small earnings; the mean of three months that are already declared. */
export const primeActivite: Rule = {
  id: 'prime_activite',
  period: 'month',
  crds: true,
  parameters: [PPA_BASE, PPA_SLOPE, PPA_BONUS, SMIC_HOUR],
  needs: { toOpen: ['couple', 'children', 'adult-births', 'activities'], toCount: [] },

  opens(situation, why) {
    const { adults, month } = situation;
    const grown = sayAge(situation, why);
    const increased = isIncreased(situation, month);
    if (increased !== false) why.criterion('ppa.increase', increased, { fact: 'children', law: INCREASED });
    if (increased === true) return grown;
    sayResidences(situation, why);
    const worker = adults.find((adult) => worksEnough(adult, month) === true);
    for (const adult of worker ? [worker] : adults) sayWork(adult, month, why);
    const works = some(adults, (adult) => worksEnough(adult, month));
    return both(grown, oneOf(increased, both(residesForActivity(situation), works)));
  },

  amount(situation, why) {
    const mean = meanOf(situation, ({ amount }) => amount);
    if (why.asked) sayAmount(situation, mean, why);
    return rising(mean, (cents) => (cents >= PPA_LEAST ? cents : 0));
  },
};

function sayResidences(situation: Situation, why: Why): void {
  const { adults } = situation;
  const told = adults.find((adult) => residesFor(adult, PPA_PERMIT_YEARS) === true);
  for (const adult of told ? [told] : adults) {
    const truth = oneOf(residesFor(adult, PPA_PERMIT_YEARS), residesForActivity(situation));
    const about = { adult, truth, permitYears: PPA_PERMIT_YEARS, law: RESIDENCE, approximate: !told };
    sayResidence(why, { id: 'ppa.residence', ...about });
  }
}

/** Earned something in one of the three months before; a student more than a dependent child may, in each of them. */
function worksEnough(adult: Adult, month: MonthIndex): Truth {
  const { salary, beyondEarnings } = adult;
  const pays = [month - 3, month - 2, month - 1].map((one) => plus(salary.netSocial(one), beyondEarnings));
  const limit = studentLimit(month);
  const always = all(...pays.map((pay) => above(pay, limit)));
  if (adult.statusIn(month) === 'student') return always;
  return any(...pays.map((pay) => above(pay, 0)));
}

const studentLimit = (month: MonthIndex): number =>
  INDEPENDENT_SHARE * INDEPENDENT_HOURS * at(SMIC_HOUR, month);

const monthsOf = (situation: Situation): readonly ActivityMonth[] =>
  windowBefore(situation.month).map((month) => activityMonth(situation, month));

const meanOf = (situation: Situation, of: (month: ActivityMonth) => Num): Num =>
  over(total(monthsOf(situation), of), WINDOW_MONTHS);

function sayAmount(situation: Situation, mean: Num, why: Why): void {
  sayMonths(monthsOf(situation), why);
  for (const child of situation.children) sayWorkingChild(situation, child, why);
  why.criterion('ppa.resources', above(mean, 0), {
    fact: 'incomes',
    value: meanOf(situation, ({ earned, rest }) => plus(earned, rest)),
    law: RESOURCES,
    // The montant net social of the pay slip counts: where only the net pay is known, that is taken for it.
    approximate: true,
  });
  why.compare('ppa.least', mean, atLeast, PPA_LEAST, { fact: 'incomes', law: LEAST });
}

/** Pay of a child counts even where it is too much for the child to be counted in the scale: the law leaves both out. */
function sayWorkingChild(situation: Situation, child: Child, why: Why): void {
  const months = windowBefore(situation.month).filter(
    (month) => !rsaChildren(situation, month).includes(child),
  );
  const pay = total(months, (month) => child.salary.netSocial(month));
  if (highest(pay) <= 0) return;
  why.criterion('ppa.working-child', above(pay, 0), {
    fact: child.salary.path,
    value: over(pay, WINDOW_MONTHS),
    law: HOME,
    who: child.id,
    approximate: true,
  });
}

function sayAge({ adults, month }: Situation, why: Why): Truth {
  const value = Math.max(...adults.map((adult) => adult.age(month)));
  const about = { fact: 'adults.0.birthDate', unit: 'years', law: AGE } as const;
  return why.compare('ppa.minimum-age', value, atLeast, PPA_AGE, about);
}

function sayWork(adult: Adult, month: MonthIndex, why: Why): void {
  const value = over(adult.salary.over('netSocial', month - 3, month - 1), 3);
  const about = { ...adult.about('incomes.salary'), value };
  const truth = worksEnough(adult, month);
  if (adult.statusIn(month) === 'student') {
    why.criterion('ppa.student-earnings', truth, { ...about, threshold: studentLimit(month), law: STUDENTS });
  } else {
    why.criterion('ppa.works', truth, { ...about, threshold: 0, law: WORK });
  }
}
