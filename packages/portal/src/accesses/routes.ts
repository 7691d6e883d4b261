/** `/v1/accesses`: the person looks at who looked. */
import { type Accesses, Cursor } from '@mds-kit/contract/accesses';
import type { Catalogue } from '@mds-kit/exchange/catalogue/catalogue';
import { Hono } from 'hono';
import type { PortalEnv } from '../http/environment.ts';
import { answerProblem } from '../http/problems.ts';
import type { Partners } from '../partners/partners.ts';
import { KEPT } from '../retention.ts';
import { ownSession } from '../session/own-session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { AccessPages } from './pages.ts';

/** In the catalogue where FranceConnect's own history is to be shown too: it tells of other sites than ours. */
export const FRANCE_CONNECT_HISTORY = 'franceconnect.history';

export interface AccessServices {
  readonly accessPages: AccessPages;
  readonly sessions: Sessions;
  readonly partners: Partners;
  readonly catalogue: Pick<Catalogue, 'link'>;
}

export function accessRoutes({
  accessPages,
  sessions,
  partners,
  catalogue,
}: AccessServices): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();
  routes.get('/v1/accesses', async (c) => {
    const session = await ownSession(c, sessions);
    if (typeof session === 'string') return answerProblem(c, session);
    const before = Cursor.safeParse(c.req.query('before'));
    if (!before.success && c.req.query('before') !== undefined) return answerProblem(c, 'invalid-request');
    const page = await accessPages.page(session.subject, before.data);
    if (page === undefined) return answerProblem(c, 'invalid-request');
    return c.json<Accesses>({
      entries: page.entries.map(({ at, event, domain, partner }) => ({
        at: at.toISOString(),
        event,
        domain,
        partner: { id: partner, name: partners.nameOf(partner) ?? partner },
      })),
      next: page.next,
      keptMonths: KEPT.accessMonths,
      historyLinkId: catalogue.link(FRANCE_CONNECT_HISTORY)?.id ?? null,
    });
  });
  return routes;
}
