import { Hono } from 'hono';
import type { PortalEnv } from '../http/environment.ts';
import type { Kit } from './kit.ts';

/** Subresource integrity needs a CORS answer, and partners' pages load these: the only files open to every origin. */
const HEADERS = {
  'cache-control': 'public, max-age=31536000, immutable',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  vary: 'accept-encoding',
} as const;

export function kitRoutes(kit: Kit): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();
  routes.get('/kit/:version/:name{.+}', async (c) => {
    const file = kit.file(c.req.param('version'), c.req.param('name'));
    if (file === undefined) return c.notFound();
    const accepted = c.req.header('accept-encoding') ?? '';
    const coding = (['br', 'gzip'] as const).find((name) =>
      new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`).test(accepted),
    );
    const headers = { ...HEADERS, 'content-type': file.type };
    if (coding === undefined) return c.body(file.bytes, 200, headers);
    return c.body(await file.coded(coding), 200, { ...headers, 'content-encoding': coding });
  });
  return routes;
}
