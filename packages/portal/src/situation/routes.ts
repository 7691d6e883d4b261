/**
 * `/v1/situation`: what the social sphere knows of a person's household, to begin a simulation with; asked live and kept
 * nowhere. On the portal's own host alone: it tells of a partner and of children too, which no convention with a fund's page
 * covers.
 */
import type { SituationDesk } from '@mds-kit/exchange/situation-desk';
import { Hono } from 'hono';
import type { AccessJournal } from '../accesses/journal.ts';
import type { PortalEnv } from '../http/environment.ts';
import { answerProblem } from '../http/problems.ts';
import { untilGone } from '../http/until-gone.ts';
import { ownSession } from '../session/own-session.ts';
import type { Sessions } from '../session/sessions.ts';

export interface SituationServices {
  readonly situationDesk: Pick<SituationDesk, 'situation'>;
  readonly sessions: Sessions;
  readonly accesses: Pick<AccessJournal, 'recordSituation'>;
}

export function situationRoutes({ situationDesk, sessions, accesses }: SituationServices): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();
  routes.get('/v1/situation', async (c) => {
    const session = await ownSession(c, sessions);
    if (typeof session === 'string') return answerProblem(c, session);
    const { person } = session;
    const correlation = c.get('correlation');
    // Together: the journal has long written when the funds have answered.
    const [situation] = await Promise.all([
      situationDesk.situation({ person, correlation, signal: untilGone(c) }),
      accesses.recordSituation(session),
    ]);
    return c.json(situation);
  });
  return routes;
}
