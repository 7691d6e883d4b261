import type { Measure, SalaryMonth } from '@mds-kit/contract/salaries';
import type { Chart, Group, Lane } from './lanes.ts';

/** A sum of what is known. Something that was not declared is not zero: it then is a least. */
export interface Total {
  /** Cents; null where nothing is known. */
  readonly cents: number | null;
  readonly atLeast: boolean;
  /** Nothing is known because it is still to come. */
  readonly pending: boolean;
}

const NONE: Total = { cents: null, atLeast: false, pending: false };

function add(one: Total, other: Total): Total {
  const known = one.cents !== null || other.cents !== null;
  return {
    cents: known ? (one.cents ?? 0) + (other.cents ?? 0) : null,
    atLeast: one.atLeast || other.atLeast,
    pending: one.pending || other.pending,
  };
}

/** The lines of an employer in one month: the payment of several contracts apart. */
function linesAt({ lanes }: Group, column: number): [contracts: SalaryMonth[], shared: SalaryMonth[]] {
  const of = (kind: Lane['kind']) =>
    lanes.flatMap((lane) => (lane.kind === kind ? (lane.cells[column] ?? []) : []));
  return [of('contract'), of('shared')];
}

/**
 * The measure of a line without one is found elsewhere: of a contract in the payment for several together, of such a
 * payment in the contracts.
 */
export function isElsewhere(lane: Lane, column: number, measure: Measure): boolean {
  const [contracts, shared] = linesAt(lane.group, column);
  const has = (line: SalaryMonth) => line.measures[measure] !== null;
  return lane.kind === 'contract' ? shared.some(has) : lane.kind === 'shared' && contracts.some(has);
}

function ofLine(lane: Lane, column: number, measure: Measure): Total {
  const line = lane.cells[column];
  const cents = line?.measures[measure] ?? null;
  if (!line || cents !== null) return { ...NONE, cents };
  if (line.state === 'pending') return { ...NONE, pending: true };
  return { ...NONE, atLeast: !isElsewhere(lane, column, measure) };
}

/** What one employer, or one source of other incomes, paid in all these months. */
export function groupTotal({ months }: Chart, { lanes }: Group, measure: Measure): Total {
  const all = lanes.flatMap((lane) => months.map((_, column) => ofLine(lane, column, measure)));
  return all.reduce(add, NONE);
}

/** What all employers paid in each month; other incomes are no salary. */
export function monthTotals({ months, lanes }: Chart, measure: Measure): Total[] {
  const employers = lanes.filter(({ group }) => group.employer);
  return months.map((_, column) => employers.map((lane) => ofLine(lane, column, measure)).reduce(add, NONE));
}
