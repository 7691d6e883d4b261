/** `/v1/me`, on the portal's own host alone: no page of a partner is ever near it. */
import type { Me } from '@mds-kit/contract/me';
import type { SignedOut } from '@mds-kit/contract/session';
import { Hono } from 'hono';
import type { PortalEnv } from '../http/environment.ts';
import { answerProblem } from '../http/problems.ts';
import { sessionCookie } from '../session/cookies.ts';
import { ownSession } from '../session/own-session.ts';
import type { Sessions } from '../session/sessions.ts';
import type { MeDesk } from './me.ts';

export interface MeServices {
  readonly meDesk: MeDesk;
  readonly sessions: Sessions;
}

export function meRoutes({ meDesk, sessions }: MeServices): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();

  routes.get('/v1/me', async (c) => {
    const session = await ownSession(c, sessions);
    if (typeof session === 'string') return answerProblem(c, session);
    return c.json<Me>(await meDesk.export(session));
  });

  routes.delete('/v1/me', async (c) => {
    const session = await ownSession(c, sessions);
    if (typeof session === 'string') return answerProblem(c, session);
    const signOutUrl = await meDesk.unlink(session);
    sessionCookie.clear(c);
    return c.json<SignedOut>({ signOutUrl });
  });

  return routes;
}
