/**
 * What waits in a person's own browser from one request to the next, encrypted: of somebody who does not come back
 * nothing is stored here. A cookie can be put back: who takes an answer once remembers that elsewhere.
 */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { EncryptJWT, errors, jwtDecrypt, type JWTPayload } from 'jose';
import { z } from 'zod';
import { type Clock, inSeconds } from '../clock.ts';
import type { PortalEnv } from './environment.ts';

/** Lax: FranceConnect sends people back from another site. */
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

export interface Opened<Content> {
  readonly content: Content;
  readonly until: Date;
  /** It is later than that: good for saying what it was, and no more. */
  readonly lapsed: boolean;
}

export interface SealedCookie<Content> {
  /** `keptSeconds`: how long the browser keeps it, when that is longer than `seconds`, for which it is good. */
  write(c: Context<PortalEnv>, content: Content, seconds: number, keptSeconds?: number): Promise<void>;
  /** Undefined: none, or not one of ours. */
  read(c: Context<PortalEnv>): Promise<Opened<Content> | undefined>;
  clear(c: Context<PortalEnv>): void;
}

export interface SealedCookieOptions<Content> {
  readonly name: `__Host-${string}`;
  readonly content: z.ZodType<Content>;
  readonly key: Uint8Array;
  readonly clock: Clock;
}

export function createSealedCookie<Content>({
  name,
  content: schema,
  key,
  clock,
}: SealedCookieOptions<Content>): SealedCookie<Content> {
  const Sealed = z.object({ content: schema, exp: z.number() });

  /** What the key opens, and whether it is too old. */
  async function decrypt(token: string): Promise<{ payload: JWTPayload; lapsed: boolean } | undefined> {
    try {
      const { payload } = await jwtDecrypt(token, key, {
        // The same key opens other cookies: none passes for another. Checked before the age.
        audience: name,
        currentDate: clock(),
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return { payload, lapsed: false };
    } catch (error) {
      return error instanceof errors.JWTExpired ? { payload: error.payload, lapsed: true } : undefined;
    }
  }

  return {
    async write(c, content, seconds, keptSeconds = seconds) {
      const token = await new EncryptJWT({ content })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(name)
        .setExpirationTime(inSeconds(clock, seconds))
        .encrypt(key);
      setCookie(c, name, token, { ...ATTRIBUTES, maxAge: Math.max(seconds, keptSeconds) });
    },
    async read(c) {
      const token = getCookie(c, name);
      const found = token === undefined ? undefined : await decrypt(token);
      const { data } = Sealed.safeParse(found?.payload);
      if (found === undefined || data === undefined) return undefined;
      return { content: data.content, until: new Date(data.exp * 1000), lapsed: found.lapsed };
    },
    clear: (c) => void deleteCookie(c, name, ATTRIBUTES),
  };
}
