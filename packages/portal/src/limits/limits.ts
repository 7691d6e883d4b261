/** How often who may ask, as data: a page asks about ten times when it opens, a person a few times a minute after that. */

export interface Limit {
  readonly name: string;
  /** Requests in each window of time. */
  readonly requests: number;
  readonly seconds: number;
}

export const LIMITS = {
  /** One person's session, on all their pages. */
  session: { name: 'session', requests: 300, seconds: 60 },
  /** All that a partner's pages ask: a flood from one must not cost the others. */
  partner: { name: 'partner', requests: 60_000, seconds: 60 },
  /** One address, which may be a whole town hall's. */
  address: { name: 'address', requests: 1_200, seconds: 60 },
  /** Beginnings and ends of a sign-in from one address, codes and numbers tried included. */
  signIn: { name: 'sign-in', requests: 120, seconds: 300 },
} as const satisfies Record<string, Limit>;
