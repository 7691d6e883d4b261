/**
 * When a refusal leaves: always so long after its request came, whatever the registry said and however fast. How long
 * it looks at a number would otherwise tell whether the number is anybody's (CWE-208).
 */
import { setTimeout } from 'node:timers/promises';

/** Time that passes, in milliseconds; unlike the Clock it never stands still or jumps. */
export interface Stopwatch {
  now(): number;
  wait(ms: number): Promise<unknown>;
}

export const machineStopwatch: Stopwatch = {
  now: () => performance.now(),
  wait: (ms) => setTimeout(ms),
};

/** Begins to count; what it returns resolves at the fixed moment, or at once when that is over. */
export type RefusalMoment = () => () => Promise<void>;

export function createRefusalMoment(ms: number, stopwatch: Stopwatch): RefusalMoment {
  return () => {
    const came = stopwatch.now();
    return async () => {
      const left = came + ms - stopwatch.now();
      if (left > 0) await stopwatch.wait(left);
    };
  };
}
