import type { Session } from '@mds-kit/contract/session';
import type { PortalClient } from '@mds-kit/client/portal-client';

export type SignedIn = Extract<Session, { status: 'signed-in' }>;

/**
 * Ends the session, then takes the whole page to where FranceConnect's own session ends too: a frame or a
 * pop-up may not show that page.
 */
export async function signOut(portal: PortalClient): Promise<void> {
  const { signOutUrl } = await portal.signOut();
  if (signOutUrl) open(signOutUrl, '_top');
}
