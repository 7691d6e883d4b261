/** What a figure should be: an aim, not a gate. Gates are in the tests, where a busy machine cannot fail them. */
export type Aim = { atLeast: number } | { atMost: number };

/**
 * One figure, beside its aim and what it was measured against in the same run. A time by itself says more about the
 * machine than about us, so times only stand in `details`, next to those that they were divided by.
 */
export type Result = {
  /** A ratio, or a score without unit. */
  value: number;
  aim: Aim;
  met: boolean;
  measured: string;
  against: string;
  details: Record<string, unknown>;
};

/** Tells the person who waits what is going on. */
export type Say = (words: string) => void;

/** One kind of measurement: one file, and one line in run.ts. Rejects when it cannot be made, saying why. */
export type Row = { name: string; run: (say: Say) => Promise<Record<string, Result>> };

export function judged(
  value: number,
  aim: Aim,
  rest: Pick<Result, 'measured' | 'against' | 'details'>,
): Result {
  const met = 'atLeast' in aim ? value >= aim.atLeast : value <= aim.atMost;
  return { value: Number(value.toPrecision(4)), aim, met, ...rest };
}
