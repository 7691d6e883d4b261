/**
 * Somebody who signed in and is asked for their agreement before they go back: in a sealed cookie of the portal host.
 * Worth one answer, since a cookie can be put back.
 */
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { PortalEnv } from '../http/environment.ts';
import { createSealedCookie } from '../http/sealed-cookie.ts';
import { KEPT } from '../retention.ts';
import { Identity } from '../sign-in/identity.ts';
import type { UsedTokens } from '../tickets/used-tokens.ts';

const Pending = z.object({
  partner: z.string(),
  returnId: z.string(),
  challenge: z.string(),
  subject: z.string(),
  idToken: z.string(),
  identity: Identity,
});
/** Who is asked, and where they go back to. Not their number: the link has it. */
export type Pending = z.infer<typeof Pending>;

export interface PendingAgreements {
  write(c: Context<PortalEnv>, pending: Pending): Promise<void>;
  /** Undefined: none, too old, or not one of ours. */
  read(c: Context<PortalEnv>): Promise<Pending | undefined>;
  /** Takes the answer; false when it was taken already, whatever the cookie says. */
  spend(c: Context<PortalEnv>): Promise<boolean>;
}

export interface PendingOptions {
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly usedTokens: UsedTokens;
}

export function createPendingAgreements({ key, clock, usedTokens }: PendingOptions): PendingAgreements {
  const cookie = createSealedCookie({
    name: '__Host-mds-agreeing',
    content: Pending.extend({ question: z.string() }),
    key,
    clock,
  });
  const open = async (c: Context<PortalEnv>) => {
    const found = await cookie.read(c);
    return found?.lapsed ? undefined : found;
  };
  return {
    write: (c, pending) =>
      cookie.write(c, { ...pending, question: randomBytes(16).toString('base64url') }, KEPT.signInSeconds),
    read: async (c) => (await open(c))?.content,
    async spend(c) {
      const found = await open(c);
      cookie.clear(c);
      if (found === undefined) return false;
      const { partner, question } = found.content;
      return usedTokens.take('agreement', partner, question, found.until);
    },
  };
}
