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

/** A figure that nobody set an aim for: good to know, and to compare with the next. */
export type Report = Omit<Result, 'aim' | 'met'>;

/** Tells the person who waits what is going on. */
export type Say = (words: string) => void;

/** A figure that could not be had, and why. */
export type CannotRun = { cannotRun: string };

/** `full`: at the size that takes minutes to fill. */
export type RowOptions = { full: boolean };

/** One kind of measurement: one file, and one line in run.ts. Its figures are made one after the other. */
export type Row = {
  name: string;
  run: (say: Say, options: RowOptions) => Promise<Record<string, Result | Report | CannotRun>>;
};

export const cannotRun = (error: unknown): CannotRun => ({
  cannotRun: error instanceof Error ? error.message : String(error),
});

/** A figure, or why there is none: the others of its row are worth having. */
export async function attempt<Figure extends Report>(
  measure: () => Promise<Figure>,
): Promise<Figure | CannotRun> {
  try {
    return await measure();
  } catch (error) {
    return cannotRun(error);
  }
}

const figure = (value: number) => Number(value.toPrecision(4));

export const reported = (value: number, rest: Omit<Report, 'value'>): Report => ({
  value: figure(value),
  ...rest,
});

export function judged(
  value: number,
  aim: Aim,
  rest: Pick<Result, 'measured' | 'against' | 'details'>,
): Result {
  const met = 'atLeast' in aim ? value >= aim.atLeast : value <= aim.atMost;
  return { value: figure(value), aim, met, ...rest };
}
