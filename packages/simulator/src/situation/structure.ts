import { januaryOf } from '../calendar.ts';
import type { Structure } from '../rule.ts';
import type { FactPath } from '../unknown/because.ts';
import { once, type Situation } from './situation.ts';

/** The facts without which a rule that has these needs cannot even be begun; empty when all are there. */
export function missingStructure(situation: Situation, needs: readonly Structure[]): readonly FactPath[] {
  let missing: readonly FactPath[] = [];
  for (const need of needs)
    if (!isStructureKnown(situation, need)) missing = [...missing, ...MISSING[need](situation)];
  return missing;
}

/** For a rule that can say no before it needs this. */
export const isStructureKnown = (situation: Situation, need: Structure): boolean =>
  MISSING[need](situation).length === 0;

const MISSING: Readonly<Record<Structure, (situation: Situation) => readonly FactPath[]>> = {
  couple: once(({ couple, adults }) => {
    if (couple === undefined) return ['couple'];
    return couple && adults.length < 2 ? ['adults.1'] : [];
  }),
  children: once((situation) => {
    if (!situation.childrenKnown) return ['children'];
    return situation.children.flatMap((child) => {
      if (!child.birthKnown) return [`${child.path}.birthDate`];
      return wagesKnown(situation, child) ? [] : [child.salary.path];
    });
  }),
  'adult-births': once(({ adults }) =>
    adults.filter((adult) => !adult.birthKnown).map((adult) => `${adult.path}.birthDate`),
  ),
  activities: once(({ adults }) =>
    adults.filter((adult) => !adult.activityKnown).map((adult) => `${adult.path}.activity`),
  ),
  'expected-birth': ({ expectedBirth }) => (expectedBirth === undefined ? ['expectedBirth'] : []),
  housing: ({ dwelling }) => {
    if (dwelling.occupancy === undefined) return ['housing.occupancy'];
    const asksZone = dwelling.tenant || dwelling.occupancy === 'first-time-owner-loan';
    if (!asksZone || dwelling.zone !== undefined) return [];
    // Whoever gives a commune knows its zone: the index of communes has both.
    return [dwelling.commune === undefined ? 'housing.commune' : 'housing.zone'];
  },
};

/**
 * Whether it can be said in every month looked at if the child earns its own living: back to six months before the
 * January whose children ARS counts.
 */
function wagesKnown(situation: Situation, child: Situation['children'][number]): boolean {
  if (child.salary.none) return true;
  const from = Math.min(situation.month - 12, januaryOf(situation.year) - 6);
  return typeof child.salary.over('netPaid', from, situation.month) === 'number';
}
