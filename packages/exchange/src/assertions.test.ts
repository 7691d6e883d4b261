import { generateKeyPairSync } from 'node:crypto';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { createAssertions } from './assertions.ts';
import { assertions, clock, NOW, signingKey } from './testing/exchange.ts';
import { CANARY } from './testing/people.ts';

const p256 = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as JWK;

const verify = (token: string, audience: string, keys: readonly JWK[], at = NOW) =>
  jwtVerify(token, createLocalJWKSet({ keys: [...keys] }), {
    audience,
    issuer: 'http://portal.localhost',
    currentDate: at,
  });

describe('an assertion', () => {
  it('carries the whole identity, signed, in the suppliers’ words', async () => {
    const { token, jti } = assertions.sign('cnaf', CANARY);
    const { payload } = await verify(token, 'cnaf', assertions.jwks.keys);
    expect(payload).toMatchObject({
      jti,
      nir: CANARY.nir,
      identite: {
        nom_naissance: 'CANARI-EXEMPLE',
        prenoms: ['Camille', 'Serinette'],
        date_naissance: '1991-03-14',
        sexe: 'F',
        code_commune_naissance: '69990',
        code_pays_naissance: '99100',
      },
    });
  });

  it('is worth one minute, for one supplier, once', async () => {
    const { token, jti } = assertions.sign('cnaf', CANARY);
    const { payload } = await verify(token, 'cnaf', assertions.jwks.keys);
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
    await expect(verify(token, 'msa', assertions.jwks.keys)).rejects.toThrow(/aud/);
    const later = new Date(NOW.getTime() + 61_000);
    await expect(verify(token, 'cnaf', assertions.jwks.keys, later)).rejects.toThrow(/exp/);
    expect(assertions.sign('cnaf', CANARY).jti).not.toBe(jti);
  });

  it('can be signed with P-256 where Ed25519 is not allowed', async () => {
    const other = await createAssertions({ issuer: 'http://portal.localhost', key: p256(), clock });
    const { token } = other.sign('cnaf', CANARY);
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', kid: other.jwks.keys[0]?.kid });
    await verify(token, 'cnaf', other.jwks.keys);
  });
});

describe('the published keys', () => {
  it('are public halves alone, the retired ones too', async () => {
    const { jwks } = await createAssertions({ issuer: 'x', key: p256(), retired: [signingKey], clock });
    expect(jwks.keys.map(({ alg }) => alg)).toEqual(['ES256', 'EdDSA']);
    expect(new Set(jwks.keys.map(({ kid }) => kid)).size).toBe(2);
    for (const key of jwks.keys) expect(Object.keys(key)).not.toContain('d');
    expect(JSON.stringify(jwks)).not.toContain(signingKey.d);
  });

  it('cannot come from a key that cannot sign, or that is too weak to', async () => {
    const { d: _private, ...half } = signingKey;
    await expect(createAssertions({ issuer: 'x', key: half, clock })).rejects.toThrow(/no private half/);
    const hmac: JWK = { kty: 'oct', k: 'c2VjcmV0', d: 'x' };
    await expect(createAssertions({ issuer: 'x', key: hmac, clock })).rejects.toThrow(/Ed25519 or a P-256/);
  });
});
