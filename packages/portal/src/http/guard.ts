/**
 * Who may call `/v1`. Cookies come with requests that somebody else's page makes, so each call must also carry a
 * header that only our own documents can send (a static custom header forces a preflight, which nobody else passes:
 * RFC 10017 §6.1.3.4), and must not come from another origin.
 */
import { createMiddleware } from 'hono/factory';
import { type Partner, PORTAL_PARTNER } from '../partners/partner-file.ts';
import type { Partners } from '../partners/partners.ts';
import type { PortalEnv } from './environment.ts';
import { answerProblem } from './problems.ts';

const READING = new Set(['GET', 'HEAD']);

/** Whether the page that calls is this partner's own, and may by convention show the tags without a frame. */
function inOwnPage(partner: Partner | undefined, origin: string | undefined): boolean {
  // The portal's own pages are on the very host that they call: `same-origin` is all that a browser says of them.
  if (partner === undefined || partner.id === PORTAL_PARTNER) return false;
  return partner.inPage && origin !== undefined && partner.origins.includes(origin);
}

/** `ownOrigin`: of the host that the call came to. The portal's own pages are the one partner of the portal host. */
export function guard(partners: Partners, ownOrigin: string) {
  return createMiddleware<PortalEnv>(async (c, next) => {
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const partner = partners.find(c.req.header('mds-partner') ?? '');
    const foreign =
      (origin !== undefined && origin !== ownOrigin) || (site !== undefined && site !== 'same-origin');
    if (foreign && !inOwnPage(partner, origin)) return answerProblem(c, 'origin-refused');
    if (origin === undefined && !READING.has(c.req.method)) return answerProblem(c, 'origin-refused');
    const own = partner?.id === PORTAL_PARTNER;
    if (partner === undefined || own !== (c.get('host') === 'portal'))
      return answerProblem(c, 'partner-unknown');
    c.set('partner', partner);
    await next();
    return;
  });
}
