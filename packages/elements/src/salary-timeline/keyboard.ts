import type { Chart } from './lanes.ts';

/** Steps along time and across lanes; a step of time that is infinite goes to the end of the lane. */
export interface Step {
  readonly time: number;
  readonly lanes: number;
}

const TO_END = Number.POSITIVE_INFINITY;
const ALONG = { before: { time: -1, lanes: 0 }, after: { time: 1, lanes: 0 } } as const;
const ACROSS = { before: { time: 0, lanes: -1 }, after: { time: 0, lanes: 1 } } as const;

/**
 * What a key asks for, as on screen: time runs to the right, or downwards where it is narrow.
 * @returns undefined for keys that mean nothing here
 */
export function stepOf(
  { key, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent,
  downwards: boolean,
): Step | undefined {
  if (altKey || metaKey || shiftKey) return;
  const [flat, upright] = downwards ? [ACROSS, ALONG] : [ALONG, ACROSS];
  const steps: Readonly<Record<string, Step>> = ctrlKey
    ? { Home: { time: -TO_END, lanes: -TO_END }, End: { time: TO_END, lanes: TO_END } }
    : {
        ArrowLeft: flat.before,
        ArrowRight: flat.after,
        ArrowUp: upright.before,
        ArrowDown: upright.after,
        Home: { time: -TO_END, lanes: 0 },
        End: { time: TO_END, lanes: 0 },
      };
  return Object.hasOwn(steps, key) ? steps[key] : undefined;
}

/** Months of a lane that something can be said of, by their place. */
const filled = (chart: Chart, lane: number): number[] =>
  chart.lanes[lane]?.cells.flatMap((line, column) => (line ? [column] : [])) ?? [];

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));

/** The line that a step leads to: empty months are jumped over, and at an edge one stays. */
export function follow(chart: Chart, from: string, { time, lanes }: Step): string {
  const at = chart.lanes.findIndex(({ cells }) => cells.some((line) => line?.id === from));
  const column = chart.lanes[at]?.cells.findIndex((line) => line?.id === from) ?? 0;
  const lane = clamp(at + lanes, chart.lanes.length - 1);
  const columns = filled(chart, lane);
  const near =
    lane === at
      ? columns.indexOf(column)
      : columns.reduce(
          (best, candidate, index) =>
            Math.abs(candidate - column) < Math.abs((columns[best] ?? 0) - column) ? index : best,
          0,
        );
  const found = columns[clamp(near + time, columns.length - 1)];
  return (found === undefined ? undefined : chart.lanes[lane]?.cells[found]?.id) ?? from;
}

/** The line whose cell an event comes from. */
export function lineOf({ target }: Event): string | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  return cell?.dataset.line;
}
