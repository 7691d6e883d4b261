import type { JWK } from 'jose';
import type { Clock } from './clock.ts';
import type { Person } from './person.ts';

export type Assertions = {
  /** The person's identity for one audience (a supplier id, `sngi`, `affiliations`): a JWS, 60 s, single use. */
  sign(audience: string, person: Person): Promise<string>;
  /** Public keys for `/.well-known/jwks.json`: the one in use first, then those being retired. */
  readonly jwks: { readonly keys: readonly JWK[] };
};

export type AssertionOptions = {
  /** `iss`: the portal's origin. */
  issuer: string;
  /** Private JWK: OKP Ed25519 (preferred, for speed) or EC P-256, with a `kid`. */
  key: JWK;
  /** Keys whose last assertions may still be under way: their public halves stay in the JWKS. */
  retired?: readonly JWK[];
  clock: Clock;
};

export async function createAssertions(_options: AssertionOptions): Promise<Assertions> {
  throw new Error('not written yet');
}
