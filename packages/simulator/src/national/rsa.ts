import type { Rule, Why } from '../rule.ts';
import { housingFlat } from '../situation/housing-flat.ts';
import type { Adult } from '../situation/person.ts';
import { residesForRsa, sayResidence } from '../situation/residence.ts';
import { rsaPersonResources } from '../situation/rsa-resources.ts';
import { isIncreased, plainScale, rsaChildren, rsaScale } from '../situation/rsa-scale.ts';
import { once, type Situation } from '../situation/situation.ts';
import { at } from '../tariff/dated.ts';
import { LIVRET_A_RATE } from '../tariff/general.parameters.ts';
import { casf } from '../tariff/law.ts';
import { minus, plus, positive, rising, total, where, type Num } from '../unknown/num.ts';
import { above, atLeast, both, isUnknown, oneOf, some, type Truth } from '../unknown/truth.ts';
import { housingAidDue } from './housing-aid.ts';
import { RSA_AGE, RSA_BASE, RSA_LEAST, RSA_PERMIT_YEARS, RSA_YOUNG_AGE } from './rsa.parameters.ts';
import { familyBenefitsCounted, minimumIncomesCounted } from './rsa-benefits.ts';

const AGE = casf('L262-4, 1°');
const YOUNG_WORKERS = casf('L262-7-1 et D262-25-1');
const STUDENTS = casf('L262-4, 3°');
const RESIDENCE = casf('L262-4, 2°');
const EUROPEANS = casf('L262-6');
const INCREASED = casf('L262-9, R262-1 et R262-2');
const SCALE = casf('L262-2 et R262-1');
const RESOURCES = casf('L262-3, R262-6 et R262-7');
const HOUSING = casf('R262-9 et R262-10');
const LEAST = casf('R262-39');

/** *Revenu de solidarité active*: what is missing to a scale by the size of the home. */
export const rsa: Rule = {
  id: 'rsa',
  period: 'month',
  parameters: [RSA_BASE, LIVRET_A_RATE],
  needs: { toOpen: ['couple', 'children', 'adult-births', 'activities'], toCount: [] },

  opens(situation, why) {
    sayIncrease(situation, why);
    if (isIncreased(situation, situation.month) === true) return true;
    for (const adult of toldOf(situation, resides)) {
      const law = adult.nationality === 'eea' ? EUROPEANS : RESIDENCE;
      const permitYears = RSA_PERMIT_YEARS;
      sayResidence(why, { id: 'rsa.residence', adult, truth: resides(adult), permitYears, law });
    }
    const personally = (adult: Adult) => meetsPersonally(situation, adult);
    for (const adult of toldOf(situation, personally)) sayAge(situation, adult, why);
    return isOpen(situation);
  },

  amount(situation, why) {
    const rest = beforeLeast(situation);
    if (why.asked) sayAmount(situation, rest, why);
    return payable(rest);
  },
};

/** What is paid, cents a month; 0 where there is no right. */
export const rsaDue = once((situation: Situation): Num =>
  where(isOpen(situation), () => payable(beforeLeast(situation))),
);

/** Nothing is paid below the least amount. */
const payable = (rest: Num): Num => rising(rest, (cents) => (cents >= RSA_LEAST ? cents : 0));

/** Lone parents with the increase need neither age nor years of residence, and may be students (CASF, art. L262-4). */
const isOpen = (situation: Situation): Truth =>
  oneOf(
    isIncreased(situation, situation.month),
    both(
      some(situation.adults, resides),
      some(situation.adults, (adult) => meetsPersonally(situation, adult)),
    ),
  );

const resides = (adult: Adult): Truth => residesForRsa(adult, RSA_PERMIT_YEARS);

const beforeLeast = once((situation: Situation): Num => {
  const { month, adults } = situation;
  const of = ({ cents }: { cents: Num }) => cents;
  const benefits = plus(
    total(familyBenefitsCounted(situation), of),
    total(minimumIncomesCounted(situation), of),
  );
  const own = plus(
    total(adults, (adult) => rsaPersonResources(adult, month)),
    total(rsaChildren(situation, month), (child) => rsaPersonResources(child, month)),
  );
  return minus(minus(minus(rsaScale(situation), flat(situation)), benefits), own);
});

const flat = (situation: Situation): Num => {
  const base = at(RSA_BASE, situation.month);
  return housingFlat(situation, situation.month, base, () => housingAidDue(situation));
};

/** No student, and 25 years old, or with a child, or after two years of work. */
function meetsPersonally(situation: Situation, adult: Adult): Truth {
  if (adult.statusIn(situation.month) === 'student') return false;
  const child = rsaChildren(situation, situation.month).length > 0;
  if (adult.age(situation.month) >= RSA_AGE || child) return true;
  return both(adult.age(situation.month) >= RSA_YOUNG_AGE, adult.workedTwoOfLastThreeYears);
}

/** One adult who meets it is enough: then it is told of that one, and otherwise of all. */
function toldOf(situation: Situation, meets: (adult: Adult) => Truth): readonly Adult[] {
  const one = situation.adults.find((adult) => meets(adult) === true);
  return one ? [one] : situation.adults;
}

function sayAmount(situation: Situation, rest: Num, why: Why): void {
  sayScale(situation, why);
  why.step('rsa.housing-flat', minus(0, flat(situation)), HOUSING, { counts: 'aides_logement' });
  for (const { benefit, cents } of familyBenefitsCounted(situation)) {
    why.step('rsa.family-benefit', minus(0, cents), RESOURCES, { counts: benefit });
  }
  for (const { benefit, cents } of minimumIncomesCounted(situation)) {
    why.step('rsa.minimum-income', minus(0, cents), RESOURCES, { counts: benefit });
  }
  for (const person of [...situation.adults, ...rsaChildren(situation, situation.month)]) {
    const own = rsaPersonResources(person, situation.month);
    why.step('rsa.own-resources', minus(0, own), RESOURCES, { who: person.id });
  }
  why.criterion('rsa.resources', above(rest, 0), {
    fact: 'incomes',
    value: minus(rsaScale(situation), rest),
    threshold: rsaScale(situation),
    law: RESOURCES,
    // Whoever claims for the first time is given the mean of two months where that is lower (since 2025-03).
    approximate: true,
  });
  why.compare('rsa.least', positive(rest), atLeast, RSA_LEAST, { fact: 'incomes', law: LEAST });
}

function sayAge(situation: Situation, adult: Adult, why: Why): void {
  const { month } = situation;
  const student = adult.statusIn(month) === 'student';
  why.criterion('rsa.not-student', !student, { ...adult.about('activity'), law: STUDENTS });
  const age = adult.age(month);
  const children = rsaChildren(situation, month).length;
  if (age < RSA_AGE && children > 0) {
    const about = { fact: 'children', unit: 'count', law: AGE, who: adult.id } as const;
    why.compare('rsa.young-parent', children, atLeast, 1, about);
    return;
  }
  const young = both(age >= RSA_YOUNG_AGE, adult.workedTwoOfLastThreeYears);
  if (age >= RSA_AGE || young === false) {
    // A couple that expects its first child is old enough as well: the rule here waits for the birth.
    const approximate = typeof situation.expectedBirth === 'object';
    const about = { ...adult.about('birthDate'), unit: 'years', law: AGE, approximate } as const;
    why.compare('rsa.minimum-age', age, atLeast, RSA_AGE, about);
  }
  if (age >= RSA_AGE) return;
  const worked = { ...adult.about('workedTwoOfLastThreeYears'), law: YOUNG_WORKERS };
  why.criterion('rsa.young-worker', young, worked);
}

/** Told to lone parents, and to whoever may become one. */
function sayIncrease(situation: Situation, why: Why): void {
  const increased = isIncreased(situation, situation.month);
  const children = rsaChildren(situation, situation.month).length;
  if (!situation.lone || (children === 0 && increased === false)) return;
  const fact = isUnknown(increased) ? (increased.because[0] ?? 'children') : 'children';
  why.criterion('rsa.increase', increased, { fact, value: children, unit: 'count', law: INCREASED });
}

function sayScale(situation: Situation, why: Why): void {
  const { month } = situation;
  const base = at(RSA_BASE, month);
  const plain = why.step('rsa.scale', plainScale(situation, month) * base, SCALE);
  if (isIncreased(situation, month) === false) return;
  why.step('rsa.increase', minus(rsaScale(situation), plain), INCREASED);
}
