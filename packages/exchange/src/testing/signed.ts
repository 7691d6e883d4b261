import { type CryptoKey, SignJWT } from 'jose';

export type Signing = {
  readonly key: CryptoKey;
  readonly issuer: string;
  readonly audience: string;
  readonly now: Date;
  /** What it says; also in the place of what every assertion says, where a test wants it wrong. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** Names the key, where the reader has several to choose from. */
  readonly kid?: string | undefined;
};

/** An assertion as {@link createAssertions} signs them, or wrong in any way. */
export function signed({ key, issuer, audience, now, claims, kid }: Signing): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000);
  const usual = { iss: issuer, aud: audience, iat: seconds, exp: seconds + 60, jti: crypto.randomUUID() };
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', ...(kid !== undefined && { kid }) })
    .sign(key);
}
