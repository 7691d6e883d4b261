import type { DeclarationHeader, DepositHeader, Individual } from './model.ts';
import type { Refusal } from './refusals.ts';

/** What was read and well formed; of a test deposit, nothing counts. Nothing of a refused declaration counts either. */
export type Counts = {
  declarations: number;
  /** S21.G00.30 blocks. */
  individuals: number;
  /** S21.G00.50 blocks. */
  payments: number;
};

/**
 * What a reader says, in the order of the file:
 *
 *     deposit ( declaration individual* declaration-end | declaration? individual* declaration-refused )*
 *     … deposit-end | deposit-refused
 *
 * A declaration can be refused before it was begun (its head is wrong) and after: then what was heard since its
 * `declaration` must be undone. The last event is always `deposit-end` or `deposit-refused`, and only one of them;
 * after `deposit-refused` nothing of the whole file may be kept, a declaration that was still open included. A file
 * that funds hand on (*lot*) may hold several deposits: `deposit` then comes again before the declarations of each.
 *
 * Of a test deposit, neither `declaration`, `individual` nor `declaration-end` is said; refusals are.
 */
export type DsnEvent =
  | { kind: 'deposit'; header: DepositHeader }
  | { kind: 'declaration'; header: DeclarationHeader }
  | { kind: 'individual'; individual: Individual }
  | { kind: 'declaration-end'; individuals: number; payments: number }
  | { kind: 'declaration-refused'; refusals: readonly Refusal[] }
  /** `ignored`: lines whose rubrique is not in our tables. */
  | { kind: 'deposit-end'; counts: Counts; ignored: number }
  | { kind: 'deposit-refused'; refusals: readonly Refusal[] };
