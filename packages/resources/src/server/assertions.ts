/** Whom a caller asks about, signed by it for us and for one minute: no address ever holds a number. */
import { createRemoteJWKSet, customFetch, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { bodyOfNir } from '../nir.ts';

/** Our id in the catalogues of those who ask. */
export const AUDIENCE = 'ressources';

const Claims = z.object({
  jti: z.string().min(1).max(128),
  iat: z.number(),
  exp: z.number(),
  nir: z.string().transform((text, context) => {
    const nir = bodyOfNir(text);
    if (nir !== undefined) return nir;
    context.addIssue('is no NIR');
    return z.NEVER;
  }),
  /** Of the relay: what for, over how many months, before which one. */
  finalite: z.string().max(64).optional(),
  nombre_de_mois: z.int().optional(),
  mois: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
});
export type Asserted = z.infer<typeof Claims>;

const LIFETIME_SECONDS = 60;
const TOLERANCE_SECONDS = 5;

export type Keys = (jwks: string) => JWTVerifyGetKey;

/** Fetched once, and again for a key that was not seen yet. */
export function remoteKeys(fetch: (url: string) => Promise<Response>): Keys {
  const sets = new Map<string, JWTVerifyGetKey>();
  return (jwks) => {
    const known = sets.get(jwks);
    if (known) return known;
    const set = createRemoteJWKSet(new URL(jwks), { [customFetch]: fetch, cooldownDuration: 1_000 });
    sets.set(jwks, set);
    return set;
  };
}

export type Verifier = (jwt: string, jwks: string) => Promise<Asserted>;

/** @returns a verifier that rejects what is forged, stale, meant for another, too long-lived or shown twice */
export function createVerifier(keys: Keys, clock: Clock): Verifier {
  const shown = new Map<string, number>();
  return async (jwt, jwks) => {
    const { payload } = await jwtVerify(jwt, keys(jwks), {
      audience: AUDIENCE,
      algorithms: ['EdDSA', 'Ed25519', 'ES256'],
      currentDate: clock(),
      clockTolerance: TOLERANCE_SECONDS,
      requiredClaims: ['iss', 'aud', 'exp', 'iat', 'jti'],
    });
    const claims = Claims.parse(payload);
    if (claims.exp - claims.iat > LIFETIME_SECONDS) throw new Error('the assertion lives too long');
    const id = `${jwks} ${claims.jti}`;
    if (shown.has(id)) throw new Error('the assertion was shown before');
    const now = clock().getTime() / 1000;
    for (const [other, exp] of shown) if (exp + TOLERANCE_SECONDS < now) shown.delete(other);
    shown.set(id, claims.exp);
    return claims;
  };
}
