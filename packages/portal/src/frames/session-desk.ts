import { redeemHandover, redeemTicket } from '@mds-kit/client/operations/redeem';
import type { DirectPortalClient } from '@mds-kit/client/portal-client';
import { PortalError } from '@mds-kit/client/portal-error';
import type { Served } from '@mds-kit/client/serve-channel';
import type { ControllerInit } from '@mds-kit/contract/embedding';

/** How long frames wait for a ticket before they show the sign-in button, ms; one that comes later still signs in. */
const TICKET_MS = 3_000;

/** Asks the page for a ticket that opens for this challenge alone; undefined when its fund gives none. */
export type AskPage = (challenge: string) => Promise<string | undefined>;

/**
 * What the controller serves to each visible frame: the client, once the handover code that came with `init` is
 * redeemed, or else a ticket of the page's fund, so that no frame is told "signed out" on the way in. Tells `onChange`
 * when the person signs out, and when they are found signed in or out and were not before.
 */
export function sessionDesk(
  client: DirectPortalClient,
  init: Promise<Pick<ControllerInit, 'handover' | 'returnId' | 'tickets'>>,
  onChange: (signedIn: boolean) => void,
  askPage: AskPage,
): () => Served {
  let signedIn: boolean | undefined;
  let left = false;
  let asked = false;
  let entering: Promise<void> | undefined;

  const begun = init.then(async ({ handover, returnId, tickets }) => {
    let refused: { readonly why: unknown } | undefined;
    if (handover)
      await client.redeem(redeemHandover, handover).catch((why: unknown) => {
        refused = { why };
      });
    return { returnId, refused, tickets };
  });

  /** By a ticket, if the fund gives one. */
  const enter = async (challenge: string) => {
    asked = true;
    const ticket = await askPage(challenge);
    if (ticket) await client.redeem(redeemTicket, ticket);
  };

  /**
   * Whether a ticket may open what is closed: only when the page is loaded, which somebody did. A session that ended by
   * itself ended because nobody is there: it is not begun again for an empty chair.
   */
  const mayEnter = async () =>
    !left && (await begun).tickets && (entering !== undefined || (signedIn === undefined && !asked));

  const find: Served['session'] = async (options) => {
    const session = await client.session(options);
    if (session.status !== 'signed-out' || !session.ticketChallenge || !(await mayEnter())) return session;
    // Nobody is told what went wrong: the sign-in button is there.
    entering ??= enter(session.ticketChallenge)
      .catch(() => undefined)
      .finally(() => (entering = undefined));
    await Promise.race([entering, new Promise((resolve) => setTimeout(resolve, TICKET_MS))]);
    return client.session(options);
  };

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
        const session = await find(options);
        const now = session.status === 'signed-in';
        if (signedIn !== undefined && signedIn !== now) onChange(now);
        signedIn = now;
        return session;
      },
      async startSignIn(asked, options) {
        const returnId = asked ?? (await begun).returnId;
        return client.startSignIn(returnId, options).catch((why: unknown) => {
          // The person is told that it did not work; why is for whoever wrote the page.
          if (why instanceof PortalError && why.code === 'invalid-request')
            console.error(`[mds-kit] <script data-return="${returnId ?? ''}">: no such return is registered`);
          throw why;
        });
      },
      async signOut(options) {
        await begun;
        left = true;
        const way = await client.signOut(options);
        signedIn = false;
        onChange(false);
        return way;
      },
      rights: (domain, options) => begun.then(() => client.rights(domain, options)),
      catalogue: (options) => client.catalogue(options),
      ask: (operation, argument, options) => begun.then(() => client.ask(operation, argument, options)),
      onSessionChange: (listener) => client.onSessionChange(listener),
    };
  };
}
