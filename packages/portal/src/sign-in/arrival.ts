/**
 * The end of a sign-in: somebody is known, with their NIR. They go back to the partner's page with a one-time code in
 * the fragment, which no server sees, or into the portal's own pages with a session of this host.
 */
import type { Context } from 'hono';
import type { AccessJournal } from '../accesses/journal.ts';
import { askAgreement, type AskServices } from '../agreements/ask.ts';
import type { PortalEnv } from '../http/environment.ts';
import { PORTAL_PARTNER } from '../partners/partner-file.ts';
import { sessionCookie } from '../session/cookies.ts';
import type { Handovers } from '../session/handover.ts';
import type { Sessions, SignedIn } from '../session/sessions.ts';
import { fail, type FailServices } from './fail.ts';
import { GOING_BACK, type GoingBacks } from './going-back.ts';
import type { Destination } from './transaction.ts';

export interface ArrivalServices extends AskServices, FailServices {
  readonly handovers: Handovers;
  readonly goingBack: GoingBacks;
  readonly sessions: Sessions;
  readonly accesses: Pick<AccessJournal, 'record'>;
}

/**
 * The sign-in is spent already: whatever comes of this, it is not there to go on from.
 *
 * `afterForm`: Chromium holds `form-action` against every redirect that follows a form, so a page goes on instead.
 */
export async function arrive(
  c: Context<PortalEnv>,
  services: ArrivalServices,
  destination: Destination,
  signedIn: Omit<SignedIn, 'returnId'>,
  afterForm: boolean,
): Promise<Response> {
  const { partners, handovers, sessions } = services;
  const partner = partners.find(destination.partner);
  const address = partner && partners.returnAddress(partner, destination.returnId);
  // Suspended or changed while the person was signing in.
  if (partner === undefined || address === undefined) return fail(c, services, 'partner-gone', destination);
  const asked = await askAgreement(c, services, partner, destination, signedIn);
  if (asked !== undefined) return asked;
  await services.accesses.record({ subject: signedIn.subject, partner: partner.id }, 'signed-in');
  const whole = { ...signedIn, returnId: destination.returnId };
  if (destination.challenge === null || partner.id === PORTAL_PARTNER) {
    const former = await sessions.find(sessionCookie.read(c));
    if (former !== undefined) await sessions.end(former);
    const { token } = await sessions.open(partner.id, whole);
    sessionCookie.write(c, token);
    return c.redirect(address, 303);
  }
  const code = await handovers.issue(partner.id, destination.challenge, whole);
  if (!afterForm) return c.redirect(`${address}#mds-handover=${code}`, 303);
  await services.goingBack.write(c, { ...destination, code });
  return c.redirect(GOING_BACK, 303);
}
