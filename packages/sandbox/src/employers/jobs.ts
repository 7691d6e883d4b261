/** Jobs over time, in a model that is easier to tell than what is declared of them. */
import type { Bonus, Contract, ContractChange, IdentityChange, Leave, Suspension } from '@mds-kit/dsn/model';
import { firstDay, lastDay, type Day, type Month } from './months.ts';

/** 35 hours a week, hundredths of an hour a month. */
export const FULL_TIME = 15_167;
export type OffWork = Pick<Leave, 'motive' | 'subrogation'> & {
  from: Day;
  /** Its last day; null: it goes on. */
  until: Day | null;
};

/** Paid once, in one month. */
export type JobBonus = Pick<Bonus, 'type' | 'amount'> & {
  paidIn: Month;
  /** What it was earned in; the month itself otherwise. */
  from?: Day;
  until?: Day;
};

/** What a later month's declaration says of an earlier one. */
export type Amendment = {
  declaredIn: Month;
  /** The month that was wrong. */
  of: Month;
  /** Cents, negative to take back. */
  gross: number;
  /** Hundredths of an hour. */
  hours?: number;
  /** The report of an anomaly that it answers. */
  crm?: string;
};

export type Job = Pick<Contract, 'number' | 'from'> & {
  /** Its last day; null: it goes on. */
  until: Day | null;
  /** *Motif de rupture*, said in the month in which it ends. */
  endMotive?: string;
  /** CDI when left out. */
  nature?: string;
  policy?: string;
  plannedUntil?: Day;
  /** Hundredths of an hour a month; `days`: a package of days (*forfait jours*). */
  quota: number | 'days';
  /** Cents for a whole month. */
  gross: number | ((month: Month) => number);
  workplace?: string;
  leaves?: readonly OffWork[];
  suspensions?: readonly Suspension[];
  bonuses?: readonly JobBonus[];
  amendments?: readonly Amendment[];
  changes?: readonly (Partial<ContractChange> & Pick<ContractChange, 'on'>)[];
};

export type Person = {
  nir: string | null;
  ntt?: string;
  identityChanges?: readonly IdentityChange[];
};

export type PaymentHabit = {
  /** Of the month that follows; otherwise on the 28th of the month itself. */
  paidNextMonth?: boolean;
  /** A payment for each contract; otherwise one for all of them. */
  apart?: boolean;
  /** The employer forgets the *montant net social*. */
  withoutNetSocial?: boolean;
};

/** Is there anything to declare of this job in this month? */
export const runsIn = (job: Job, month: Month): boolean =>
  job.from <= lastDay(month) && (job.until === null || job.until >= firstDay(month));

export const amendmentsIn = (job: Job, month: Month): readonly Amendment[] =>
  job.amendments?.filter(({ declaredIn }) => declaredIn === month) ?? [];

/** The same job with so many cents more a month. */
export const raisedBy = (job: Job, cents: number): Job => ({
  ...job,
  gross: (month) => (typeof job.gross === 'number' ? job.gross : job.gross(month)) + cents,
});
