import * as z from 'zod/mini';
import { Instant } from './formats.ts';

/** Whose data is shown: enough to recognise oneself, not enough to be of use to anybody else. */
export const Citizen = z.object({
  firstName: z.string(),
  /** Numéro de sécurité sociale, masked: `1 85 05 •• ••• ••• ••`. */
  maskedNir: z.string().check(z.regex(/^[1-478] \d\d \d\d •• ••• ••• ••$/)),
});
export type Citizen = z.infer<typeof Citizen>;

export const NoSession = z.object({
  status: z.literal('signed-out'),
  /** Whether the cookie set by `POST /v1/sign-in` came back: false means this browser cannot sign in inside a frame. */
  cookies: z.boolean(),
  /**
   * What a ticket of the partner's own server (*billet*) must be made for, where the portal takes such tickets from it:
   * another one than that of signing in, so that no code of the one can come in by the other.
   */
  ticketChallenge: z.optional(z.string()),
});

export const OpenSession = z.object({
  status: z.literal('signed-in'),
  citizen: Citizen,
  /** When the session ends if nothing is asked meanwhile, and when it ends anyway. */
  idleUntil: Instant,
  endsAt: Instant,
});

// A plain union; pages read its halves (client/operations/session.ts). Discriminated ones weigh 420 bytes (brotli).
export const Session = z.union([NoSession, OpenSession]);
export type Session = z.infer<typeof Session>;

/** Answer of `POST /v1/sign-in`: where the whole page goes to sign in. Nothing personal in it. */
export const SignInStart = z.object({
  startUrl: z.string(),
});
export type SignInStart = z.infer<typeof SignInStart>;

/** `POST /v1/sign-in`: the registered return address, by id. */
export const SignInRequest = z.object({
  returnId: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))),
});
export type SignInRequest = z.infer<typeof SignInRequest>;

/** `POST /v1/session`: the one-time handover code that came back in the fragment of the partner's page. */
export const HandoverRequest = z.object({ handover: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)) });
export type HandoverRequest = z.infer<typeof HandoverRequest>;

/** `POST /v1/session`: the one-time ticket that the fund's own server was given for this browser, and for no other. */
export const TicketRequest = z.object({ ticket: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)) });
export type TicketRequest = z.infer<typeof TicketRequest>;

/** One or the other: what opens a session. */
export const SessionRequest = z.union([HandoverRequest, TicketRequest]);
export type SessionRequest = z.infer<typeof SessionRequest>;

/** Answer of `DELETE /v1/session`: where the whole page goes so that FranceConnect's own session ends too. */
export const SignedOut = z.object({ signOutUrl: z.nullable(z.string()) });
export type SignedOut = z.infer<typeof SignedOut>;
