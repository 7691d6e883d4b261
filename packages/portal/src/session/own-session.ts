import type { Context } from 'hono';
import type { PortalEnv } from '../http/environment.ts';
import { sessionCookie } from './cookies.ts';
import type { OpenSession, Sessions } from './sessions.ts';

/**
 * The session of this request's cookie, if it is one of this request's partner; else the problem to answer.
 * Partners on one site share the cookie, and are told nothing of each other's sessions.
 */
export async function ownSession(
  c: Context<PortalEnv>,
  sessions: Pick<Sessions, 'find'>,
): Promise<OpenSession | 'signed-out' | 'session-ended'> {
  const token = sessionCookie.read(c);
  if (token === undefined) return 'signed-out';
  const session = await sessions.find(token);
  if (session === undefined) {
    sessionCookie.clear(c);
    return 'session-ended';
  }
  return session.partner === c.get('partner')?.id ? session : 'signed-out';
}
