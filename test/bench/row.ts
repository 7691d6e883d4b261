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

/** A figure that could not be had, and why. */
export type CannotRun = { cannotRun: string };

/** One kind of measurement: one file, and one line in run.ts. Its figures are made one after the other. */
export type Row = { name: string; run: (say: Say) => Promise<Record<string, Result | CannotRun>> };

export const cannotRun = (error: unknown): CannotRun => ({
  cannotRun: error instanceof Error ? error.message : String(error),
});

/** A figure, or why there is none: the others of its row are worth having. */
export async function attempt(measure: () => Promise<Result>): Promise<Result | CannotRun> {
  try {
    return await measure();
  } catch (error) {
    return cannotRun(error);
  }
}

export function judged(
  value: number,
  aim: Aim,
  rest: Pick<Result, 'measured' | 'against' | 'details'>,
): Result {
  const met = 'atLeast' in aim ? value >= aim.atLeast : value <= aim.atMost;
  return { value: Number(value.toPrecision(4)), aim, met, ...rest };
}
