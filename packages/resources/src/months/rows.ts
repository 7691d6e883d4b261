/** What the store holds of one person, as the rules read it. */
import type { LineKind } from '../database.ts';
import type { Said } from '../ingestion/statements.ts';

export type DeclarationRow = {
  /** Grows with each declaration that was taken. */
  id: number;
  siret: string;
  nature: string;
  type: string;
  fraction: string;
  scope: string | null;
  /** *Numéro d'ordre*. */
  number: number;
  /** *Mois principal déclaré*; null: it declares an event. */
  month: string | null;
  declaredOn: string;
  businessId: string | null;
  cancelledId: string | null;
};

export type StatementRow = {
  declaration: number;
  /** The employer's own number. */
  contract: string;
  begins: string;
  nature: string | null;
  policy: string | null;
  plannedUntil: string | null;
  workShare: number | null;
  said: Said;
};

export type LineRow = {
  declaration: number;
  paidOn: string;
  kind: LineKind;
  /** null: of several contracts together. */
  contract: string | null;
  code: string | null;
  from: string | null;
  until: string | null;
  amount: number;
};

export type SalaryRows = {
  /** Those that name the person, and all other versions of the same. */
  declarations: readonly DeclarationRow[];
  statements: readonly StatementRow[];
  lines: readonly LineRow[];
};
