import * as z from 'zod/mini';

/**
 * How often an amount is paid. `day`: daily allowances (*indemnités journalières*), which are a sum for each day off
 * work, however they are grouped in payments. `once`: a single payment, or a balance such as that of the training
 * account.
 */
export const Period = z.enum(['day', 'month', 'quarter', 'year', 'once']);
export type Period = z.infer<typeof Period>;

/** Money is integer euro cents everywhere: 151,05 € is `15105`. 0 is an amount, not an absence of right. */
export const Amount = z.object({ cents: z.int(), period: Period });
export type Amount = z.infer<typeof Amount>;
