import { randomUUID } from 'node:crypto';
import type { Citizen } from '@mds-kit/sandbox/citizens';
import type { createLoopbackFetch } from '@mds-kit/sandbox/loopback';
import { importJWK, SignJWT } from 'jose';
import * as z from 'zod';
import { CAF_KEY } from './key.ts';

// What a fund's server does when a frame of its page comes for a ticket: all that a real one has to write.

const PARTNER = 'caf-exemple';

export interface Connected {
  readonly citizen: Citizen;
  /** When they signed in to their account here. */
  readonly at: Date;
}

const Answer = z.object({ access_token: z.string() });

/**
 * Tells the portal who is connected here, and gets a ticket that opens in the browser of this challenge alone.
 * Undefined: the person signs in with FranceConnect. The portal does not say why, and it is not for us to know.
 *
 * The social-security number travels here and nowhere else: from this server to the portal's, in the body of a POST,
 * inside a token that we signed. The page and its scripts only ever see the challenge.
 */
export async function askTicket(
  portalOrigin: string,
  { citizen, at }: Connected,
  challenge: string,
  now: Date,
  fetch: ReturnType<typeof createLoopbackFetch>['fetch'],
): Promise<string | undefined> {
  const seconds = Math.floor(now.getTime() / 1000);
  const key = await importJWK(CAF_KEY, 'EdDSA');
  const sign = (audience: string, subject: string, claims: Record<string, unknown>) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: CAF_KEY.kid })
      .setIssuer(PARTNER)
      .setAudience(audience)
      .setSubject(subject)
      .setJti(randomUUID())
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 60)
      .sign(key);
  const { email: _, ...identity } = citizen.identity;
  const response = await fetch(`${portalOrigin}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await sign(`${portalOrigin}/token`, PARTNER, {}),
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      subject_token: await sign(portalOrigin, `allocataire-${citizen.login}`, {
        ...identity,
        nir: citizen.nir,
        acr: 'eidas1',
        auth_time: Math.floor(at.getTime() / 1000),
      }),
      requested_token_type: 'urn:mds-kit:token-type:frame-ticket',
      challenge,
    }),
  });
  return Answer.safeParse(await response.json().catch(() => undefined)).data?.access_token;
}
