/** One log line and one measure per request: method, route pattern, status and time, never the address itself. */
import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { HostName, PortalEnv } from '../http/environment.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** Asked every few seconds by machines; measured, but not written down. */
const QUIET = new Set(['/healthz', '/readyz']);

export function observe(host: HostName, log: Log, metrics: Metrics) {
  return createMiddleware<PortalEnv>(async (c, next) => {
    const startedAt = performance.now();
    c.set('host', host);
    c.set('correlation', randomUUID());
    await next();
    const ms = Math.round(performance.now() - startedAt);
    const last = routePath(c, -1);
    const route = last.includes('*') ? 'none' : last;
    const method = KNOWN_METHODS.has(c.req.method) ? c.req.method : 'other';
    const { status } = c.res;
    const labels = { host, method, route };
    metrics.count('mds_http_requests_total', 'Requests answered', { ...labels, status });
    metrics.duration('mds_http_request_seconds', 'Time to answer', labels, ms);
    if (QUIET.has(route) && status < 400) return;
    const [correlation, partner, code] = [c.get('correlation'), c.get('partner')?.id, c.get('problem')];
    const level = status >= 500 ? 'error' : 'info';
    log({ level, event: 'request', correlation, host, method, route, status, ms, partner, code });
  });
}

const KNOWN_METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
