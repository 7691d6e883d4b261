/**
 * Somebody who signed in and is asked for their agreement before they go back: in an encrypted cookie of the portal
 * host, so that nothing of somebody who does not answer is stored. Worth one answer, since a cookie can be put back.
 */
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { type Clock, inSeconds } from '../clock.ts';
import type { PortalEnv } from '../http/environment.ts';
import { KEPT } from '../retention.ts';
import type { UsedTokens } from '../tickets/used-tokens.ts';

const NAME = '__Host-mds-agreeing';
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

const Pending = z.object({
  partner: z.string(),
  returnId: z.string(),
  challenge: z.string(),
  subject: z.string(),
  idToken: z.string(),
  identity: z.object({
    birthName: z.string(),
    firstNames: z.array(z.string()).readonly(),
    birthDate: z.string(),
    sex: z.enum(['M', 'F']),
    birthCommune: z.string().nullable(),
    birthCountry: z.string(),
  }),
});
/** Who is asked, and where they go back to. Not their number: the link has it. */
export type Pending = z.infer<typeof Pending>;

const Written = Pending.extend({ jti: z.string(), exp: z.number() });

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
  async function open(c: Context<PortalEnv>): Promise<z.infer<typeof Written> | undefined> {
    const token = getCookie(c, NAME);
    if (token === undefined) return undefined;
    try {
      const { payload } = await jwtDecrypt(token, key, {
        audience: NAME,
        currentDate: clock(),
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return Written.safeParse(payload).data;
    } catch {
      return undefined;
    }
  }

  return {
    async write(c, pending) {
      const token = await new EncryptJWT(pending)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        // The key also opens the cookie of a sign-in under way: neither passes for the other.
        .setAudience(NAME)
        .setJti(randomBytes(16).toString('base64url'))
        .setExpirationTime(inSeconds(clock, KEPT.signInSeconds))
        .encrypt(key);
      setCookie(c, NAME, token, { ...ATTRIBUTES, maxAge: KEPT.signInSeconds });
    },
    read: open,
    async spend(c) {
      const found = await open(c);
      deleteCookie(c, NAME, ATTRIBUTES);
      if (found === undefined) return false;
      return usedTokens.take('agreement', found.partner, found.jti, new Date(found.exp * 1000));
    },
  };
}
