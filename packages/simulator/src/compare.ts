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
      ({ before: was, after: is, cents }) => was !== is || cents?.least !== 0 || cents.most !== 0,
    ),
    perMonth: together(all.filter(({ period }) => period === 'month').map(({ cents }) => cents)),
  };
}

function change(was: BenefitResult, is: BenefitResult): BenefitChange {
  const { id, period, status: before } = was;
  const same = { id, period, before, after: is.status };
  const [from, to] = [worth(was), worth(is)];
  if (!from || !to) return { ...same, cents: null };
  return { ...same, cents: { least: to.least - from.most, most: to.most - from.least } };
}

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
