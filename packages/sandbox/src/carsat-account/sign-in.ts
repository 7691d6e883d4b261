import * as openid from 'openid-client';
import { CARSAT_CLIENT } from '../france-connect/clients.ts';
import type { LoopbackRequest } from '../loopback.ts';

/** What must come back unchanged from FranceConnect. */
export type Pending = { state: string; nonce: string };

export type SignedIn = { firstName: string; idToken: string };

export type SignIn = {
  start: () => Promise<{ pending: Pending; address: URL }>;
  /** @throws when FranceConnect refused, or when anything in its answer is not as it must be */
  finish: (callback: URL, pending: Pending) => Promise<SignedIn>;
  signOutAddress: (idToken: string) => Promise<URL>;
};

/** A fund signing its insured in with FranceConnect, as FranceConnect's documentation asks. */
export function createSignIn(options: {
  issuer: string;
  origin: string;
  fetch: (url: string, request: LoopbackRequest) => Promise<Response>;
}): SignIn {
  const { issuer, origin, fetch } = options;
  let discovered: Promise<openid.Configuration> | undefined;

  const configuration = () => (discovered ??= discover().catch(forget));
  const forget = (error: unknown) => {
    discovered = undefined;
    throw error;
  };
  async function discover() {
    const found = await openid.discovery(
      new URL(issuer),
      CARSAT_CLIENT.id,
      { id_token_signed_response_alg: 'ES256', userinfo_signed_response_alg: 'ES256' },
      openid.ClientSecretPost(CARSAT_CLIENT.secret),
      {
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- loopback has no TLS
        execute: [openid.allowInsecureRequests],
        [openid.customFetch]: fetch,
      },
    );
    openid.enableNonRepudiationChecks(found);
    return found;
  }

  return {
    start: async () => {
      const pending = { state: openid.randomState(), nonce: openid.randomNonce() };
      const address = openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: `${origin}/callback`,
        scope: 'openid given_name',
        acr_values: 'eidas1',
        ...pending,
      });
      return { pending, address };
    },
    finish: async (callback, { state, nonce }) => {
      const client = await configuration();
      const tokens = await openid.authorizationCodeGrant(client, callback, {
        expectedState: state,
        expectedNonce: nonce,
      });
      const claims = tokens.claims();
      if (!claims || !tokens.id_token || claims.acr !== 'eidas1') throw new Error('no identity came back');
      const identity = await openid.fetchUserInfo(client, tokens.access_token, claims.sub);
      return { firstName: identity.given_name?.split(' ')[0] ?? '', idToken: tokens.id_token };
    },
    signOutAddress: async (idToken) =>
      openid.buildEndSessionUrl(await configuration(), {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${origin}/deconnexion/fin`,
        state: openid.randomState(),
      }),
  };
}
