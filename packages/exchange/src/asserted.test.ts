import { createLocalJWKSet, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AssertionClaims, createAssertionVerifier } from './asserted.ts';
import { assertions, clock, NOW } from './testing/exchange.ts';
import { CANARY } from './testing/people.ts';
import { signed, type Signing } from './testing/signed.ts';

const Claims = AssertionClaims.extend({ nir: z.string() });
const mine = await generateKeyPair('Ed25519');
const others = await generateKeyPair('Ed25519');
const by = { from: 'caf', keys: mine.publicKey, audience: 'ressources' };
const seconds = NOW.getTime() / 1000;

const assertion = (change: Partial<Signing> = {}) =>
  signed({
    key: mine.privateKey,
    issuer: 'caf',
    audience: 'ressources',
    now: NOW,
    ...change,
    claims: { nir: CANARY.nir, ...change.claims },
  });

describe('an assertion that is shown to us', () => {
  it('is believed once, from each who signs', async () => {
    const verify = createAssertionVerifier(Claims, clock);
    const jwt = await assertion();
    expect(await verify(jwt, by)).toMatchObject({ nir: CANARY.nir });
    await expect(verify(jwt, by)).rejects.toThrow('shown before');
    expect(await verify(jwt, { ...by, from: 'msa' })).toMatchObject({ nir: CANARY.nir });
  });

  it('is believed as our own portal signs it', async () => {
    const keys = createLocalJWKSet({ keys: [...assertions.jwks.keys] });
    const { token } = assertions.sign('cnaf', CANARY);
    const verify = createAssertionVerifier(Claims, clock);
    expect(await verify(token, { from: 'portail', keys, audience: 'cnaf' })).toMatchObject({
      nir: CANARY.nir,
    });
  });

  it.each<[string, Partial<Signing>]>([
    ['with somebody else’s key', { key: others.privateKey }],
    ['for another audience', { audience: 'cnaf' }],
    ['an hour ago', { now: new Date(NOW.getTime() - 3_600_000) }],
    ['in the future', { claims: { iat: seconds + 3600, exp: seconds + 3660, nbf: seconds + 3600 } }],
    ['for an hour', { claims: { exp: seconds + 3600 } }],
    ['about nobody', { claims: { nir: undefined } }],
    ['without a name of its own', { claims: { jti: undefined } }],
  ])('is not, signed %s', async (_how, change) => {
    const verify = createAssertionVerifier(Claims, clock);
    await expect(verify(await assertion(change), by)).rejects.toThrow();
  });
});

it('is forgotten once it is stale, so that memory does not grow', async () => {
  let now = NOW;
  const verify = createAssertionVerifier(Claims, () => now);
  await verify(await assertion({ claims: { jti: 'one' } }), by);
  now = new Date(NOW.getTime() + 120_000);
  expect(await verify(await assertion({ now, claims: { jti: 'one' } }), by)).toMatchObject({ jti: 'one' });
});
