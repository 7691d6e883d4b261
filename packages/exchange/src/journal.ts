import type { BreakerState } from './acquisition/breaker.ts';
import type { EnvelopeStatus } from './acquisition/envelope.ts';
import type { FailureReason } from './failure.ts';

/** One call to a supplier or a registry, as it may be written down: by construction nothing of the person. */
export type JournalEntry = {
  /** ISO instant */
  at: string;
  mode: 'acquisition' | 'registry';
  /** `rights.health`, `salaries`, `nir`, `affiliations` */
  service: string;
  supplier: string;
  /** Path of the resource in the supplier's API; null when no call was made. */
  resource: string | null;
  status: EnvelopeStatus;
  reason: FailureReason | null;
  ms: number;
  breaker: BreakerState;
  /** The request id of the portal, the same in its own log lines. */
  correlation: string;
};

export type Journal = (entry: JournalEntry) => void;
