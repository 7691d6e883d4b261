/** Shows why signing in did not work, with every way on that the registry knows from where the person came. */
import type { Context } from 'hono';
import type { PortalEnv } from '../http/environment.ts';
import type { Metrics } from '../operations/metrics.ts';
import { showFailure, type WayOn } from '../pages/failure-page.ts';
import type { Pages } from '../pages/layout.ts';
import type { Partners } from '../partners/partners.ts';
import { signInFailure, type SignInFailure } from './failures.ts';
import type { Destination } from './transaction.ts';

export interface FailServices {
  readonly partners: Partners;
  readonly pages: Pages;
  readonly metrics: Metrics;
}

/** `instead`: something better to do than to begin anew. */
export function fail(
  c: Context<PortalEnv>,
  { partners, pages, metrics }: FailServices,
  code: SignInFailure,
  destination?: Destination,
  instead?: WayOn,
): Response | Promise<Response> {
  const partner = destination && partners.find(destination.partner);
  const registered = destination && partner && partners.returnAddress(partner, destination.returnId);
  // Where it is no longer registered, the partner's usual page.
  const returnAddress = registered ?? partner?.returns[0]?.url;
  countSignIn(metrics, code);
  return showFailure(
    c,
    pages,
    signInFailure(code, {
      destination: registered === undefined ? undefined : destination,
      partner,
      returnAddress,
      instead,
    }),
  );
}

export function countSignIn(metrics: Metrics, outcome: string): void {
  metrics.count('mds_sign_ins_total', 'Ends of visits to FranceConnect, and beginnings that failed', {
    outcome,
  });
}
