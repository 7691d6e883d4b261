import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Household } from '@mds-kit/contract/household';
import { NATIONAL } from './catalogue.ts';
import { evaluate } from './evaluate.ts';
import type { Money } from './result.ts';
import { money } from './money-in-all.ts';
import type { SimulationOptions } from './simulate.ts';
import { Situation } from './situation/situation.ts';
import { checkMonth } from './tariff/months.ts';
import { NOBODY_ASKS } from './why.ts';

/**
 * What each benefit is worth for its period, gross of the CRDS, without any reason: for many households, or many pays.
 * null: nothing can be said of it, or it is a right without an amount; `simulate` tells which.
 *
 * @throws MonthOutOfReach
 */
export function amounts(
  household: Household,
  { month }: SimulationOptions,
): Readonly<Partial<Record<BenefitId, Money | null>>> {
  checkMonth(month);
  const situation = new Situation(household, month);
  const found: Partial<Record<BenefitId, Money | null>> = {};
  for (const rule of NATIONAL) {
    const verdict = evaluate(rule, situation, NOBODY_ASKS);
    if (verdict.kind === 'closed') found[rule.id] = { least: 0, most: 0 };
    else found[rule.id] = verdict.kind === 'open' && verdict.cents !== null ? money(verdict.cents) : null;
  }
  return found;
}
