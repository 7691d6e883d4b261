import { expect, it } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { aeeh } from '../national/aeeh.ts';
import { ars } from '../national/ars.ts';
import { cf } from '../national/cf.ts';
import { pajeBase } from '../national/paje-base.ts';
import { family } from '../testing/family.ts';
import { Reasons } from '../why.ts';
import { Situation } from './situation.ts';

const disability = { recognised: true, incapacityRate: 80, aeehComplement: 0 };

/** The rules that say of a lone parent's children that it may be the other parent who is paid. */
function roughOf(born: readonly string[], sharedCustody: boolean) {
  const children = born.map((birthDate) => ({ birthDate, disability, sharedCustody }));
  const situation = new Situation(family({ salaries: [12_000], lone: true, children }), '2026-06');
  return [cf, pajeBase, ars, aeeh].filter((rule) => {
    const reasons = new Reasons();
    evaluate(rule, situation, reasons);
    return reasons.criteria.some(({ id, approximate }) => id === 'family.one-claimant' && approximate);
  });
}

it('of a child who lives with both parents in turn, benefits that go to one of them alone are told as rough', () => {
  const three = ['2016-03-10', '2014-03-10', '2013-03-10'];
  expect(roughOf(three, true)).toEqual([cf, ars, aeeh]);
  expect(roughOf(['2024-03-10', ...three], true)).toEqual([pajeBase, ars, aeeh]);
  expect(roughOf(three, false)).toEqual([]);
});
