import { monthName } from '../calendar.ts';
import type { Rule } from '../rule.ts';
import { sayCeilingSupplement } from '../situation/family-ceiling.ts';
import { sayResources } from '../situation/family-criteria.ts';
import { familyResources } from '../situation/family-resources.ts';
import type { Situation } from '../situation/situation.ts';
import { isStructureKnown } from '../situation/structure.ts';
import { at } from '../tariff/dated.ts';
import { BMAF } from '../tariff/general.parameters.ts';
import { css } from '../tariff/law.ts';
import { PAJE_CEILING } from './paje-base.parameters.ts';
import { pajeCeiling } from './paje-base.ts';
import { PAJE_BIRTH_MONTHS_BEFORE, PAJE_BIRTH_SHARE } from './paje-birth.parameters.ts';

const ARTICLES = css('L531-2 et R531-1');
const RATES = css('D531-2');

/** *Prime à la naissance*: once, before the birth. The only benefit that the unborn open. */
export const pajeBirth: Rule = {
  id: 'paje_naissance',
  period: 'once',
  crds: true,
  yearBefore: true,
  parameters: [BMAF, PAJE_CEILING],
  needs: { toOpen: ['expected-birth'], toCount: ['children', 'couple'] },

  opens(situation, why) {
    const { month } = situation;
    const expected = expectedBirth(situation);
    const about = { fact: 'expectedBirth', law: ARTICLES } as const;
    if (why.criterion('paje-birth.expected', expected !== undefined, about) === false || !expected)
      return false;
    const value = expected.month;
    const threshold = monthName(month + PAJE_BIRTH_MONTHS_BEFORE);
    const seventh = why.criterion('paje-birth.seventh-month', value === threshold, {
      ...about,
      value,
      threshold,
    });
    const counted = isStructureKnown(situation, 'children') && isStructureKnown(situation, 'couple');
    if (seventh === false || !counted) return seventh;
    sayCeilingSupplement(situation, why);
    const resources = familyResources(situation, month);
    const ceiling = pajeCeiling(situation, month, PAJE_CEILING, expected.count);
    return sayResources(why, 'paje-birth.income', resources, ceiling, ARTICLES);
  },

  amount(situation, why) {
    const each = Math.round(at(BMAF, situation.month) * PAJE_BIRTH_SHARE);
    return why.step('paje-birth.amount', each * (expectedBirth(situation)?.count ?? 0), RATES);
  },
};

function expectedBirth({ expectedBirth: expected }: Situation) {
  return expected === 'none' ? undefined : expected;
}
