import Provider, { type ClientMetadata, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { JWK } from 'jose';
import { citizenByLogin } from '../citizens.ts';
import { PAGE_HEADERS, type Markup } from '../page.ts';
import type { FranceConnectClient } from './clients.ts';
import { ALL_DATA_SCOPES } from './data-providers.ts';
import { pairwiseSub, SCOPES } from './identity.ts';
import { errorPage, loggedOutPage, logoutPage } from './pages.ts';
import type { Store } from './store.ts';
import { addTokenHash } from './token-hash.ts';

export type ProviderOptions = {
  issuer: string;
  clients: readonly FranceConnectClient[];
  jwks: { keys: JWK[] };
  store: Store;
  cookieKeys: string[];
};

/** The protocol engine, set up as FranceConnect "FCP low" behaves; its own rules stand before it. */
export function createProvider(options: ProviderOptions): Provider {
  const provider = new Provider(options.issuer, {
    adapter: options.store.adapter,
    clients: options.clients.map(metadataOf),
    jwks: { keys: options.jwks.keys },
    acrValues: ['eidas1'],
    responseTypes: ['code'],
    subjectTypes: ['pairwise'],
    // Those of data stand for no claim: they only pass through to who holds the data.
    scopes: [...Object.keys(SCOPES), ...ALL_DATA_SCOPES],
    claims: Object.fromEntries([...Object.entries(SCOPES), ['amr', null]]),
    clientAuthMethods: ['client_secret_post', 'private_key_jwt'],
    enabledJWA: { idTokenSigningAlgValues: ['ES256'], userinfoSigningAlgValues: ['ES256'] },
    // PKCE is not in FranceConnect's documentation: it neither asks for it nor reads it.
    pkce: { required: () => false },
    extraParams: ['idp_hint'],
    allowOmittingSingleRegisteredRedirectUri: false,
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 30,
      Grant: 30,
      IdToken: 60,
      Interaction: 1800,
      Session: 1800,
    },
    cookies: {
      keys: options.cookieKeys,
      names: { session: 'fc_session_id', interaction: 'fc_interaction', resume: 'fc_resume' },
      long: { signed: true, httpOnly: true, sameSite: 'lax' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      claimsParameter: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => send(ctx, logoutPage(form)),
        postLogoutSuccessSource: (ctx) => send(ctx, loggedOutPage()),
      },
    },
    routes: {
      authorization: '/authorize',
      token: '/token',
      userinfo: '/userinfo',
      jwks: '/jwks',
      end_session: '/session/end',
      revocation: '/token/revocation',
    },
    interactions: { url: (_ctx, interaction) => `/api/v2/interaction/${interaction.uid}` },
    renderError: (ctx, out) => send(ctx, errorPage(out.error, out.error_description ?? '')),
    findAccount: (_ctx, login) => accountOf(login),
    pairwiseIdentifier: (_ctx, login, client) => subOf(client.clientId, login),
    loadExistingGrant,
  });
  const [signingKey] = options.jwks.keys;
  if (signingKey) provider.use(addTokenHash(signingKey));
  return provider;
}

function metadataOf(client: FranceConnectClient): ClientMetadata {
  return {
    client_id: client.id,
    client_secret: client.secret,
    client_name: client.name,
    redirect_uris: client.redirectUris,
    post_logout_redirect_uris: client.postLogoutRedirectUris,
    response_types: ['code'],
    grant_types: ['authorization_code'],
    subject_type: 'pairwise',
    scope: client.scopes.join(' '),
    token_endpoint_auth_method: 'client_secret_post',
    id_token_signed_response_alg: 'ES256',
    userinfo_signed_response_alg: 'ES256',
    require_auth_time: true,
  };
}

async function send(ctx: KoaContextWithOIDC, markup: Markup): Promise<void> {
  ctx.set(PAGE_HEADERS);
  ctx.body = String(await markup);
}

function accountOf(login: string) {
  const citizen = citizenByLogin(login);
  if (!citizen) return undefined;
  return { accountId: login, claims: () => ({ sub: login, ...citizen.identity }) };
}

function subOf(clientId: string, login: string): string {
  const citizen = citizenByLogin(login);
  if (!citizen) throw new Error('sub asked for somebody unknown');
  return pairwiseSub(clientId, citizen.identity);
}

/** The information page is the consent: everything asked for is granted, for one exchange. */
const loadExistingGrant: NonNullable<Configuration['loadExistingGrant']> = async (ctx) => {
  const { client, session, provider, requestParamScopes, requestParamClaims } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope([...requestParamScopes].join(' '));
  grant.addOIDCClaims([...requestParamClaims]);
  await grant.save();
  return grant;
};
