import { januaryOf, monthsOld, type MonthIndex } from '../calendar.ts';
import type { Rule, Why } from '../rule.ts';
import { isFamilyBenefitChild, isIndependent } from '../situation/children.ts';
import { sayChildren as sayCount, sayClaimant, sayResources } from '../situation/family-criteria.ts';
import { adultsResources, resourceYear } from '../situation/family-resources.ts';
import type { Child } from '../situation/child.ts';
import { once, type Situation } from '../situation/situation.ts';
import { isStructureKnown } from '../situation/structure.ts';
import { netIncome } from '../situation/taxable-income.ts';
import { at } from '../tariff/dated.ts';
import { BMAF } from '../tariff/general.parameters.ts';
import { css } from '../tariff/law.ts';
import { either, minus, plus, positive, total, type Num } from '../unknown/num.ts';
import { atLeast } from '../unknown/truth.ts';
import { ARS_CEILING, ARS_LEAST, ARS_MONTHS_AFTER_18, ARS_PER_CHILD, ARS_SHARES } from './ars.parameters.ts';

const AGES = css('L543-1 et R543-2');
const RATES = css('D543-1');
const CEILING = css('L543-1 et R543-5');
const DIFFERENCE = css('L543-2 et R543-6-1');

/** *Allocation de rentrée scolaire*: once a year, in August, for the children who go to school. */
export const ars: Rule = {
  id: 'allocation_rentree_scolaire',
  period: 'year',
  crds: true,
  yearBefore: true,
  parameters: [BMAF, ARS_CEILING],
  needs: { toOpen: ['children'], toCount: ['couple'] },

  opens(situation, why) {
    const some = sayChildren(situation, why);
    if (!some || !isStructureKnown(situation, 'couple')) return some;
    const resources = resourcesOf(situation);
    const end = ceiling(situation) + fullAmount(situation) - ARS_LEAST;
    return sayResources(why, 'ars.income', resources, end, DIFFERENCE);
  },

  amount(situation, why) {
    const resources = resourcesOf(situation);
    const limit = ceiling(situation);
    const full = fullAmount(situation);
    sayResources(why, 'ars.full-amount', resources, limit, CEILING);
    for (const child of situation.children) {
      const cents = amountFor(situation, child);
      if (cents === 0) continue;
      sayClaimant(why, child);
      why.step('ars.child', cents, RATES, { who: child.id });
    }
    const excess = positive(minus(resources, limit));
    why.step('ars.above-ceiling', minus(0, excess), DIFFERENCE);
    const rest = positive(minus(full, excess));
    return either(atLeast(rest, ARS_LEAST), rest, 0);
  },
};

/** One ceiling for the year: the children counted in October. */
function ceiling(situation: Situation): number {
  const october = januaryOf(situation.year) + 9;
  return at(ARS_CEILING, october) * (1 + ARS_PER_CHILD * childrenIn(situation, october).length);
}

/** Of the adults and of the children counted in January. */
const resourcesOf = once((situation: Situation): Num => {
  const january = januaryOf(situation.year);
  const children = total(childrenIn(situation, january), (child) => netIncome(child, resourceYear(january)));
  return plus(adultsResources(situation, january), children);
});

const childrenIn = (situation: Situation, month: MonthIndex): Child[] =>
  situation.children.filter((child) => isFamilyBenefitChild(child, month, child.age(month)));

const fullAmount = once((situation: Situation): number =>
  situation.children.reduce((sum, child) => sum + amountFor(situation, child), 0),
);

function amountFor(situation: Situation, child: Child): number {
  const january = januaryOf(situation.year);
  return isIndependent(child, january + 11) ? 0 : shareFor(child, january + 11) * at(BMAF, january + 9);
}

/** By age on 1 December, as a child of that school year. */
function shareFor(child: Child, december: number): number {
  const pastEighteen = monthsOld(child.birth, december) - 18 * 12;
  if (pastEighteen > ARS_MONTHS_AFTER_18) return 0;
  const age = child.age(december);
  return ARS_SHARES.find(({ from }) => age >= from)?.share ?? 0;
}

/**
 * Whether there is any child of school age; and one criterion for each. The law looks at the ages reached on
 * 31 December, and at 18 on 15 September: who has a birthday between those days and these is counted roughly, and so is
 * who needs not go to school any more and does not.
 */
function sayChildren(situation: Situation, why: Why): boolean {
  const december = januaryOf(situation.year) + 11;
  let some = false;
  if (situation.children.length === 0) {
    return sayCount(why, 'ars.child', 0, 1, AGES) === true;
  }
  for (const child of situation.children) {
    const entitled = amountFor(situation, child) > 0;
    some ||= entitled;
    const age = child.age(december);
    const eighteenInSeptember = monthsOld(child.birth, december) - 18 * 12 === ARS_MONTHS_AFTER_18;
    const leftSchool = age >= 16 && child.school === 'none';
    const rough = age !== child.ageReached(december) || eighteenInSeptember || leftSchool;
    why.criterion('ars.school-age', entitled, {
      ...child.about('birthDate'),
      value: age,
      threshold: age < 6 ? 6 : 18,
      unit: 'years',
      law: AGES,
      approximate: rough,
    });
  }
  return some;
}
