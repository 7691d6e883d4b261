import { givenUp } from './given-up.ts';
import type { CallOptions } from './portal-client.ts';

interface Flight<Answer> {
  readonly answer: Promise<Answer>;
  readonly stop: AbortController;
  callers: number;
  /** Still under way, and asked past every earlier answer. */
  fresh: boolean | undefined;
}

export interface Resource<Answer> {
  get(argument: string, options?: CallOptions): Promise<Answer>;
  /** Nobody who asks from now on is given an answer to an earlier question. */
  forget(): void;
}

/**
 * Single flight: callers who want the same thing at the same time share one request. One who gives up leaves the
 * others alone; when all have given up the request is stopped. A failure is shared but never kept. Callers who want a
 * fresh answer share the request of another who does.
 */
export function resource<Answer>(
  read: (argument: string, signal: AbortSignal, fresh: boolean | undefined) => Promise<Answer>,
  keepMs: number,
): Resource<Answer> {
  const flights = new Map<string, Flight<Answer>>();

  const drop = (argument: string, flight: Flight<Answer>) => {
    if (flights.get(argument) === flight) flights.delete(argument);
  };

  const start = (argument: string, fresh: boolean | undefined) => {
    const stop = new AbortController();
    const flight: Flight<Answer> = { answer: read(argument, stop.signal, fresh), stop, callers: 0, fresh };
    flights.set(argument, flight);
    const land = () => drop(argument, flight);
    flight.answer.then(() => {
      flight.fresh = false;
      if (keepMs) setTimeout(land, keepMs);
      else land();
    }, land);
    return flight;
  };

  return {
    forget: () => flights.clear(),
    get: (argument, { signal, fresh } = {}) => {
      if (signal?.aborted) return givenUp(signal);
      const known = flights.get(argument);
      const flight = known && (!fresh || known.fresh) ? known : start(argument, fresh);
      flight.callers++;
      if (!signal) return flight.answer;
      return new Promise((resolve, reject) => {
        const leave = () => {
          resolve(givenUp(signal));
          if (--flight.callers) return;
          drop(argument, flight);
          flight.stop.abort();
        };
        signal.addEventListener('abort', leave);
        void flight.answer.then(resolve, reject).then(() => signal.removeEventListener('abort', leave));
      });
    },
  };
}
