import { salaries } from '@mds-kit/client/operations/salaries';
import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Salaries } from '@mds-kit/contract/salaries';
import { codeOf } from '../parts/failures.ts';
import type { SignedIn } from '../session.ts';
import { chartOf } from './lanes.ts';
import type { Chart } from './lanes.ts';

/** What was declared, and whose it is. */
export interface Answered {
  readonly session: SignedIn;
  readonly told: Salaries;
  readonly chart: Chart;
}

/** Asks whose session this is first: a signed-out visitor causes no refused request. */
export async function ask(
  portal: PortalClient,
  months: number,
  signal: AbortSignal,
): Promise<Answered | undefined> {
  const session = await portal.session({ signal });
  if (session.status === 'signed-out') return;
  const answer = await portal.ask(salaries, String(months), { signal });
  return { session, told: answer, chart: chartOf(answer) };
}

/** The session went between two questions; whoever listens to it is told as well. */
export const isSignedOut = (error: unknown) => ['signed-out', 'session-ended'].includes(codeOf(error));
