/** What machines ask: is it alive, can it work, on any host; and on the operator's own address how it is doing. */
import { Hono } from 'hono';
import type { PortalEnv } from '../http/environment.ts';
import type { Metrics } from './metrics.ts';

export interface OperationsOptions {
  /** Rejects when the database does not answer. */
  readonly pingDatabase: () => Promise<unknown>;
  /** The public half of the keys that sign assertions to suppliers. */
  readonly jwks: { readonly keys: readonly object[] };
  readonly openApi: object;
}

export function operationsRoutes({ pingDatabase, jwks, openApi }: OperationsOptions): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();
  routes.get('/healthz', (c) => c.text('ok\n'));
  routes.get('/readyz', async (c) => {
    try {
      await pingDatabase();
      return c.text('ready\n');
    } catch {
      return c.text('the database does not answer\n', 503);
    }
  });
  routes.get('/.well-known/jwks.json', (c) =>
    c.json(jwks, 200, { 'content-type': 'application/jwk-set+json', 'cache-control': 'public, max-age=60' }),
  );
  routes.get('/openapi.json', (c) => c.json(openApi, 200, { 'cache-control': 'public, max-age=300' }));
  return routes;
}

/** Nothing personal is in there; but how many people come, and which fund fails, is for who runs the portal. */
export function metricsRoute(metrics: Metrics): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();
  routes.get('/metrics', (c) =>
    c.text(metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  return routes;
}
