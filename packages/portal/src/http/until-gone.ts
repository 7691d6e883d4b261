import type { Context } from 'hono';
import type { PortalEnv } from './environment.ts';

/** Aborts when the person leaves before the answer is out. The request's own signal would cost a whole Request. */
export function untilGone(c: Context<PortalEnv>): AbortSignal {
  const { outgoing } = c.env;
  const controller = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) controller.abort();
  });
  return controller.signal;
}
