import type { MonthIndex } from '../calendar.ts';
import { HOUSING_SHARES } from '../national/rsa.parameters.ts';
import { between, least, type Num } from '../unknown/num.ts';
import { rsaPersons } from './rsa-scale.ts';
import type { Situation } from './situation.ts';
import { missingStructure } from './structure.ts';

/**
 * *Forfait logement*: what a home without cost, or the housing aid, is taken to be worth, cents a month. Never more than
 * the aid (CASF, art. R262-9 and R262-10; CSS, art. L842-4). `aid` is asked for where it counts.
 */
export function housingFlat(situation: Situation, month: MonthIndex, base: number, aid: () => Num): Num {
  const persons = Math.min(rsaPersons(situation, month), HOUSING_SHARES.length);
  const flat = base * (HOUSING_SHARES[persons - 1] ?? 0);
  const missing = missingStructure(situation, ['housing']);
  if (missing.length > 0) return between(0, flat, missing);
  return situation.dwelling.withoutCost ? flat : least(aid(), flat);
}
