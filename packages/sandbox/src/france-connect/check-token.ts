import { createHash, timingSafeEqual } from 'node:crypto';
import { CompactEncrypt, importJWK, SignJWT, type JWK } from 'jose';
import type Provider from 'oidc-provider';
import { z } from 'zod';
import { citizenByLogin } from '../citizens.ts';
import type { PivotIdentity } from '../citizens/citizen.ts';
import type { Clock } from '../clock.ts';
import type { LoopbackRequest } from '../loopback.ts';
import type { DataProvider } from './data-providers.ts';
import { pairwiseSub, SCOPES } from './identity.ts';

export type Fetch = (url: string, request: LoopbackRequest) => Promise<Response>;

export type CheckTokenEngine = {
  issuer: string;
  provider: Provider;
  signingKey: JWK;
  dataProviders: readonly DataProvider[];
  fetch: Fetch;
  clock: Clock;
};

export type CheckTokenAnswer = { status: 200 | 400 | 401 | 500; type: string; body: string };

/**
 * `POST {issuer}/checktoken`: a data provider asks what the token that a service has shown it is worth. The answer is
 * signed by FranceConnect, then encrypted for this provider alone; what it says of the person is for it alone too
 * (its own `sub`, its own scopes).
 */
export async function checkToken(form: URLSearchParams, engine: CheckTokenEngine): Promise<CheckTokenAnswer> {
  const [clientId, secret, token] = ['client_id', 'client_secret', 'token'].map((name) => only(form, name));
  if (!clientId || !secret || !token) {
    return refusal(400, 'invalid_request', 'Required parameter missing or invalid.');
  }
  const asker = engine.dataProviders.find(({ id }) => id === clientId);
  if (!asker || !isSame(secret, asker.secret)) {
    return refusal(401, 'invalid_client', 'Client authentication failed.');
  }
  const key = await encryptionKeyOf(asker, engine).catch(() => undefined);
  if (!key) return refusal(500, 'server_error', 'No usable encryption key is published.');
  const jws = await sign(await introspectionOf(token, asker, engine), asker, engine);
  return { status: 200, type: 'application/token-introspection+jwt', body: await encrypt(jws, asker, key) };
}

/** The one value of a parameter; repeated, it is as good as absent. */
function only(form: URLSearchParams, name: string): string | undefined {
  const values = form.getAll(name);
  return values.length === 1 ? values[0] : undefined;
}

function refusal(status: 400 | 401 | 500, error: string, error_description: string): CheckTokenAnswer {
  const body = JSON.stringify({ error, error_description });
  return { status, type: 'application/json; charset=utf-8', body };
}

const sha256 = (value: string) => createHash('sha256').update(value).digest();
const isSame = (left: string, right: string) => timingSafeEqual(sha256(left), sha256(right));

type Introspection = { active: false } | ({ active: true } & Record<string, unknown>);

/** RFC 7662 §2.2: about a token that is worth nothing nobody learns anything, not even why. */
async function introspectionOf(
  token: string,
  asker: DataProvider,
  { provider, clock }: CheckTokenEngine,
): Promise<Introspection> {
  const now = clock().getTime() / 1000;
  // The engine would judge by the machine's time. It does see to it that a token ends with its session.
  const found = await provider.AccessToken.find(token, { ignoreExpiration: true });
  if (found?.exp === undefined || found.exp <= now) return { active: false };
  const session = found.sessionUid && (await provider.Session.findByUid(found.sessionUid));
  const identity = citizenByLogin(found.accountId)?.identity;
  if (!session || !identity) return { active: false };
  const granted = new Set(found.scope?.split(' '));
  return {
    active: true,
    aud: found.clientId,
    sub: pairwiseSub(asker.id, identity),
    iat: found.iat,
    exp: found.exp,
    acr: session.acr,
    // The engine's own id of a token is the token: what may be written down must open nothing. A hash, as in RFC 9449.
    jti: sha256(token).toString('base64url'),
    scope: asker.scopes.filter((scope) => granted.has(scope)).join(' '),
    ...pivotOf(identity),
  };
}

function pivotOf(identity: PivotIdentity) {
  const pivot = new Set(SCOPES.identite_pivot);
  return Object.fromEntries(Object.entries(identity).filter(([claim]) => pivot.has(claim)));
}

async function sign(introspection: Introspection, asker: DataProvider, engine: CheckTokenEngine) {
  const { signingKey, issuer, clock } = engine;
  return new SignJWT({
    token_introspection: introspection,
    aud: asker.id,
    iat: Math.floor(clock().getTime() / 1000),
    iss: issuer,
  })
    .setProtectedHeader({ alg: 'ES256', ...(signingKey.kid !== undefined && { kid: signingKey.kid }) })
    .sign(await importJWK(signingKey, 'ES256'));
}

/** RFC 7519 §5.2: `cty` says that a JWT is inside. */
async function encrypt(jws: string, asker: DataProvider, key: JWK): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(jws))
    .setProtectedHeader({
      alg: asker.encryption,
      enc: 'A256GCM',
      cty: 'JWT',
      ...(key.kid !== undefined && { kid: key.kid }),
    })
    .encrypt(await importJWK(key, asker.encryption));
}

const Jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
const KEY_TYPES = { 'RSA-OAEP-256': 'RSA', 'ECDH-ES': 'EC' } as const;
const KEYS_WITHIN_MS = 2_000;

/** Fetched each time: a provider that changes its key needs to tell nobody. */
async function encryptionKeyOf(asker: DataProvider, engine: CheckTokenEngine): Promise<JWK | undefined> {
  const { keys } =
    'jwks' in asker.keys
      ? asker.keys.jwks
      : Jwks.parse(await (await fetchKeys(asker.keys.jwksUri, engine)).json());
  return keys.find(
    ({ kty, use = 'enc', alg = asker.encryption }: JWK) =>
      kty === KEY_TYPES[asker.encryption] && use === 'enc' && alg === asker.encryption,
  );
}

const fetchKeys = (jwksUri: string, { fetch }: CheckTokenEngine) =>
  fetch(jwksUri, { redirect: 'error', signal: AbortSignal.timeout(KEYS_WITHIN_MS) });
