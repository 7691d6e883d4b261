/** The other end of assertions.ts: whom a caller asks about, signed by it for us and for one minute, shown once. */
import { createRemoteJWKSet, customFetch, jwtVerify, type CryptoKey, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from './clock.ts';

/** Of every assertion, whatever else it says. */
export const AssertionClaims = z.object({
  jti: z.string().min(1).max(128),
  iat: z.number(),
  exp: z.number(),
});

const LIFETIME_SECONDS = 60;
const TOLERANCE_SECONDS = 5;

/** Key sets by their address, each fetched once, and again for a key that was not seen yet: once within `cooldown`, ms. */
export function remoteKeys(
  fetch: (url: string) => Promise<Response>,
  cooldown = 1_000,
): (jwksUrl: string) => JWTVerifyGetKey {
  const sets = new Map<string, JWTVerifyGetKey>();
  return (jwksUrl) => {
    const known = sets.get(jwksUrl);
    if (known) return known;
    const set = createRemoteJWKSet(new URL(jwksUrl), { [customFetch]: fetch, cooldownDuration: cooldown });
    sets.set(jwksUrl, set);
    return set;
  };
}

/** @param from who signs, as one name for one set of keys: its `jti` are its own */
export type AssertionVerifier<Claims> = (
  jwt: string,
  by: { from: string; keys: JWTVerifyGetKey | CryptoKey; audience: string },
) => Promise<Claims>;

/** @returns a verifier that rejects what is forged, stale, meant for another, too long-lived or shown twice */
export function createAssertionVerifier<Claims extends z.infer<typeof AssertionClaims>>(
  schema: z.ZodType<Claims>,
  clock: Clock,
): AssertionVerifier<Claims> {
  const shown = new Map<string, number>();
  return async (jwt, { from, keys, audience }) => {
    const getKey: JWTVerifyGetKey = typeof keys === 'function' ? keys : () => keys;
    const { payload } = await jwtVerify(jwt, getKey, {
      audience,
      algorithms: ['EdDSA', 'Ed25519', 'ES256'],
      currentDate: clock(),
      clockTolerance: TOLERANCE_SECONDS,
      requiredClaims: ['iss', 'aud', 'exp', 'iat', 'jti'],
    });
    const claims = schema.parse(payload);
    if (claims.exp - claims.iat > LIFETIME_SECONDS) throw new Error('the assertion lives too long');
    const id = `${from} ${claims.jti}`;
    const now = clock().getTime() / 1000;
    for (const [other, exp] of shown) if (exp + TOLERANCE_SECONDS < now) shown.delete(other);
    if (shown.has(id)) throw new Error('the assertion was shown before');
    shown.set(id, claims.exp);
    return claims;
  };
}
