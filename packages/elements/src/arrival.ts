import { redeemHandover } from '@mds-kit/client/operations/redeem';
import type { DirectPortalClient } from '@mds-kit/client/portal-client';
import { PortalError } from '@mds-kit/client/portal-error';
import { providePortal } from './portal-context.ts';

const CODE = /^#mds-handover=([\w-]{43})$/;

/**
 * Somebody comes back from signing in to a page that shows the elements itself: the one-time code is taken off the
 * address, so that it is in no history entry, bookmark or referrer, and changed for the session. That it was refused is
 * told once, to whoever asks for the session first.
 */
export async function arrive(client: DirectPortalClient): Promise<void> {
  const code = CODE.exec(location.hash)?.[1];
  history.replaceState(history.state, '', location.pathname + location.search);
  let refused: PortalError | undefined;
  if (code)
    await client.redeem(redeemHandover, code).catch((why: unknown) => {
      refused = why instanceof PortalError ? why : new PortalError('internal');
    });
  providePortal({
    ...client,
    async session(options) {
      const why = refused;
      refused = undefined;
      if (why) throw why;
      return client.session(options);
    },
  });
}
