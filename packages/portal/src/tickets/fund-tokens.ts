/**
 * The two tokens that a fund signs: one says which server asks (`private_key_jwt`, RFC 7523), the other who is connected
 * to their account there (the subject token of RFC 8693). Both live a minute, work once, and are for this portal alone.
 */
import type { Person } from '@mds-kit/exchange/person';
import { decodeJwt, decodeProtectedHeader, importJWK, type JWK, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { readNir } from '../nir/nir.ts';
import type { Partner } from '../partners/partner-file.ts';
import type { Partners } from '../partners/partners.ts';
import { identityOf } from '../sign-in/identity.ts';
import { TokenError } from './token-error.ts';
import type { UsedTokens } from './used-tokens.ts';

/** A partner that has agreed with the portal to vouch for the people whom it has signed in. */
export type Fund = Partner & { readonly ticket: NonNullable<Partner['ticket']> };

export interface Subject {
  readonly person: Person;
  /** Level at which the fund signed the person in, in eIDAS's words; whatever it wrote there. */
  readonly acr: string;
  /** When. */
  readonly authTime: Date;
}

export interface FundTokens {
  /** Which fund asks. @throws TokenError `invalid_client`, one answer for all that may be wrong */
  client(assertion: string, clientId: string | undefined): Promise<Fund>;
  /** Whom it vouches for. @throws TokenError `invalid_grant` */
  subject(token: string, fund: Fund): Promise<Subject>;
}

export interface FundTokensOptions {
  readonly partners: Pick<Partners, 'find'>;
  readonly portalOrigin: string;
  readonly usedTokens: UsedTokens;
  readonly clock: Clock;
}

/** Seconds that a token may live, and by which two clocks may differ. */
const LONGEST = 60;
const TOLERANCE = 5;

/** Claims that both have. */
const Common = z.object({ exp: z.number(), jti: z.string().min(1).max(256) });
type Verified = JWTPayload & z.infer<typeof Common>;

/** Beside the identity, named as FranceConnect names it (*identité pivot*). `sub` is the fund's own, and opaque to us. */
const SubjectClaims = z.object({
  sub: z.string().min(1).max(256),
  /** As it is registered: fifteen characters, key included, nothing between them. */
  nir: z.string().refine((text) => {
    const reading = readNir(text);
    return 'nir' in reading && reading.nir === text;
  }),
  acr: z.string(),
  auth_time: z.int().positive(),
  iat: z.number(),
});

export function createFundTokens({
  partners,
  portalOrigin,
  usedTokens,
  clock,
}: FundTokensOptions): FundTokens {
  /** The claims, once everything has been checked that makes a token ours and fresh. */
  async function verified(token: string, fund: Fund, audience: string): Promise<Verified> {
    const { kid } = decodeProtectedHeader(token);
    const jwk = fund.ticket.keys.find((key) => key.kid === kid);
    if (jwk === undefined) throw new Error('No key of this fund has that kid');
    // The key says which algorithm, never the token: neither `none` nor an HMAC with the public key can be asked for.
    const alg = jwk.kty === 'OKP' ? 'EdDSA' : 'ES256';
    const { payload } = await jwtVerify(token, await importJWK(publicKey(jwk), alg), {
      algorithms: alg === 'EdDSA' ? ['EdDSA', 'Ed25519'] : [alg],
      issuer: fund.id,
      audience,
      currentDate: clock(),
      clockTolerance: TOLERANCE,
    });
    // For us alone: a token for several audiences could be shown here by another of them.
    if (payload.aud !== audience) throw new Error('More audiences than this one');
    const common = Common.parse(payload);
    if (common.exp > now() + LONGEST + TOLERANCE) throw new Error('The token lives too long');
    return { ...payload, ...common };
  }

  async function useOnce(kind: 'client' | 'subject', fund: Fund, { exp, jti }: Verified): Promise<void> {
    const until = new Date((exp + TOLERANCE + 1) * 1000);
    if (!(await usedTokens.take(kind, fund.id, jti, until))) throw refusalOf(kind, 'shown before');
  }

  const now = () => clock().getTime() / 1000;

  return {
    async client(assertion, clientId) {
      const { fund, claims } = await accepting('client', async () => {
        const { iss = '', sub } = decodeJwt(assertion);
        const partner = partners.find(iss);
        if (partner?.ticket === undefined || sub !== iss || (clientId ?? iss) !== iss)
          throw new Error('No fund of ours');
        const found = { ...partner, ticket: partner.ticket };
        return { fund: found, claims: await verified(assertion, found, `${portalOrigin}/token`) };
      });
      await useOnce('client', fund, claims);
      return fund;
    },

    async subject(token, fund) {
      const { subject, claims } = await accepting('subject', async () => {
        const payload = await verified(token, fund, portalOrigin);
        const { nir, acr, auth_time: authTime, iat } = SubjectClaims.parse(payload);
        const identity = identityOf(payload);
        if (identity === undefined) throw new Error('The identity is not whole');
        const fresh = iat <= now() + TOLERANCE && iat >= now() - LONGEST - TOLERANCE;
        if (!fresh || authTime > iat + TOLERANCE) throw new Error('Made at another time than it says');
        const signedIn = { person: { ...identity, nir }, acr, authTime: new Date(authTime * 1000) };
        return { subject: signedIn, claims: payload };
      });
      await useOnce('subject', fund, claims);
      return subject;
    },
  };
}

/** The key and nothing else of what the registry says about it. */
function publicKey({ kty, crv, x, ...more }: Fund['ticket']['keys'][number]): JWK {
  return 'y' in more ? { kty, crv, x, y: more.y } : { kty, crv, x };
}

/** One answer for all that may be wrong with a token: a forger learns nothing from it (RFC 6749 §5.2). */
const REFUSALS = {
  client: ['invalid_client', 'The client assertion was not accepted'],
  subject: ['invalid_grant', 'The subject token was not accepted'],
} as const;

function refusalOf(kind: keyof typeof REFUSALS, cause: unknown): TokenError {
  const [fault, words] = REFUSALS[kind];
  return new TokenError(fault, words, { cause });
}

async function accepting<T>(kind: keyof typeof REFUSALS, check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (cause) {
    throw refusalOf(kind, cause);
  }
}
