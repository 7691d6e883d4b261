import type { ChannelPortalClient, PortalClient } from '@mds-kit/client/portal-client';
import { PortalError } from '@mds-kit/client/portal-error';

/**
 * A client whose sign-out and sign-in lead to the portal and nowhere else: the whole page of the partner goes there.
 */
export function signingOutTo(portalOrigin: string, client: ChannelPortalClient): PortalClient {
  const checked = (address: string | null) => {
    if (address !== null && new URL(address).origin !== portalOrigin) throw new PortalError('invalid-answer');
  };
  return {
    ...client,
    async startSignIn(returnId, options) {
      const start = await client.startSignIn(returnId, options);
      checked(start.startUrl);
      return start;
    },
    async signOut(options) {
      const signedOut = await client.signOut(options);
      checked(signedOut.signOutUrl);
      return signedOut;
    },
  };
}
