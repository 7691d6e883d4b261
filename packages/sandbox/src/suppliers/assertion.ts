import { createRemoteJWKSet, customFetch, jwtVerify, type CryptoKey, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { LoopbackRequest } from '../loopback.ts';

/** Whom the portal asks about: it signs this for one supplier and one minute, so that no address holds a NIR. */
const Claims = z.object({
  jti: z.string().min(1),
  iat: z.number(),
  exp: z.number(),
  nir: z.string(),
  identite: z.object({
    nom_naissance: z.string(),
    prenoms: z.array(z.string()),
    date_naissance: z.string(),
    sexe: z.enum(['M', 'F']),
    code_commune_naissance: z.string().nullish(),
    code_pays_naissance: z.string(),
  }),
});
export type Asserted = z.infer<typeof Claims>;

/** The portal's public keys: its JWKS, fetched once and again for a key not seen yet; or, in tests, one key. */
export type AssertionKeys = JWTVerifyGetKey | CryptoKey;

export function keysAt(
  jwksUrl: string,
  fetch: (url: string, request: LoopbackRequest) => Promise<Response>,
): AssertionKeys {
  return createRemoteJWKSet(new URL(jwksUrl), { [customFetch]: fetch, cooldownDuration: 0 });
}

const LIFETIME_SECONDS = 60;
const TOLERANCE_SECONDS = 5;

export type AssertionVerifier = (jwt: string, audience: string) => Promise<Asserted>;

/** @returns a verifier that rejects what is forged, stale, meant for another, too long-lived or shown twice */
export function createAssertionVerifier(keys: AssertionKeys, clock: Clock): AssertionVerifier {
  const shown = new Map<string, number>();
  const getKey: JWTVerifyGetKey = typeof keys === 'function' ? keys : () => keys;

  return async (jwt, audience) => {
    const { payload } = await jwtVerify(jwt, getKey, {
      audience,
      algorithms: ['EdDSA', 'Ed25519', 'ES256'],
      currentDate: clock(),
      clockTolerance: TOLERANCE_SECONDS,
      requiredClaims: ['iss', 'aud', 'exp', 'iat', 'jti'],
    });
    const claims = Claims.parse(payload);
    if (claims.exp - claims.iat > LIFETIME_SECONDS) throw new Error('the assertion lives too long');
    if (shown.has(claims.jti)) throw new Error('the assertion was shown before');
    const now = clock().getTime() / 1000;
    for (const [jti, exp] of shown) if (exp + TOLERANCE_SECONDS < now) shown.delete(jti);
    shown.set(claims.jti, claims.exp);
    return claims;
  };
}
