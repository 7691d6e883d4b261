import { signed } from '@mds-kit/exchange/testing/signed';
import type { CryptoKey } from 'jose';
import { citizenByLogin } from '../citizens.ts';
import { supplierKey } from './supplier.ts';

/** A portal's question, for tests: signed for one supplier about one citizen, changed where a test wants it wrong. */
export type Asking = {
  url: string;
  audience: string;
  login: string;
  key: CryptoKey;
  now: Date;
  /** Replaces claims of the assertion. */
  claims?: Record<string, unknown>;
  headers?: Record<string, string>;
  query?: string;
  /** Names the key, where the supplier has several to choose from. */
  kid?: string;
};

export async function assertionOf({ audience, login, key, now, claims, kid }: Asking): Promise<string> {
  const citizen = citizenByLogin(login);
  if (!citizen) throw new RangeError(`nobody is called ${login}`);
  const { identity, nir } = citizen;
  return signed({
    key,
    issuer: 'http://portal.localhost:4000',
    audience,
    now,
    kid,
    claims: {
      nir,
      identite: {
        nom_naissance: identity.family_name,
        prenoms: identity.given_name_array,
        date_naissance: identity.birthdate,
        sexe: identity.gender === 'female' ? 'F' : 'M',
        code_commune_naissance: identity.birthplace === '' ? null : identity.birthplace,
        code_pays_naissance: identity.birthcountry,
      },
      ...claims,
    },
  });
}

export async function ask(asking: Asking): Promise<Response> {
  return fetch(`${asking.url}${asking.query ?? '?recipient=00000000000000'}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${supplierKey(asking.audience)}`,
      'Content-Type': 'application/jwt',
      ...asking.headers,
    },
    body: await assertionOf(asking),
    redirect: 'manual',
    signal: AbortSignal.timeout(5_000),
  });
}
