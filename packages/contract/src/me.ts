import * as z from 'zod/mini';
import { FreeText, Id, Instant } from './formats.ts';

const Value = z.nullable(z.union([z.string(), z.int(), z.boolean(), z.array(z.string())]));

/** One thing that is kept: one row of a table, whole and readable. */
export const KeptItem = z.object({
  /** When it is destroyed if nothing happens meanwhile. */
  until: Instant,
  /** Its fields by name. */
  content: z.record(z.string(), Value),
});
export type KeptItem = z.infer<typeof KeptItem>;

/** One kind of thing that is kept, why and how long, and all that there is of it for this person. */
export const Kept = z.object({
  what: Id,
  name: FreeText,
  /** Purpose and legal basis (RGPD art. 15-1 a). */
  purpose: FreeText,
  /** How long (RGPD art. 15-1 d). */
  duration: FreeText,
  items: z.array(KeptItem),
});
export type Kept = z.infer<typeof Kept>;

/** `GET /v1/me`: everything that the portal keeps of the person (RGPD art. 15 and 20). */
export const Me = z.object({ asOf: Instant, kept: z.array(Kept) });
export type Me = z.infer<typeof Me>;
