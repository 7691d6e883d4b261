import type { MissingReason, Right } from '@mds-kit/contract/rights';
import type { Topic } from '@mds-kit/contract/topics';
import type { FailureReason } from '../failure.ts';
import type { Affiliation } from '../person.ts';

export type EnvelopeStatus = 'ok' | 'empty' | 'timeout' | 'unavailable' | 'unauthorised' | 'not-covered';

/** A right as a connector reads it; the organisation is the affiliation's unless the supplier names another. */
export type SuppliedRight = Omit<Right, 'organisation' | 'asOf'> & { organisation?: string };

export type SuppliedTopic = Omit<Topic, 'organisation' | 'link'> & { linkId: string | null };

export type DueDate = { procedure: string; dueBy: string };

/** What one resource of a supplier says, in the contract's words. */
export type Supplied = {
  rights: readonly SuppliedRight[];
  dueDates: readonly DueDate[];
  topics: readonly SuppliedTopic[];
};

type Common = {
  supplier: string;
  /** The person's ties to this supplier in the domain asked: whom to name, under which scheme. Never empty. */
  affiliations: readonly [Affiliation, ...Affiliation[]];
  /** ISO instant: what the supplier says its data is of, else when it answered. */
  asOf: string;
};

/** One supplier's answer, in its own envelope, so that its silence is never another's. */
export type Envelope =
  | (Common & { status: 'ok' | 'empty'; supplied: Supplied })
  | (Common & { status: 'not-covered' })
  | (Common & { status: MissingReason; reason: FailureReason });
