import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Household } from '@mds-kit/contract/household';
import type { BenefitResult, Money, Simulation } from './result.ts';
import { simulate, type SimulationOptions } from './simulate.ts';

/** What a change of situation does to one benefit. `cents`: what is paid, more (above 0) or less. */
export interface BenefitChange {
  readonly id: BenefitId;
  readonly period: BenefitResult['period'];
  readonly before: BenefitResult['status'];
  readonly after: BenefitResult['status'];
  /** null: one of both amounts is not bounded yet. */
  readonly cents: Money | null;
  /** What a right that has a price (the CSS) costs more a month, or less; null where it is not had before and after. */
  readonly price: Money | null;
}

export interface Comparison {
  readonly before: Simulation;
  readonly after: Simulation;
  /** The benefits that change, or may change. */
  readonly changes: readonly BenefitChange[];
  /** All monthly benefits together, whether received already or not. */
  readonly perMonth: Money | null;
}

/**
 * What would change if the situation did: a birth, a move, a job, a separation. Both households are seen in the same
 * month, what was received before is what each of them says.
 *
 * @throws MonthOutOfReach
 */
export function compare(before: Household, after: Household, options: SimulationOptions): Comparison {
  const one = simulate(before, options);
  const other = simulate(after, options);
  const all = one.benefits.flatMap((was) => {
    const is = other.benefits.find(({ id }) => id === was.id);
    return is ? [change(was, is)] : [];
  });
  return {
    before: one,
    after: other,
    changes: all.filter(
      ({ before: was, after: is, cents, price }) =>
        was !== is || !isNothing(cents) || (price && !isNothing(price)),
    ),
    perMonth: together(all.filter(({ period }) => period === 'month').map(({ cents }) => cents)),
  };
}

function change(was: BenefitResult, is: BenefitResult): BenefitChange {
  const { id, period, status: before } = was;
  const price = difference(together([was.contribution]), together([is.contribution]));
  return { id, period, before, after: is.status, cents: difference(worth(was), worth(is)), price };
}

const difference = (from: Bounded | null, to: Bounded | null): Bounded | null =>
  from && to && { least: to.least - from.most, most: to.most - from.least };

const isNothing = (money: Money | null): boolean => money?.least === 0 && money.most === 0;

type Bounded = { readonly least: number; readonly most: number };

/** What a benefit brings; null where nothing bounds it. A right without amount brings none. */
function worth({ status, paid, supplement, contribution }: BenefitResult): Bounded | null {
  if (status === 'not-eligible' || contribution !== null) return NOTHING;
  if (paid === null) return null;
  return together([paid, supplement ?? NOTHING]);
}

const NOTHING: Bounded = { least: 0, most: 0 };

function together(parts: readonly (Money | null)[]): Bounded | null {
  let { least, most } = NOTHING;
  for (const part of parts) {
    const highest = part?.most ?? null;
    if (part === null || highest === null) return null;
    least += part.least;
    most += highest;
  }
  return { least, most };
}
