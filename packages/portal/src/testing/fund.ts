/** A fund's server as far as these tests need one: it signs honestly, or in each way that the portal must notice. */
import { randomUUID } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { clockAt } from '../clock.ts';
import type { Answer, Browser } from './browser.ts';
import { CANARY_CLAIMS, type World } from './world.ts';

type Claims = Record<string, unknown>;

export interface Signing {
  readonly alg?: string;
  readonly kid?: string;
  readonly key?: CryptoKey | Uint8Array;
}

/** What to put into the form instead, `null` to leave it out; or a list, to say it several times. */
export type Form = Readonly<Record<string, string | null | readonly string[]>>;

export class Fund {
  readonly id: string;
  readonly alg: 'EdDSA' | 'ES256';
  readonly key: CryptoKey;
  readonly jwk: JWK;
  now = () => Math.floor(clockAt()().getTime() / 1000);

  private constructor(id: string, alg: Fund['alg'], key: CryptoKey, jwk: JWK) {
    [this.id, this.alg, this.key, this.jwk] = [id, alg, key, jwk];
  }

  static async create(id: string, alg: Fund['alg'] = 'EdDSA'): Promise<Fund> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const { kty, crv, x, y } = await exportJWK(publicKey);
    const jwk = { kid: `${id}-1`, kty, crv, x, ...(y === undefined ? {} : { y }) } as JWK;
    return new Fund(id, alg, privateKey, jwk);
  }

  sign(claims: Claims, { alg = this.alg, kid = this.jwk.kid ?? '', key = this.key }: Signing = {}) {
    return new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key);
  }

  /** Says which server asks. */
  assertion(portalUrl: string, over: Claims = {}, signing?: Signing): Promise<string> {
    const now = this.now();
    const claims = { iss: this.id, sub: this.id, aud: `${portalUrl}/token`, iat: now, exp: now + 60 };
    return this.sign({ ...claims, jti: randomUUID(), ...over }, signing);
  }

  /** Says who is connected to their account here: the canary, unless told otherwise. */
  subjectToken(portalUrl: string, nir: string, over: Claims = {}, signing?: Signing): Promise<string> {
    const now = this.now();
    const { sub: _, ...identity } = CANARY_CLAIMS;
    const claims = { iss: this.id, sub: 'allocataire-7', aud: portalUrl, iat: now, exp: now + 60 };
    const said = { ...claims, jti: randomUUID(), nir, acr: 'eidas1', auth_time: now - 300 };
    return this.sign({ ...said, ...identity, ...over }, signing);
  }
}

/** Posts a form to `/token`; both tokens are honest unless the form has others. */
export async function askTicket(
  server: Browser,
  { portal }: Pick<World, 'portal'>,
  fund: Fund,
  nir: string,
  challenge: string,
  form: Form = {},
): Promise<Answer> {
  const { portalUrl } = portal;
  const whole: Form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await fund.assertion(portalUrl),
    subject_token: await fund.subjectToken(portalUrl, nir),
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    requested_token_type: 'urn:mds-kit:token-type:frame-ticket',
    challenge,
    ...form,
  };
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(whole))
    for (const one of [value ?? []].flat()) body.append(name, one);
  return server.ask(`${portalUrl}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
}
