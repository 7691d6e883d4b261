/** What a supplier makes of FranceConnect's answer about a token, when that answer is not as it must be. */
import {
  CompactEncrypt,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWTHeaderParameters,
} from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockAt } from '../clock.ts';
import { listen, type Listening } from '../listen.ts';
import { createLoopbackFetch } from '../loopback.ts';
import { createTokenCheck, FranceConnectSilent, type TokenCheck } from './citizen-token.ts';

const NOW = new Date('2026-11-22T09:30:00Z');
const seconds = NOW.getTime() / 1000;
const provider = { id: 'fd-essai', secret: 'secret', encryption: 'ECDH-ES' } as const;
const loopback = createLoopbackFetch();

type Answer = { status: number; type: string; body: string };

let server: Listening;
let issuer: string;
let answer: Answer;
let check: TokenCheck;
let signing: CryptoKey;
let mine: CryptoKey;
let keys: { otherSigning: CryptoKey; others: CryptoKey };

beforeAll(async () => {
  const platform = await generateKeyPair('ES256', { extractable: true });
  const its = await generateKeyPair('ECDH-ES', { extractable: true });
  keys = {
    otherSigning: (await generateKeyPair('ES256')).privateKey,
    others: (await generateKeyPair('ECDH-ES')).publicKey,
  };
  signing = platform.privateKey;
  mine = its.publicKey;
  const jwks = JSON.stringify({
    keys: [{ ...(await exportJWK(platform.publicKey)), kid: 'k', alg: 'ES256' }],
  });
  server = await listen(0, (request, response) => {
    request.resume();
    const { status, type, body } = request.url?.endsWith('/jwks')
      ? { status: 200, type: 'application/json', body: jwks }
      : answer;
    response.writeHead(status, { 'Content-Type': type }).end(body);
  });
  issuer = `http://franceconnect.localhost:${server.port}/api/v2`;
  check = createTokenCheck({
    issuer,
    provider,
    privateKey: () => Promise.resolve(its.privateKey),
    fetch: loopback.fetch,
    clock: clockAt(NOW.toISOString()),
  });
});
afterAll(async () => {
  await Promise.all([server.close(), loopback.close()]);
});

const about = {
  active: true,
  aud: 'portail',
  sub: 'subv1',
  iat: seconds - 10,
  exp: seconds + 50,
  acr: 'eidas1',
  jti: 'jti',
  scope: 'prime_activite',
  family_name: 'EXEMPLE',
  given_name: 'Camille',
  birthdate: '1991-03-14',
  gender: 'female',
  birthplace: '69990',
  birthcountry: '99100',
};

type Changes = {
  about?: Record<string, unknown>;
  payload?: Record<string, unknown>;
  key?: CryptoKey;
  header?: JWTHeaderParameters;
};

async function signed({ about: changed, payload, key, header }: Changes = {}): Promise<string> {
  return new SignJWT({
    token_introspection: { ...about, ...changed },
    aud: provider.id,
    iat: seconds,
    iss: issuer,
    ...payload,
  })
    .setProtectedHeader(header ?? { alg: 'ES256', kid: 'k' })
    .sign(key ?? signing);
}

async function sealed(jws: string, to = mine, enc = 'A256GCM'): Promise<Answer> {
  const body = await new CompactEncrypt(new TextEncoder().encode(jws))
    .setProtectedHeader({ alg: 'ECDH-ES', enc })
    .encrypt(to);
  return { status: 200, type: 'application/token-introspection+jwt', body };
}

describe('FranceConnect’s answer about a token', () => {
  it('is taken when all of it is right', async () => {
    answer = await sealed(await signed());
    expect(await check('jeton')).toMatchObject({ kind: 'accepted', token: { scope: 'prime_activite' } });
  });

  it('may say that the token is worth nothing', async () => {
    answer = await sealed(await signed({ payload: { token_introspection: { active: false } } }));
    expect(await check('jeton')).toEqual({ kind: 'worthless' });
  });

  it('is compared with the time here', async () => {
    answer = await sealed(await signed({ about: { exp: seconds } }));
    expect(await check('jeton')).toEqual({ kind: 'worthless' });
  });

  it.each(['eidas0', '', 'eidas10'])('with the level %j does not do', async (acr) => {
    answer = await sealed(await signed({ about: { acr } }));
    expect(await check('jeton')).toEqual({ kind: 'level-too-low' });
  });

  it.each<[string, () => Promise<Answer>]>([
    ['of another issuer', async () => sealed(await signed({ payload: { iss: 'http://autre.localhost' } }))],
    ['for another provider', async () => sealed(await signed({ payload: { aud: 'fd-autre' } }))],
    ['of yesterday', async () => sealed(await signed({ payload: { iat: seconds - 86_400 } }))],
    ['of tomorrow', async () => sealed(await signed({ payload: { iat: seconds + 86_400 } }))],
    ['without a date', async () => sealed(await signed({ payload: { iat: undefined } }))],
    ['signed by somebody else', async () => sealed(await signed({ key: keys.otherSigning }))],
    ['signed by nobody', async () => sealed(unsigned())],
    ['encrypted to somebody else', async () => sealed(await signed(), keys.others)],
    ['in a weaker cipher', async () => sealed(await signed(), mine, 'A128GCM')],
    ['that is not encrypted', async () => ({ ...(await sealed('')), body: await signed() })],
    ['without an identity', async () => sealed(await signed({ about: { family_name: undefined } }))],
    ['that says active in words', async () => sealed(await signed({ about: { active: 'true' } }))],
    ['without its type', async () => ({ ...(await sealed(await signed())), type: 'application/jwt' })],
    ['with an error', async () => ({ ...(await sealed(await signed())), status: 401 })],
  ])('%s is no answer, and does not repeat the token', async (_name, make) => {
    answer = await make();
    const failure = await check('jeton-à-taire').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(FranceConnectSilent);
    expect(String(failure)).not.toContain('jeton-à-taire');
  });

  it('that does not come is told from a wrong one', async () => {
    const gone = await listen(0, () => undefined);
    await gone.close();
    const alone = createTokenCheck({
      issuer: `http://franceconnect.localhost:${gone.port}/api/v2`,
      provider,
      privateKey: () => Promise.reject(new Error('never asked')),
      fetch: loopback.fetch,
      clock: clockAt(NOW.toISOString()),
    });
    await expect(alone('jeton')).rejects.toThrow(FranceConnectSilent);
  });
});

/** `alg: none`, the oldest forgery (RFC 8725 §2.1). */
function unsigned(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const payload = { token_introspection: about, aud: provider.id, iat: seconds, iss: issuer };
  return `${part({ alg: 'none' })}.${part(payload)}.`;
}
