import type { CallOptions, PortalClient } from '@mds-kit/client/portal-client';
import type { Domain } from '@mds-kit/contract/domains';
import type { DomainRights, Right } from '@mds-kit/contract/rights';
import type { SignedIn } from '../session.ts';

/** An answer, and whose it is. */
export interface Answered {
  readonly kind: 'answered';
  readonly session: SignedIn;
  readonly answer: DomainRights;
}

/** What came of asking for a domain. */
export type Outcome =
  | Answered
  | { readonly kind: 'loading' }
  /** `ended`: the person was signed in here before. */
  | { readonly kind: 'signed-out'; readonly ended: boolean }
  /** The portal itself did not answer: a fund that does not is an answer. */
  | { readonly kind: 'failed'; readonly error: unknown };

/** Asks whose session this is, then for the rights: a signed-out visitor causes no refused request. */
export async function ask(
  portal: PortalClient,
  domain: Domain,
  options: CallOptions,
): Promise<Answered | undefined> {
  const session = await portal.session({ signal: options.signal });
  if (session.status === 'signed-out') return;
  return { kind: 'answered', session, answer: await portal.rights(domain, options) };
}

/** The usual case, whose words are at hand: everybody answered, and at least one right is open. */
export function isReady(outcome: Outcome): outcome is Answered {
  return (
    outcome.kind === 'answered' && outcome.answer.missing.length === 0 && outcome.answer.rights.some(isOpen)
  );
}

/** Whether a right is being paid or can be used; amount or not. */
export const isOpen = ({ status }: Right): boolean => status === 'open';
