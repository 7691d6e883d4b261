/** The moment that data is of. A supplier's clock that runs ahead does not make its data younger than now. */
export function earlier(told: string | null, now: string): string {
  return told !== null && Date.parse(told) <= Date.parse(now) ? told : now;
}
