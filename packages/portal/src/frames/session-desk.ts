import type { DirectPortalClient } from '@mds-kit/client/portal-client';
import type { Served } from '@mds-kit/client/serve-channel';
import type { ControllerInit } from '@mds-kit/contract/embedding';

/**
 * What the controller serves to each visible frame: the client, once the handover code that came with `init` is
 * redeemed, so that no frame is told "signed out" on the way in. Tells `onChange` when the person is found signed in or
 * out and was not before.
 */
export function sessionDesk(
  client: DirectPortalClient,
  init: Promise<Pick<ControllerInit, 'handover' | 'returnId'>>,
  onChange: (signedIn: boolean) => void,
): () => Served {
  let signedIn: boolean | undefined;

  const begun = init.then(async ({ handover, returnId }) => {
    let refused: { readonly why: unknown } | undefined;
    if (handover)
      await client.redeem(handover).catch((why: unknown) => {
        refused = { why };
      });
    return { returnId, refused };
  });

  return () => {
    /** That signing in did not complete is told to each frame once; who asks again hears how things are now. */
    let tellsRefusal = true;
    return {
      async session(options) {
        const { refused } = await begun;
        if (refused && tellsRefusal) {
          tellsRefusal = false;
          throw refused.why;
        }
        const session = await client.session(options);
        const now = session.status === 'signed-in';
        if (signedIn !== undefined && signedIn !== now) onChange(now);
        signedIn = now;
        return session;
      },
      startSignIn: async (returnId, options) =>
        client.startSignIn(returnId ?? (await begun).returnId, options),
      signOut: (options) => begun.then(() => client.signOut(options)),
      rights: (domain, options) => begun.then(() => client.rights(domain, options)),
      ask: (operation, argument, options) => begun.then(() => client.ask(operation, argument, options)),
      catalogue: (options) => client.catalogue(options),
      onSessionChange: (listener) => client.onSessionChange(listener),
    };
  };
}
