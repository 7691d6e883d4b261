import type { Chart, Lane } from './lanes.ts';

/** Steps along time and across lanes; a step of time that is infinite goes to the end of the lane. */
export interface Step {
  readonly time: number;
  readonly lanes: number;
}

const END = Number.POSITIVE_INFINITY;

/**
 * What a key asks for, as on screen: time runs to the right, or downwards where it is narrow.
 * @returns undefined for keys that mean nothing here
 */
export function stepOf(
  { key, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent,
  downwards: boolean,
): Step | undefined {
  if (altKey || metaKey || shiftKey) return;
  const by = (flat: number, upright: number): Step | undefined =>
    ctrlKey ? undefined : downwards ? { time: upright, lanes: flat } : { time: flat, lanes: upright };
  switch (key) {
    case 'ArrowLeft':
      return by(-1, 0);
    case 'ArrowRight':
      return by(1, 0);
    case 'ArrowUp':
      return by(0, -1);
    case 'ArrowDown':
      return by(0, 1);
    case 'Home':
      return { time: -END, lanes: ctrlKey ? -END : 0 };
    case 'End':
      return { time: END, lanes: ctrlKey ? END : 0 };
    default:
      return;
  }
}

/** Months of a lane that something can be said of, by their place. */
const filled = ({ cells }: Lane): number[] => cells.flatMap((line, column) => (line ? [column] : []));

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));

/** The line that a step leads to: empty months are jumped over, and at an edge one stays. */
export function follow({ lanes: all, places }: Chart, from: string, { time, lanes }: Step): string {
  const place = places.get(from);
  if (!place) return from;
  const at = all.indexOf(place.lane);
  const column = place.lane.cells.indexOf(place.line);
  const lane = all[clamp(at + lanes, all.length - 1)] ?? place.lane;
  const columns = filled(lane);
  const away = columns.map((other) => Math.abs(other - column));
  const near = away.indexOf(Math.min(...away));
  return lane.cells[columns[clamp(near + time, columns.length - 1)] ?? column]?.id ?? from;
}

/** The line whose cell an event comes from. */
export function lineOf({ target }: Event): string | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  return cell?.dataset.line;
}
