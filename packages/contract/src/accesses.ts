import * as z from 'zod/mini';
import { Domain } from './domains.ts';
import { Id, Instant } from './formats.ts';

/** What the access journal tells of (*journal des accès*): somebody's data was opened, shown, taken away, or closed. */
export const ACCESS_EVENTS = [
  'signed-in',
  /** By a fund that had signed the person in already, and that the person allowed to. */
  'signed-in-by-ticket',
  /** The rights of one domain were shown. */
  'rights',
  /** What employers declared was shown. */
  'salaries',
  /** What is known already was taken over into a simulation. */
  'situation',
  /** The person took away a copy of what is kept of them. */
  'exported',
  /** The person allowed a fund to open their rights without signing in again; or did not. */
  'agreed',
  'refused-agreement',
  'signed-out',
] as const;
export type AccessEvent = (typeof ACCESS_EVENTS)[number];

export const Access = z.object({
  at: Instant,
  /** One of `ACCESS_EVENTS`; a newer portal may send one that this kit has no words for. */
  event: Id,
  /** Of `rights` alone. */
  domain: z.nullable(Domain),
  /** Whose page it happened on. The name is the id once the partner is no longer registered. */
  partner: z.object({ id: Id, name: z.string() }),
});
export type Access = z.infer<typeof Access>;

/** Where the next page begins. Opaque, and of no use to anybody else. */
export const Cursor = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
export type Cursor = z.infer<typeof Cursor>;

/** `GET /v1/accesses`: the latest first, a page at a time. */
export const Accesses = z.object({
  entries: z.array(Access),
  /** To be given back as `before`; null: there is nothing older. */
  next: z.nullable(Cursor),
  /** Entries older than so many months are destroyed. */
  keptMonths: z.int(),
  /** Link of the catalogue to FranceConnect's own history (*historique des connexions*), which tells what it saw. */
  historyLinkId: z.nullable(Id),
});
export type Accesses = z.infer<typeof Accesses>;
