import type { BreakerState } from './breaker.ts';
import type { EnvelopeStatus } from './envelope.ts';

export type CallCount = {
  supplier: string;
  service: string;
  status: EnvelopeStatus;
  count: number;
  msTotal: number;
};

/** Counters since the start, for the portal's `/metrics`. Labels are catalogue ids: nothing of a person. */
export type ExchangeMetrics = {
  calls: CallCount[];
  breakers: { supplier: string; state: BreakerState; opened: number }[];
  /** Entries that the journal refused to take; more than 0 should wake somebody up. */
  journalFailures: number;
};
