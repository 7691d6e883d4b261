/**
 * `/stopped`: why a form came to nothing. Said after a redirect, since Chromium keeps the body of a form that a page
 * answers in the files of its profile, to send it again after a crash. What there is to say waits in a sealed cookie.
 */
import type { Context } from 'hono';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { PortalEnv } from '../http/environment.ts';
import { createSealedCookie } from '../http/sealed-cookie.ts';
import { KEPT } from '../retention.ts';

export const STOPPED = '/stopped';

export const Failure = z.object({
  status: z.literal([400, 403, 404, 410, 429, 500, 502, 503]),
  /** For the log and for who answers the phone. */
  code: z.string(),
  title: z.string(),
  /** What happened and what it means, a paragraph each. */
  words: z.array(z.string()).readonly(),
  /** First the one to try. */
  ways: z.array(z.object({ href: z.string(), words: z.string() })).readonly(),
});
export type Failure = z.infer<typeof Failure>;

const Stop = z.object({
  failure: Failure,
  /** Of the request that failed: the one that somebody reads out on the phone. */
  reference: z.string(),
});
export type Stop = z.infer<typeof Stop>;

export interface Stops {
  write(c: Context<PortalEnv>, stop: Stop): Promise<void>;
  /** Undefined: nothing was stopped lately, or the browser keeps no cookie. */
  read(c: Context<PortalEnv>): Promise<Stop | undefined>;
}

export function createStops({ key, clock }: { key: Uint8Array; clock: Clock }): Stops {
  const cookie = createSealedCookie({ name: '__Host-mds-stopped', content: Stop, key, clock });
  return {
    write: (c, stop) => cookie.write(c, stop, KEPT.signInSeconds),
    async read(c) {
      const found = await cookie.read(c);
      return found?.lapsed ? undefined : found?.content;
    },
  };
}
