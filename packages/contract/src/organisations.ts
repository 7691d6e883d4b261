import * as z from 'zod/mini';
import { Id } from './formats.ts';

/** The schemes (*régimes*) whose details differ: general, agricultural, self-employed, public service. */
export const SCHEMES = ['general', 'agricultural', 'self-employed', 'public-service'] as const;
export const Scheme = z.enum(SCHEMES);
export type Scheme = z.infer<typeof Scheme>;

/**
 * A way out, by id: `/rebound/{id}` leads there. `host` is only what to tell the person ("sur caf.fr");
 * no address ever comes from a request (open redirects, RFC 9700 §4.11).
 */
export const Link = z.object({ id: Id, host: z.string().check(z.maxLength(253)) });
export type Link = z.infer<typeof Link>;

const Time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
// Named one by one: bounds, which no other schema of a page needs, weigh 190 bytes (brotli).
const Weekday: z.ZodMiniType<number> = z.literal([1, 2, 3, 4, 5, 6, 7]);

/** Opening hours, days numbered as in ISO 8601 (1 is Monday), local time of the organisation. */
export const OpeningHours = z.object({ from: Weekday, to: Weekday, opens: Time, closes: Time });
export type OpeningHours = z.infer<typeof OpeningHours>;

/** The pages that an organisation offers to the person; each one is absent where it has none. */
export const OrganisationLinks = z.object({
  account: z.optional(Link),
  createAccount: z.optional(Link),
  /** Payments and reimbursements (*historique*). */
  history: z.optional(Link),
  /** *Attestations*. */
  certificates: z.optional(Link),
  /** Where GDPR rights are exercised (*délégué à la protection des données*). */
  dataRights: z.optional(Link),
  appointment: z.optional(Link),
});

/** Whom to talk to (*interlocuteur*). */
export const Organisation = z.object({
  id: Id,
  name: z.string(),
  scheme: z.nullable(Scheme),
  /** As it is dialled and read in France: `32 30`, `01 23 45 67 89`. */
  phone: z.nullable(z.string().check(z.regex(/^\+?[0-9 ]{2,20}$/))),
  hours: z.array(OpeningHours),
  /** Postal address, a line each. */
  address: z.array(z.string()),
  links: OrganisationLinks,
});
export type Organisation = z.infer<typeof Organisation>;
