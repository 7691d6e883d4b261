/** Refuses who asks too often, before anything is looked up for them: 429, with when to come back (RFC 6585 §4). */
import type { Context, MiddlewareHandler } from 'hono';
import type { PortalEnv } from '../http/environment.ts';
import { answerProblem } from '../http/problems.ts';
import { showFailure } from '../pages/failure-page.ts';
import type { Pages } from '../pages/layout.ts';
import { sessionCookie } from '../session/cookies.ts';
import { addressOf } from './address.ts';
import { type Limit, LIMITS } from './limits.ts';
import type { SharedCounters } from './shared-counters.ts';

export interface LimitOptions {
  readonly counters: SharedCounters;
  /** Proxies of ours in front of the portal: whose word on the caller's address is believed. */
  readonly proxies: number;
  /** The usual limits so many times: for load tests. */
  readonly times: number;
  readonly pages: Pages;
}

export interface Limits {
  /** Of one address, over everything that looks something up. */
  readonly address: MiddlewareHandler<PortalEnv>;
  /** Of one address, over what begins or ends a sign-in: each may try a code, a number, a ticket. */
  readonly signIn: MiddlewareHandler<PortalEnv>;
  /** Of one session and of one partner, once the guard knows the partner. */
  readonly caller: MiddlewareHandler<PortalEnv>;
}

export function createLimits({ counters, proxies, times, pages }: LimitOptions): Limits {
  /** Seconds to wait; 0 when there is nothing to wait for. */
  function wait({ name, requests, seconds }: Limit, who: string): number {
    const verdict = counters.take({ name, requests: requests * times, seconds }, who);
    return verdict.allowed ? 0 : verdict.retryAfter;
  }
  const byAddress = (c: Context<PortalEnv>, limit: Limit) => wait(limit, addressOf(c.env.incoming, proxies));
  const unless =
    (secondsFor: (c: Context<PortalEnv>) => number): MiddlewareHandler<PortalEnv> =>
    async (c, next) => {
      const retryAfter = secondsFor(c);
      if (retryAfter > 0) return tooMany(c, pages, retryAfter);
      await next();
      return;
    };
  return {
    address: unless((c) => byAddress(c, LIMITS.address)),
    signIn: unless((c) => byAddress(c, LIMITS.signIn)),
    caller: unless((c) => {
      const token = sessionCookie.read(c);
      const ofSession = token === undefined ? 0 : wait(LIMITS.session, token);
      const partner = c.get('partner')?.id;
      return ofSession || (partner === undefined ? 0 : wait(LIMITS.partner, partner));
    }),
  };
}

function tooMany(c: Context<PortalEnv>, pages: Pages, retryAfter: number): Response | Promise<Response> {
  if (c.get('host') !== 'portal' || /^\/(v1\/|token$)/.test(c.req.path))
    return answerProblem(c, 'too-many-requests', { retryAfter });
  // No form is answered by a page: the form's own page, which counts too, says it.
  if (c.req.method === 'POST') return c.redirect(c.req.path, 303);
  c.header('retry-after', String(retryAfter));
  return showFailure(c, pages, {
    status: 429,
    code: 'too-many-requests',
    title: 'Trop de demandes à la fois',
    words: [
      'Beaucoup de demandes viennent en ce moment de votre connexion. Pour protéger les données de chacun, nous faisons une courte pause.',
      'Attendez quelques minutes, puis réessayez.',
    ],
    ways: [{ href: '/', words: 'Aller à l’accueil' }],
  });
}
