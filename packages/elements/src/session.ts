import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Session } from '@mds-kit/contract/session';
import type { ReactiveControllerHost } from 'lit';

export type SignedIn = Extract<Session, { status: 'signed-in' }>;

/** The way out for whoever is signed in. */
export class SignOut {
  /** Signing out did not work: the person must know that they are still signed in. */
  failed = false;
  readonly #host: ReactiveControllerHost;
  readonly #portal: () => PortalClient | undefined;

  constructor(host: ReactiveControllerHost, portal: () => PortalClient | undefined) {
    this.#host = host;
    this.#portal = portal;
  }

  /**
   * Ends the session, then takes the whole page to where FranceConnect's own session ends too: a frame or a
   * pop-up may not show that page.
   */
  readonly leave = async (): Promise<void> => {
    try {
      const answer = await this.#portal()?.signOut();
      this.failed = false;
      if (answer?.signOutUrl) open(answer.signOutUrl, '_top');
    } catch {
      this.failed = true;
    }
    this.#host.requestUpdate();
  };
}
