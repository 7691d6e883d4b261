import {
  compactDecrypt,
  createRemoteJWKSet,
  customFetch,
  jwtVerify,
  type CryptoKey,
  type JWTVerifyGetKey,
} from 'jose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { DataProvider } from '../france-connect/data-providers.ts';
import type { LoopbackRequest } from '../loopback.ts';

/** What FranceConnect says of a token that is worth something: of whom it is, and what may be told for it. */
const Active = z.object({
  active: z.literal(true),
  aud: z.string().min(1),
  sub: z.string().min(1),
  iat: z.number(),
  exp: z.number(),
  acr: z.string(),
  jti: z.string().min(1),
  scope: z.string(),
  family_name: z.string(),
  given_name: z.string(),
  birthdate: z.string(),
  gender: z.enum(['male', 'female']),
  birthplace: z.string(),
  birthcountry: z.string(),
});
const Payload = z.object({
  token_introspection: z.discriminatedUnion('active', [z.object({ active: z.literal(false) }), Active]),
});
export type CitizenToken = z.infer<typeof Active>;

export type TokenVerdict =
  { kind: 'accepted'; token: CitizenToken } | { kind: 'worthless' } | { kind: 'level-too-low' };

/**
 * Asks FranceConnect what a citizen's token is worth, as a data provider does.
 *
 * @throws FranceConnectSilent when nobody answers; Error when the answer is not FranceConnect's to this provider, now
 */
export type TokenCheck = (token: string) => Promise<TokenVerdict>;

export class FranceConnectSilent extends Error {
  override readonly name = 'FranceConnectSilent';
}

const WITHIN_MS = 3_000;
const FRESH_SECONDS = 60;
const TOLERANCE_SECONDS = 5;
/** FranceConnect's levels (eIDAS, Regulation 2015/1502): a stronger one is as good. */
const LEVELS = new Set(['eidas1', 'eidas2', 'eidas3']);

export function createTokenCheck(options: {
  issuer: string;
  provider: Pick<DataProvider, 'id' | 'secret' | 'encryption'>;
  privateKey: () => Promise<CryptoKey>;
  fetch: (url: string, request: LoopbackRequest) => Promise<Response>;
  /** FranceConnect's time: what it says is compared with it. */
  clock: Clock;
}): TokenCheck {
  const { issuer, provider, privateKey, fetch, clock } = options;
  // Asked again for a key not seen yet: FranceConnect changes its own without notice.
  const keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(`${issuer}/jwks`), {
    [customFetch]: fetch,
    cooldownDuration: 0,
  });

  return async (token) => {
    const response = await fetch(`${issuer}/checktoken`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ client_id: provider.id, client_secret: provider.secret, token }),
      redirect: 'error',
      signal: AbortSignal.timeout(WITHIN_MS),
    }).catch((cause: unknown) => {
      throw new FranceConnectSilent('FranceConnect does not answer', { cause });
    });
    const type = response.headers.get('content-type') ?? '';
    if (response.status !== 200 || !type.startsWith('application/token-introspection+jwt')) {
      throw new Error(`FranceConnect answered ${response.status}`);
    }
    const { plaintext } = await compactDecrypt(await response.text(), await privateKey(), {
      keyManagementAlgorithms: [provider.encryption],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    const { payload } = await jwtVerify(plaintext, keys, {
      issuer,
      audience: provider.id,
      algorithms: ['ES256'],
      requiredClaims: ['iss', 'aud', 'iat'],
      maxTokenAge: FRESH_SECONDS,
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: clock(),
    });
    const { token_introspection: about } = Payload.parse(payload);
    if (!about.active || about.exp <= clock().getTime() / 1000) return { kind: 'worthless' };
    return LEVELS.has(about.acr) ? { kind: 'accepted', token: about } : { kind: 'level-too-low' };
  };
}
