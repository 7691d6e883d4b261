import { createHash } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, importJWK, SignJWT, type JWK } from 'jose';
import type Provider from 'oidc-provider';

type Middleware = Parameters<Provider['use']>[0];

/**
 * FranceConnect's id_tokens carry `at_hash` and its logout insists on it; the engine leaves it out of the code
 * flow, where OpenID Connect (§3.1.3.6) makes it optional. So the token is signed once more, with it.
 */
export function addTokenHash(signingKey: JWK): Middleware {
  return async (ctx, next) => {
    await next();
    const body: unknown = ctx.body;
    if (!isTokenResponse(body)) return;
    const claims = { ...decodeJwt(body.id_token), at_hash: leftHalfOfSha256(body.access_token) };
    const { kid } = decodeProtectedHeader(body.id_token);
    const id_token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', ...(kid !== undefined && { kid }) })
      .sign(await importJWK(signingKey, 'ES256'));
    ctx.body = { ...body, id_token };
  };
}

const leftHalfOfSha256 = (value: string) =>
  createHash('sha256').update(value).digest().subarray(0, 16).toString('base64url');

function isTokenResponse(body: unknown): body is { id_token: string; access_token: string } {
  return (
    typeof body === 'object' &&
    body !== null &&
    'id_token' in body &&
    typeof body.id_token === 'string' &&
    'access_token' in body &&
    typeof body.access_token === 'string'
  );
}
