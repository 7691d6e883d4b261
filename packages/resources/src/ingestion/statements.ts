/** What we keep of a contract: what tells whether it ran, how much of a full-time post it is, and who was off when. */
import type { Contract } from '@mds-kit/dsn/model';
import { z } from 'zod';

const Day = z.string();

/** What happened to a contract, as a declaration says it: the column `said`. */
export const Said = z.object({
  /** Values before the change; null where that one did not change. */
  changes: z
    .array(
      z.object({
        on: Day,
        number: z.string().nullable(),
        siret: z.string().nullable(),
        begins: Day.nullable(),
      }),
    )
    .default([]),
  leaves: z
    .array(
      z.object({
        motive: z.string(),
        lastWorkedOn: Day,
        plannedUntil: Day.nullable(),
        resumedOn: Day.nullable(),
      }),
    )
    .default([]),
  ends: z.array(z.object({ on: Day, motive: z.string() })).default([]),
  suspensions: z.array(z.object({ motive: z.string(), from: Day, until: Day.nullable() })).default([]),
});
export type Said = z.infer<typeof Said>;

/** As JSON, only what there is; null: nothing. */
export function saidOf({ changes, leaves, ends, suspensions }: Contract): string | null {
  const moved = changes
    .filter(({ formerNumber, formerSiret, formerFrom }) => formerNumber ?? formerSiret ?? formerFrom)
    .map(({ on, formerNumber, formerSiret, formerFrom }) => ({
      on,
      number: formerNumber,
      siret: formerSiret,
      begins: formerFrom,
    }));
  if (moved.length + leaves.length + ends.length + suspensions.length === 0) return null;
  return JSON.stringify({
    ...(moved.length > 0 && { changes: moved }),
    ...(leaves.length > 0 && {
      leaves: leaves.map(({ motive, lastWorkedOn, plannedUntil, resumedOn }) => ({
        motive,
        lastWorkedOn,
        plannedUntil,
        resumedOn,
      })),
    }),
    ...(ends.length > 0 && { ends: ends.map(({ on, motive }) => ({ on, motive })) }),
    ...(suspensions.length > 0 && {
      suspensions: suspensions.map(({ motive, from, until }) => ({ motive, from, until })),
    }),
  });
}

/** S21.G00.40.014 */
const FULL_TIME = '10';
const MOST = 9_999;

/** Thousandths of a full-time post; null: not said, or of no use. */
export function workShareOf({ quota, referenceQuota, workTime }: Contract): number | null {
  if (quota !== null && referenceQuota !== null && referenceQuota > 0 && quota >= 0)
    return Math.min(MOST, Math.round((quota * 1000) / referenceQuota));
  return workTime === FULL_TIME ? 1000 : null;
}
