import type { Monotonic } from '../clock.ts';

export type BreakerState = 'closed' | 'open' | 'half-open';

export type BreakerOptions = {
  /** Opens after this many failures … */
  failures: number;
  /** … within this time, when they are at least half of the calls. */
  windowMs: number;
  /** Then nobody calls for this long; after it one call probes. */
  coolDownMs: number;
};

export const USUAL_BREAKER: BreakerOptions = { failures: 5, windowMs: 10_000, coolDownMs: 5_000 };

/** Leave for one call; say how it ended, once. */
export type Pass = { succeeded(): void; failed(): void; abandoned(): void };

const SLICES = 10;

/**
 * Keeps us from hammering a supplier that is down, and the person from waiting for it. One per supplier, in this
 * process only: replicas find out by themselves, nothing is shared.
 */
export class Breaker {
  readonly #options: BreakerOptions;
  readonly #now: Monotonic;
  #state: BreakerState = 'closed';
  #opened = 0;
  #probeAt = 0;
  #slices: { start: number; calls: number; failures: number }[] = [];

  constructor(options: BreakerOptions, now: Monotonic) {
    this.#options = options;
    this.#now = now;
  }

  get state(): BreakerState {
    return this.#state === 'open' && this.#now() >= this.#probeAt ? 'half-open' : this.#state;
  }

  /** How many times it has opened since the start. */
  get opened(): number {
    return this.#opened;
  }

  /** Leave to call, or null: the supplier counts as unavailable without being asked. */
  admit(): Pass | null {
    if (this.#state === 'closed') return this.#pass(false);
    if (this.#state === 'half-open' || this.#now() < this.#probeAt) return null;
    this.#state = 'half-open';
    return this.#pass(true);
  }

  #pass(probe: boolean): Pass {
    let said = false;
    const once = (end: () => void) => () => {
      if (said) return;
      said = true;
      // Calls that began before it opened tell nothing about now.
      if (probe || this.#state === 'closed') end();
    };
    return {
      succeeded: once(() => (probe ? this.#close() : this.#count(0))),
      failed: once(() => (probe ? this.#open() : this.#count(1))),
      abandoned: once(() => {
        if (probe) this.#state = 'open';
      }),
    };
  }

  #count(failure: 0 | 1): void {
    const { failures, windowMs } = this.#options;
    const now = this.#now();
    this.#slices = this.#slices.filter(({ start }) => now - start < windowMs);
    let slice = this.#slices.at(-1);
    if (!slice || now - slice.start >= windowMs / SLICES) {
      slice = { start: now, calls: 0, failures: 0 };
      this.#slices.push(slice);
    }
    slice.calls += 1;
    slice.failures += failure;
    if (failure === 0) return;
    const failed = this.#slices.reduce((sum, part) => sum + part.failures, 0);
    const called = this.#slices.reduce((sum, part) => sum + part.calls, 0);
    if (failed >= failures && failed * 2 >= called) this.#open();
  }

  #open(): void {
    this.#state = 'open';
    this.#opened += 1;
    this.#probeAt = this.#now() + this.#options.coolDownMs;
    this.#slices = [];
  }

  #close(): void {
    this.#state = 'closed';
    this.#slices = [];
  }
}
