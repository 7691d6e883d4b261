/** Declarations and deposits as employers send them: what is the same in nearly all of them. */
import type { Declaration, Deposit, DepositHeader, Individual, Norm } from '@mds-kit/dsn/model';
import { writeDeposit, type WriteOptions } from '@mds-kit/dsn/write-deposit';
import { beside } from './beside.ts';
import { dayOf, monthsAfter, type Month } from './months.ts';

/** One file, to be written as often as one likes. */
export type DepositFile = {
  /** A file name. */
  name: string;
  deposit: Deposit;
  /** Lines of the writer's own choice; those of payroll programs otherwise. */
  beside?: WriteOptions['beside'];
  /** What happened to the bytes on their way, where something did. */
  spoil?: (bytes: Uint8Array) => Uint8Array;
};

/** The norm changes with the year; months of earlier years are written in the oldest norm that is read. */
export const normOf = (month: Month): Norm => (month < '2026-01' ? 'P25V01' : 'P26V01');

type Envelope = Partial<DepositHeader> & { month: Month; declarations: Iterable<Declaration> };

export const depositOf = ({ month, declarations, ...header }: Envelope): Deposit => ({
  norm: normOf(month),
  test: false,
  type: '01',
  point: '01',
  senderSiren: null,
  senderNic: null,
  ...header,
  declarations,
});

type Told = Partial<Declaration> & { siret: string; month: Month; individuals: Iterable<Individual> };

/** A normal monthly declaration of a whole establishment, made on the third of the month that follows. */
export const declarationOf = (told: Told): Declaration => ({
  line: 0,
  nature: '01',
  type: '01',
  fraction: '11',
  order: 1,
  declaredOn: dayOf(monthsAfter(told.month, 1), 3),
  scope: '01',
  cancelledId: null,
  businessId: null,
  substitution: null,
  ...told,
});

/** An event (sick leave, end of a contract), which is of a day and not of a month. */
export const eventOf = (
  told: Partial<Declaration> & Pick<Declaration, 'siret' | 'nature' | 'declaredOn' | 'individuals'>,
): Declaration => ({
  line: 0,
  type: '01',
  fraction: '11',
  order: 1,
  month: null,
  scope: null,
  cancelledId: null,
  businessId: null,
  substitution: null,
  ...told,
});

/** The bytes of a file, in pieces. */
export function* bytesOf(file: DepositFile): Generator<Uint8Array> {
  const pieces = writeDeposit(file.deposit, { beside: file.beside ?? beside });
  if (!file.spoil) yield* pieces;
  else yield file.spoil(Buffer.concat([...pieces]));
}

/** A list that is made anew each time it is walked, and never held. */
export const each = <Value>(walk: () => Iterable<Value>): Iterable<Value> => ({
  [Symbol.iterator]: () => walk()[Symbol.iterator](),
});
