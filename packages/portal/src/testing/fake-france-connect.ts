/**
 * As little of FranceConnect as the portal's own tests need, and able to lie in each way that the portal must notice.
 * Who is signed in is told by the test; the faithful stand-in, with its pages, belongs to the sandbox.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export interface Claims {
  readonly sub: string;
  readonly given_name: string;
  readonly given_name_array: readonly string[];
  readonly family_name: string;
  readonly birthdate: string;
  readonly gender: string;
  readonly birthplace: string;
  readonly birthcountry: string;
}

/** What to do wrong, until told otherwise. */
export interface Lies {
  error?: string;
  state?: string;
  /** Of the callback. `null` leaves it out. */
  issuer?: string | null;
  nonce?: string;
  acr?: string;
  audience?: string;
  idTokenKey?: 'unknown';
  userinfoKey?: 'unknown';
  userinfoSub?: string;
  userinfoType?: 'json';
  tokenStatus?: number;
}

async function newKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } };
}

export class FakeFranceConnect {
  readonly issuer: string;
  readonly close: () => Promise<void>;
  who: Claims;
  lies: Lies = {};
  /** Where the portal last sent somebody to end their session. */
  ended: URL | undefined;
  keyFetches = 0;
  #key: Awaited<ReturnType<typeof newKey>>;
  #stranger: Awaited<ReturnType<typeof newKey>>;
  #asked = new Map<string, { nonce: string; clientId: string }>();

  private constructor(
    port: number,
    keys: [FakeFranceConnect['key'], FakeFranceConnect['key']],
    who: Claims,
    close: () => Promise<void>,
  ) {
    this.issuer = `http://franceconnect.localhost:${String(port)}/api/v2`;
    [this.#key, this.#stranger] = keys;
    this.who = who;
    this.close = close;
  }

  get key() {
    return this.#key;
  }

  static async start(who: Claims): Promise<FakeFranceConnect> {
    const keys: [FakeFranceConnect['key'], FakeFranceConnect['key']] = [
      await newKey('first'),
      await newKey('first'),
    ];
    let answer = (_request: IncomingMessage, response: ServerResponse): unknown =>
      response.writeHead(503).end();
    const server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const close = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    const fake = new FakeFranceConnect((server.address() as AddressInfo).port, keys, who, close);
    answer = (request, response) => fake.#answer(request, response);
    return fake;
  }

  /** Signs with another key from now on, and publishes that one only. */
  async rotateKeys(): Promise<void> {
    this.#key = await newKey('second');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer);
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (url.pathname.replace('/api/v2', '')) {
      case '/.well-known/openid-configuration':
        return void json(this.#metadata());
      case '/jwks':
        this.keyFetches += 1;
        return void json({ keys: [this.#key.jwk] });
      case '/authorize':
        return void response.writeHead(303, { location: this.#authorize(url) }).end();
      case '/token':
        return void json(...(await this.#token(await formOf(request))));
      case '/userinfo':
        if (this.lies.userinfoType === 'json') return void json(this.who);
        return void response
          .writeHead(200, { 'content-type': 'application/jwt' })
          .end(await this.#userinfo());
      case '/session/end':
        this.ended = url;
        return void response.writeHead(303, { location: endTarget(url) }).end();
      default:
        return void response.writeHead(404).end();
    }
  }

  #metadata() {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/session/end`,
      response_types_supported: ['code'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['ES256', 'RS256', 'HS256'],
      userinfo_signing_alg_values_supported: ['ES256', 'RS256'],
      authorization_response_iss_parameter_supported: true,
    };
  }

  #authorize(url: URL): string {
    const { searchParams } = url;
    const target = new URL(searchParams.get('redirect_uri') ?? '');
    const code = crypto.randomUUID();
    this.#asked.set(code, {
      nonce: searchParams.get('nonce') ?? '',
      clientId: searchParams.get('client_id') ?? '',
    });
    target.searchParams.set('state', this.lies.state ?? searchParams.get('state') ?? '');
    if (this.lies.issuer !== null) target.searchParams.set('iss', this.lies.issuer ?? this.issuer);
    if (this.lies.error === undefined) target.searchParams.set('code', code);
    else target.searchParams.set('error', this.lies.error);
    return target.href;
  }

  async #token(form: URLSearchParams): Promise<[unknown, number]> {
    const asked = this.#asked.get(form.get('code') ?? '');
    if (this.lies.tokenStatus !== undefined) return [{ error: 'server_error' }, this.lies.tokenStatus];
    if (asked === undefined || form.get('client_secret') === null) return [{ error: 'invalid_grant' }, 400];
    this.#asked.delete(form.get('code') ?? '');
    const claims = {
      sub: this.who.sub,
      nonce: this.lies.nonce ?? asked.nonce,
      acr: this.lies.acr ?? 'eidas1',
    };
    const id_token = await this.#sign(claims, this.lies.audience ?? asked.clientId, this.lies.idTokenKey);
    return [
      {
        access_token: 'opaque',
        expires_in: 60,
        id_token,
        scope: 'openid identite_pivot',
        token_type: 'Bearer',
      },
      200,
    ];
  }

  #userinfo(): Promise<string> {
    const claims = { ...this.who, sub: this.lies.userinfoSub ?? this.who.sub };
    return this.#sign(claims, 'portail-bac-a-sable', this.lies.userinfoKey);
  }

  #sign(claims: JWTPayload, audience: string, key?: 'unknown'): Promise<string> {
    const { kid, privateKey } = key === 'unknown' ? this.#stranger : this.#key;
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer(this.issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('60s')
      .sign(privateKey);
  }
}

function endTarget({ searchParams }: URL): string {
  const target = new URL(searchParams.get('post_logout_redirect_uri') ?? '');
  target.searchParams.set('state', searchParams.get('state') ?? '');
  return target.href;
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
  return new URLSearchParams(body);
}
