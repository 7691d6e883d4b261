/**
 * A sign-in under way, ten minutes at most, in an encrypted cookie of the portal host: nothing of somebody who does
 * not come back is stored. Two stages: at FranceConnect, then (first connection) at the NIR page.
 */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { type Clock, inSeconds } from '../clock.ts';
import type { PortalEnv } from '../http/environment.ts';

const NAME = '__Host-mds-signing-in';
const SECONDS = 10 * 60;

const Destination = z.object({
  partner: z.string(),
  returnId: z.string(),
  /** Hash of the verifier that the frame's own cookie holds; null for the portal's own pages. */
  challenge: z.string().nullable(),
});
/** Where somebody who signs in came from, and goes back to. */
export type Destination = z.infer<typeof Destination>;

const AtFranceConnect = Destination.extend({
  stage: z.literal('authorizing'),
  state: z.string(),
  nonce: z.string(),
});
export type AtFranceConnect = z.infer<typeof AtFranceConnect>;

const Identifying = Destination.extend({
  stage: z.literal('identifying'),
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
export type Identifying = z.infer<typeof Identifying>;

const Transaction = z.discriminatedUnion('stage', [AtFranceConnect, Identifying]);
export type Transaction = z.infer<typeof Transaction>;

export interface Transactions {
  write(c: Context<PortalEnv>, transaction: Transaction): Promise<void>;
  /** Undefined: none, too old, or not one of ours. */
  read(c: Context<PortalEnv>): Promise<Transaction | undefined>;
  clear(c: Context<PortalEnv>): void;
}

export function createTransactions(key: Uint8Array, clock: Clock): Transactions {
  return {
    async write(c, transaction) {
      const token = await new EncryptJWT(transaction)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(inSeconds(clock, SECONDS))
        .encrypt(key);
      // Lax: FranceConnect sends the person back from another site.
      setCookie(c, NAME, token, {
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
        maxAge: SECONDS,
      });
    },
    async read(c) {
      const token = getCookie(c, NAME);
      if (token === undefined) return undefined;
      try {
        const { payload } = await jwtDecrypt(token, key, {
          currentDate: clock(),
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        });
        return Transaction.parse(payload);
      } catch {
        return undefined;
      }
    },
    clear(c) {
      deleteCookie(c, NAME, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' });
    },
  };
}
