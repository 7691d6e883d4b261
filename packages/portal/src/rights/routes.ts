/** `/v1/rights/{domain}` and `/v1/catalogue`. */
import { isDomain } from '@mds-kit/contract/domains';
import type { Catalogue as PublicCatalogue } from '@mds-kit/contract/catalogue';
import type { RightsDesk } from '@mds-kit/exchange/rights-desk';
import { Hono } from 'hono';
import type { AccessJournal } from '../accesses/journal.ts';
import type { PortalEnv } from '../http/environment.ts';
import { answerProblem } from '../http/problems.ts';
import { untilGone } from '../http/until-gone.ts';
import { ownSession } from '../session/own-session.ts';
import type { Sessions } from '../session/sessions.ts';

export function rightsRoutes(
  desk: RightsDesk,
  sessions: Sessions,
  accesses: Pick<AccessJournal, 'recordRights'>,
): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();
  routes.get('/v1/rights/:domain', async (c) => {
    const domain = c.req.param('domain');
    if (!isDomain(domain)) return answerProblem(c, 'not-found');
    const session = await ownSession(c, sessions);
    if (typeof session === 'string') return answerProblem(c, session);
    const { person } = session;
    const correlation = c.get('correlation');
    // Together: the journal has long written when the funds have answered.
    const [rights] = await Promise.all([
      desk.rights({ domain, person, correlation, signal: untilGone(c) }),
      accesses.recordRights(session, domain),
    ]);
    return c.json(rights);
  });
  return routes;
}

/** The same for everybody, and the only answer of `/v1` that may be kept. */
export function catalogueRoute(catalogue: PublicCatalogue): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();
  routes.get('/v1/catalogue', (c) => c.json(catalogue, 200, { 'cache-control': 'public, max-age=300' }));
  return routes;
}
