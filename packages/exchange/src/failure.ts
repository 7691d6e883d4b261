import type { MissingReason } from '@mds-kit/contract/rights';

type Kind = { status: MissingReason; trips: boolean };

/**
 * Why a call brought nothing. `trips`: counts against the supplier in its circuit breaker; what may lie in one
 * person's file alone (drift, conflict) does not, or one person pressing "try again" would cut off everybody.
 */
export const FAILURES = {
  'no-answer': { status: 'timeout', trips: true },
  drip: { status: 'unavailable', trips: true },
  network: { status: 'unavailable', trips: true },
  'server-error': { status: 'unavailable', trips: true },
  throttled: { status: 'unavailable', trips: true },
  redirect: { status: 'unavailable', trips: true },
  'wrong-type': { status: 'unavailable', trips: true },
  oversize: { status: 'unavailable', trips: true },
  garbage: { status: 'unavailable', trips: true },
  misdelivered: { status: 'unavailable', trips: true },
  'client-error': { status: 'unavailable', trips: false },
  drift: { status: 'unavailable', trips: false },
  refused: { status: 'unauthorised', trips: false },
  suspended: { status: 'unauthorised', trips: false },
  'breaker-open': { status: 'unavailable', trips: false },
  internal: { status: 'unavailable', trips: false },
  'too-late': { status: 'timeout', trips: false },
} as const satisfies Record<string, Kind>;

export type FailureReason = keyof typeof FAILURES;

/** The typed failure of one call. Carries a reason and nothing else: no body, no address, no identity. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  readonly reason: FailureReason;
  constructor(reason: FailureReason) {
    super(reason);
    this.reason = reason;
  }
}
