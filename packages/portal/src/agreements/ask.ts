import type { Context } from 'hono';
import type { PortalEnv } from '../http/environment.ts';
import type { Partner } from '../partners/partner-file.ts';
import type { SignedIn } from '../session/sessions.ts';
import type { Destination } from '../sign-in/transaction.ts';
import type { Agreements } from './agreements.ts';
import type { PendingAgreements } from './pending.ts';

export interface AskServices {
  readonly agreements: Agreements;
  readonly pendingAgreements: PendingAgreements;
}

/** The way to the question, where it is to be asked: of who goes back to a fund that can vouch for them, and once. */
export async function askAgreement(
  c: Context<PortalEnv>,
  { agreements, pendingAgreements }: AskServices,
  partner: Partner,
  { returnId, challenge }: Destination,
  { subject, idToken, person: { nir: _, ...identity } }: Omit<SignedIn, 'returnId'>,
): Promise<Response | undefined> {
  if (partner.ticket === undefined || challenge === null || idToken === null) return undefined;
  if ((await agreements.decisionOf(subject, partner.id)) !== undefined) return undefined;
  await pendingAgreements.write(c, { partner: partner.id, returnId, challenge, subject, idToken, identity });
  return c.redirect('/agreement', 303);
}
