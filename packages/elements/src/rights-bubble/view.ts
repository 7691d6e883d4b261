import type { CallOptions, PortalClient } from '@mds-kit/client/portal-client';
import { PortalError } from '@mds-kit/client/portal-error';
import type { Domain } from '@mds-kit/contract/domains';
import type { DomainRights } from '@mds-kit/contract/rights';
import type { SignedIn } from '../session.ts';

/** An answer, and whose it is. */
export interface Answered {
  readonly session: SignedIn;
  readonly answer: DomainRights;
}

type AnsweredState = 'ready' | 'partial' | 'nothing-paid' | 'not-covered' | 'not-answering';

/** What a bubble shows now. Each state has its own words, its own icon and its own way on. */
export type View =
  | { readonly state: 'loading' | 'signed-out' | 'session-ended' }
  | { readonly state: 'maintenance'; readonly until: string | undefined }
  | { readonly state: 'error'; readonly code: string }
  | ({ readonly state: AnsweredState } & Answered);

/** Asks whose session this is, then for the rights: a signed-out visitor causes no refused request. */
export async function load(
  portal: PortalClient,
  domain: Domain,
  options: CallOptions,
): Promise<Answered | undefined> {
  const session = await portal.session({ signal: options.signal });
  if (session.status === 'signed-out') return undefined;
  return { session, answer: await portal.rights(domain, options) };
}

export function viewOf(answered: Answered): View {
  const { situation, missing } = answered.answer;
  if (situation !== 'rights') return { state: situation, ...answered };
  return { state: missing.length > 0 ? 'partial' : 'ready', ...answered };
}

/** A failure as the person meets it; only the portal itself can fail here, a fund that is down is an answer. */
export function viewOfFailure(error: unknown): View {
  const code = error instanceof PortalError ? error.code : 'network';
  if (code === 'signed-out' || code === 'session-ended') return { state: code };
  if (error instanceof PortalError && code === 'maintenance')
    return { state: 'maintenance', until: error.problem?.until };
  return { state: 'error', code };
}

/** Whether a view has more to say in a panel. */
export function opens({ state }: View): boolean {
  return state !== 'loading' && state !== 'signed-out' && state !== 'session-ended';
}
