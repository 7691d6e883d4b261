/** Stylesheets of the portal's own pages and of frame documents, small and read once. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { PortalEnv } from '../http/environment.ts';

export function stylesheetRoute(name: 'portal.css' | 'frame.css'): Hono<PortalEnv> {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const routes = new Hono<PortalEnv>();
  routes.get(`/assets/${name}`, (c) => {
    c.header('etag', etag);
    c.header('cache-control', 'public, no-cache');
    if (c.req.header('if-none-match') === etag) return c.body(null, 304);
    return c.body(text, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  return routes;
}
