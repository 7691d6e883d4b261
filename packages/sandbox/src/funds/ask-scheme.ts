/** A fund’s question to the monthly resources scheme, through its relay: all that a real fund has to write. */
import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { Fund } from './funds.ts';

/** Of the one who asks; invented. */
const SIRET = '00000000000000';

export type Question = {
  /** What for, as a purpose of the agreements. */
  readonly purpose: string;
  readonly nir: string;
  /** Where the purpose allows several. */
  readonly months?: number | undefined;
  /** Those before this month, `YYYY-MM`; the current one by default. */
  readonly before?: string | undefined;
};

export type Told = { readonly status: number; readonly answer: unknown };

/**
 * Whom it is about stands in the body alone, signed for this scheme and for one minute.
 * @throws when nobody answers, or not in JSON
 */
export async function askScheme(
  { id, key, signingKey }: Fund,
  { purpose, nir, months, before }: Question,
  { schemeUrl, now }: { schemeUrl: string; now: Date },
): Promise<Told> {
  const seconds = Math.floor(now.getTime() / 1000);
  const assertion = await new SignJWT({
    nir,
    finalite: purpose,
    ...(months !== undefined && { nombre_de_mois: months }),
    ...(before !== undefined && { mois: before }),
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: signingKey.kid ?? '' })
    .setIssuer(id)
    .setAudience('ressources')
    .setJti(randomUUID())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 60)
    .sign(await importJWK(signingKey, 'EdDSA'));
  const response = await fetch(`${schemeUrl}/v1/relais/ressources?recipient=${SIRET}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/jwt' },
    body: assertion,
  });
  return { status: response.status, answer: await response.json() };
}
