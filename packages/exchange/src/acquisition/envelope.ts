import type { MissingReason, Right } from '@mds-kit/contract/rights';
import type { Topic } from '@mds-kit/contract/topics';
import type { FailureReason } from '../failure.ts';
import type { Affiliation } from '../person.ts';

export type EnvelopeStatus = 'ok' | 'empty' | 'timeout' | 'unavailable' | 'unauthorised' | 'not-covered';

/** A right as a connector reads it from its supplier. */
export type SuppliedRight = Omit<Right, 'organisation' | 'asOf'> & {
  /** Organisation id when the supplier speaks for several (Info Retraite); else the affiliation's. */
  organisation?: string;
  /** Told second-hand: dropped when one of these suppliers, who pay it, told the same benefit. */
  paidBy?: readonly string[];
  /** The day that this one right is of, when it is not the whole answer's. */
  asOfDay?: string;
};

export type SuppliedTopic = Omit<Topic, 'organisation' | 'link'> & { linkId: string | null };

export type DueDate = { procedure: string; dueBy: string };

/** What one resource of a supplier says, in the contract's words. */
export type Supplied = {
  /** ISO instant of the data, when the supplier tells it. */
  asOf: string | null;
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

/** One resource's answer, in its own envelope, so that its silence is never another's. */
export type Envelope =
  /** `supplied` is null where the supplier has no file of the person. */
  | (Common & { status: 'ok' | 'empty'; supplied: Supplied | null })
  | (Common & { status: 'not-covered' })
  | (Common & { status: MissingReason; reason: FailureReason });
