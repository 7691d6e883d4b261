import * as z from 'zod/mini';
import { Domain } from './domains.ts';
import { Id } from './formats.ts';
import { Link, OpeningHours, Organisation } from './organisations.ts';

/** Whom to call when something here fails, when, and that a counter exists (France services). */
export const Support = z.object({
  name: z.string(),
  phone: z.string(),
  hours: z.array(OpeningHours),
  /** Finds the nearest counter. */
  counters: Link,
});
export type Support = z.infer<typeof Support>;

/** `/v1/catalogue`: what the portal offers, the same for everybody; nothing personal, may be cached. */
export const Catalogue = z.object({
  domains: z.array(z.object({ id: Domain, benefits: z.array(Id) })),
  organisations: z.array(Organisation),
  support: Support,
  /** Where one simulates what one could claim. */
  simulate: Link,
});
export type Catalogue = z.infer<typeof Catalogue>;
