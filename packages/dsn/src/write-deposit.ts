import type { Deposit } from './model.ts';

/**
 * A deposit as its bytes: ISO-8859-1, CRLF, with its S90 counted. Made piece by piece while it is read from, so that a
 * deposit of any size may be written whose declarations and individuals are made on the way.
 *
 * @throws RangeError, naming rubrique and rule, when a value cannot be written (œ, a day that is none, too long)
 */
export function* writeDeposit(deposit: Deposit): Generator<Uint8Array> {
  throw new Error('Not here yet.');
}
