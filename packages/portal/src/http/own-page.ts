import type { Context } from 'hono';
import type { PortalEnv } from './environment.ts';

/** Whether a form comes from a page of this host. The cookie is `Lax` already; this also stops sibling sites (RFC 10017 §6.1.3.2). */
export function fromOwnPage(c: Context<PortalEnv>, ownOrigin: string): boolean {
  const site = c.req.header('sec-fetch-site');
  return c.req.header('origin') === ownOrigin && (site === undefined || site === 'same-origin');
}

/** Whether a link of ours, a bookmark or the address bar led here, rather than somebody else's page. */
export function notFromElsewhere(c: Context<PortalEnv>): boolean {
  return ['same-origin', 'none', undefined].includes(c.req.header('sec-fetch-site'));
}
