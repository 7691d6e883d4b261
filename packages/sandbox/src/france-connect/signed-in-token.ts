import { createLoopbackFetch } from '../loopback.ts';
import { Visitor } from '../visitor.ts';
import { CARSAT_CLIENT, PORTAL_CLIENT } from './clients.ts';

/** Somebody who signs in, for tests: at which service, and what that service asks for. */
export type SigningIn = {
  issuer: string;
  login: string;
  /** Beside `openid`. */
  scope: string;
  /** The registered return address, where nobody need listen; it tells the client. */
  callback: string;
  /** Whose browser; by default another one each time. */
  visitor?: Visitor;
};

const clientAt = (callback: string) =>
  new URL(callback).hostname.startsWith('carsat') ? CARSAT_CLIENT : PORTAL_CLIENT;

export type SignedInTokens = { access_token: string; id_token: string; scope: string; expires_in: number };

/** The tokens that a service gets by FranceConnect’s pages, as any service does. */
export async function signedInTokens({
  issuer,
  login,
  scope,
  callback,
  ...by
}: SigningIn): Promise<SignedInTokens> {
  const client = clientAt(callback);
  const own = new Visitor({ stopAt: (url) => url.origin + url.pathname === callback });
  const { visitor = own } = by;
  const loopback = createLoopbackFetch();
  try {
    const authorize = new URL(`${issuer}/authorize`);
    authorize.search = new URLSearchParams({
      client_id: client.id,
      redirect_uri: callback,
      scope: `openid ${scope}`.trim(),
      response_type: 'code',
      state: 's',
      nonce: 'n'.repeat(22),
      acr_values: 'eidas1',
    }).toString();
    const information = await visitor.submit(await visitor.get(authorize), '/identity', { login });
    const { url } = await visitor.submit(information, '/continue');
    const response = await loopback.fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: url.searchParams.get('code') ?? '',
        redirect_uri: callback,
        client_id: client.id,
        client_secret: client.secret,
      }),
    });
    if (response.status !== 200) throw new Error(`no token: ${response.status}`);
    return (await response.json()) as SignedInTokens;
  } finally {
    await Promise.all([own.close(), loopback.close()]);
  }
}
