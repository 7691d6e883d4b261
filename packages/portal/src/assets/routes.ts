/** Stylesheets of the portal's own pages and of frame documents, and the site's icon: small, read once. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { PortalEnv } from '../http/environment.ts';

const TYPES = { css: 'text/css; charset=utf-8', svg: 'image/svg+xml' } as const;

export function assetRoute(name: `${string}.${keyof typeof TYPES}`): Hono<PortalEnv> {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const routes = new Hono<PortalEnv>();
  routes.get(`/assets/${name}`, (c) => {
    c.header('etag', etag);
    c.header('cache-control', 'public, no-cache');
    if (c.req.header('if-none-match') === etag) return c.body(null, 304);
    return c.body(text, 200, { 'content-type': name.endsWith('.css') ? TYPES.css : TYPES.svg });
  });
  return routes;
}
