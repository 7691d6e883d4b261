/**
 * FranceConnect v2, as a *fournisseur de service*: code flow with state, nonce and issuer, identity by signed userinfo.
 * It is looked for when somebody signs in, never at start: the portal runs while FranceConnect does not.
 */
import * as oidc from 'openid-client';
import { type Identity, identityOf } from './identity.ts';

/** `refused`: something did not check out, and nobody is told what (RFC 9700). `denied`: the person turned back. */
export type SignInFault = 'unreachable' | 'denied' | 'refused' | 'incomplete';

export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly code: SignInFault;

  constructor(code: SignInFault, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

export interface Connected {
  /** Pairwise: the same person is somebody else at another service. */
  readonly sub: string;
  readonly identity: Identity;
  readonly idToken: string;
}

/** What must come back as it was sent. */
export interface Expected {
  readonly state: string;
  readonly nonce: string;
}

export interface FranceConnect {
  /** Where the person goes. @throws SignInError `unreachable` */
  authorizationUrl(expected: Expected): Promise<URL>;
  /** Who came back. @throws SignInError */
  complete(callbackUrl: URL, expected: Expected): Promise<Connected>;
  /** Where the person goes to end FranceConnect's session. @throws SignInError `unreachable` */
  endSessionUrl(idToken: string, state: string): Promise<URL>;
}

export interface FranceConnectOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly portalOrigin: string;
  readonly fetch: oidc.CustomFetch;
  readonly sandbox: boolean;
}

/** The low level: the one whose identity has been straightened against the national register. */
const ACR = 'eidas1';
const ACRS_AT_LEAST = new Set([ACR, 'eidas2', 'eidas3']);
const SCOPE = 'openid identite_pivot';
const SIGNED_WITH = 'ES256';

/** The stand-in on this machine has no TLS. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that it stands out, which it should
const allowPlainHttp: (configuration: oidc.Configuration) => void = oidc.allowInsecureRequests;

/** Somebody waits in front of a screen, seconds. */
const TIMEOUT = 5;

/**
 * Age, in seconds, that remembered keys claim: openid-client fetches them again at an unknown `kid` only when they are
 * over a minute old, and FranceConnect asks its clients to fetch again before they refuse.
 */
const KEYS_LOOK_OLD = 120;

export function createFranceConnect(options: FranceConnectOptions): FranceConnect {
  const { issuer, clientId, clientSecret, portalOrigin, sandbox } = options;
  const client = { id_token_signed_response_alg: SIGNED_WITH, userinfo_signed_response_alg: SIGNED_WITH };
  const authentication = () => oidc.ClientSecretPost(clientSecret);
  let metadata: Promise<oidc.ServerMetadata> | undefined;
  let keys: oidc.ExportedJWKSCache | undefined;

  async function discover(): Promise<oidc.ServerMetadata> {
    const found = await oidc.discovery(new URL(issuer), clientId, client, authentication(), {
      timeout: TIMEOUT,
      [oidc.customFetch]: options.fetch,
      ...(sandbox ? { execute: [allowPlainHttp] } : {}),
    });
    return found.serverMetadata();
  }

  /** FranceConnect as it is found once; looked for again by the next person when it was not there. */
  async function server(): Promise<oidc.ServerMetadata> {
    metadata ??= discover();
    try {
      return await metadata;
    } catch (cause) {
      metadata = undefined;
      throw new SignInError('unreachable', { cause });
    }
  }

  /** A configuration of its own for each sign-in, so that keys can be looked at afresh. */
  async function configuration(): Promise<oidc.Configuration> {
    const made = new oidc.Configuration(await server(), clientId, client, authentication());
    made[oidc.customFetch] = options.fetch;
    made.timeout = TIMEOUT;
    if (sandbox) allowPlainHttp(made);
    // Without this, openid-client trusts TLS for the ID token and does not look at its signature.
    oidc.enableNonRepudiationChecks(made);
    if (keys !== undefined) oidc.setJwksCache(made, { ...keys, uat: keys.uat - KEYS_LOOK_OLD });
    return made;
  }

  /** Keys that were fetched just now; those that were lent to this sign-in keep their true age. */
  function rememberKeys(used: oidc.Configuration): void {
    const seen = oidc.getJwksCache(used);
    if (seen !== undefined && seen.uat + KEYS_LOOK_OLD !== keys?.uat) keys = seen;
  }

  return {
    async authorizationUrl({ state, nonce }) {
      const parameters = {
        redirect_uri: `${portalOrigin}/callback`,
        scope: SCOPE,
        state,
        nonce,
        acr_values: ACR,
      };
      return oidc.buildAuthorizationUrl(await configuration(), parameters);
    },

    async complete(callbackUrl, { state, nonce }) {
      const found = await configuration();
      try {
        const tokens = await oidc.authorizationCodeGrant(found, callbackUrl, {
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined || tokens.id_token === undefined) throw new SignInError('refused');
        if (typeof claims.acr !== 'string' || !ACRS_AT_LEAST.has(claims.acr))
          throw new SignInError('refused');
        const userinfo = await oidc.fetchUserInfo(found, tokens.access_token, claims.sub);
        rememberKeys(found);
        const identity = identityOf(userinfo);
        if (identity === undefined) throw new SignInError('incomplete');
        return { sub: claims.sub, identity, idToken: tokens.id_token };
      } catch (error) {
        throw asSignInError(error);
      }
    },

    async endSessionUrl(idToken, state) {
      return oidc.buildEndSessionUrl(await configuration(), {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${portalOrigin}/signed-out`,
        state,
      });
    },
  };
}

function asSignInError(error: unknown): SignInError {
  if (error instanceof SignInError) return error;
  if (error instanceof oidc.AuthorizationResponseError) {
    return new SignInError(error.error === 'access_denied' ? 'denied' : 'refused', { cause: error });
  }
  return new SignInError(nobodyAnswered(error) ? 'unreachable' : 'refused', { cause: error });
}

/** Nothing came back, or a broken server's page: worth another try later, unlike an answer that does not check out. */
function nobodyAnswered(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500;
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === 'OAUTH_TIMEOUT') return true;
  if (error.cause instanceof Response) return error.cause.status >= 500;
  // fetch rejects with a bare TypeError; openid-client's own have a code.
  return error instanceof TypeError && !('code' in error);
}
