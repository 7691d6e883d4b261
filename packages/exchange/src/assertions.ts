import { createPrivateKey, randomUUID, sign, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, type JWK } from 'jose';
import type { Clock } from './clock.ts';
import type { Person } from './person.ts';

/** An assertion is worth a call, not a session: suppliers refuse it after this long. */
const LIFETIME_S = 60;

/** One person's identity for one audience, as a JWS. `jti` names the question: the answer must carry it too. */
export type Assertion = { token: string; jti: string };

export type Assertions = {
  /** For one audience (a supplier id, `sngi`, `affiliations`), 60 s, single use. */
  sign(audience: string, person: Person): Assertion;
  /** Public keys for `/.well-known/jwks.json`: the one in use first, then those being retired. */
  readonly jwks: { readonly keys: readonly JWK[] };
};

export type AssertionOptions = {
  /** `iss`: the portal's origin. */
  issuer: string;
  /** Private JWK: OKP Ed25519 (preferred, for speed) or EC P-256, with or without a `kid`. */
  key: JWK;
  /** Keys whose last assertions may still be under way: their public halves stay in the JWKS. */
  retired?: readonly JWK[];
  clock: Clock;
};

function algorithmOf(jwk: JWK): 'EdDSA' | 'ES256' {
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') return 'EdDSA';
  if (jwk.kty === 'EC' && jwk.crv === 'P-256') return 'ES256';
  throw new TypeError('The assertion key must be an Ed25519 or a P-256 key');
}

/** By a list of what may leave, so that a new private member of a JWK cannot slip out. */
async function publicHalf(jwk: JWK): Promise<JWK> {
  const kty = jwk.kty;
  if (kty === undefined) throw new TypeError('The assertion key has no type');
  const half: JWK = { kty };
  for (const member of ['crv', 'x', 'y'] as const) {
    const value = jwk[member];
    if (value !== undefined) half[member] = value;
  }
  return { ...half, kid: jwk.kid ?? (await calculateJwkThumbprint(half)), alg: algorithmOf(jwk), use: 'sig' };
}

function identityClaims(person: Person) {
  return {
    nir: person.nir,
    identite: {
      nom_naissance: person.birthName,
      prenoms: person.firstNames,
      date_naissance: person.birthDate,
      sexe: person.sex,
      code_commune_naissance: person.birthCommune,
      code_pays_naissance: person.birthCountry,
    },
  };
}

/**
 * Here and now, in 35 µs. On a thread of Node's pool it costs the one that answers people as much under load, to wake that
 * thread and to hear of it, and another fifth of an answer's whole processor time.
 */
function signatureOf(key: KeyObject, alg: 'EdDSA' | 'ES256'): (text: string) => Buffer {
  if (alg === 'EdDSA') return (text) => sign(null, Buffer.from(text), key);
  return (text) => sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
}

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Signs compact JWS (RFC 7515) with node:crypto itself: jose goes through Web Cryptography, which costs twice the
 * processor (77 against 32 µs), for every call to every supplier. Tests verify what is signed with jose.
 *
 * @throws {TypeError} for a key that is neither Ed25519 nor P-256, or has no private half
 */
export async function createAssertions(options: AssertionOptions): Promise<Assertions> {
  const { issuer, key, retired = [], clock } = options;
  if (key.d === undefined) throw new TypeError('The assertion key has no private half');
  const alg = algorithmOf(key);
  const current = await publicHalf(key);
  const signature = signatureOf(createPrivateKey({ key, format: 'jwk' }), alg);
  const header = base64url({ alg, typ: 'JWT', kid: current.kid });
  return {
    jwks: { keys: [current, ...(await Promise.all(retired.map(publicHalf)))] },
    sign(audience, person) {
      const now = Math.floor(clock().getTime() / 1000);
      const jti = randomUUID();
      const claims = {
        ...identityClaims(person),
        iss: issuer,
        aud: audience,
        iat: now,
        exp: now + LIFETIME_S,
        jti,
      };
      const signed = `${header}.${base64url(claims)}`;
      return { token: `${signed}.${signature(signed).toString('base64url')}`, jti };
    },
  };
}
