/**
 * The second feed: replacement incomes, from those who pay them (unemployment, pensions, daily allowances). The real
 * scheme takes them as *PASRAU*; this format is ours: JSON lines in UTF-8, one payment a line.
 *
 *     {"nir":"2550814168025","kind":"pension","payer":"carsat-exemple","reference":"2026-10/1","paidOn":"2026-10-09",
 *      "netSocial":112340,"netTaxable":115000,"gross":121000}
 *
 * Amounts are euro cents, null or left out where they are not told. `reference` is the payer's own: the same one again
 * replaces what it said before.
 */
import { Id, IsoDate } from '@mds-kit/contract/formats';
import { ReplacementIncome } from '@mds-kit/contract/salaries';
import { z } from 'zod';
import { bodyOfNir } from '../nir.ts';

export const IncomeKind = ReplacementIncome.shape.kind;

const Cents = z
  .int()
  .nullish()
  .transform((cents) => cents ?? null);

export const IncomeLine = z.strictObject({
  nir: z.string().transform((text, context) => {
    const nir = bodyOfNir(text);
    if (nir !== undefined) return nir;
    context.addIssue('not-a-nir');
    return z.NEVER;
  }),
  kind: IncomeKind,
  payer: Id,
  reference: z.string().min(1).max(64),
  paidOn: IsoDate,
  netSocial: Cents,
  netTaxable: Cents,
  gross: Cents,
});
export type IncomeLine = z.infer<typeof IncomeLine>;
