import { isoOf } from '../clock.ts';

/** The moment that data is of. A supplier's clock that runs ahead does not make its data younger than now. */
export function earlier(told: string | null, now: Date): string {
  return told !== null && Date.parse(told) <= now.getTime() ? told : isoOf(now);
}
