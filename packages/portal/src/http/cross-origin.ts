/**
 * Cross-origin calls (CORS) of the widgets' API: for the pages of partners that, by convention, show the tags in the page
 * itself. Exact origins of the registry and nothing else: neither `null` (any sandboxed frame) nor `*`, no prefix, no suffix.
 */
import { createMiddleware } from 'hono/factory';
import type { Partners } from '../partners/partners.ts';
import type { PortalEnv } from './environment.ts';

/** Seconds for which a browser need not ask again: a partner that is suspended is refused by the call itself. */
const PREFLIGHT_KEPT = 600;

export function crossOrigin(partners: Partners) {
  return createMiddleware<PortalEnv>(async (c, next) => {
    const { outgoing } = c.env;
    // Also on what is refused: a shared cache must not give one origin's answer to another (RFC 9110 §12.5.5).
    outgoing.setHeader('vary', 'Origin');
    const origin = c.req.header('origin');
    if (origin !== undefined && partners.inPageAt(origin)) {
      outgoing.setHeader('access-control-allow-origin', origin);
      outgoing.setHeader('access-control-allow-credentials', 'true');
      outgoing.setHeader('cross-origin-resource-policy', 'cross-origin');
    }
    if (c.req.method !== 'OPTIONS' || c.req.header('access-control-request-method') === undefined) {
      await next();
      return;
    }
    if (outgoing.hasHeader('access-control-allow-origin')) {
      outgoing.setHeader('access-control-allow-methods', 'GET, POST, DELETE');
      outgoing.setHeader('access-control-allow-headers', 'content-type, mds-partner');
      outgoing.setHeader('access-control-max-age', String(PREFLIGHT_KEPT));
    }
    return c.body(null, 204);
  });
}
