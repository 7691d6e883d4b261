/** `/rebound/{linkId}`: out to a fund's page, by id. The address is the catalogue's own; nothing of the request is in it. */
import type { Catalogue } from '@mds-kit/exchange/catalogue/catalogue';
import { Hono } from 'hono';
import type { PortalEnv } from '../http/environment.ts';
import { notFoundPage } from '../pages/failure-page.ts';
import type { Pages } from '../pages/layout.ts';

export function reboundRoutes(catalogue: Pick<Catalogue, 'link'>, pages: Pages): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();
  routes.get('/rebound/:linkId', (c) => {
    const link = catalogue.link(c.req.param('linkId'));
    return link === undefined ? notFoundPage(c, pages) : c.redirect(link.url, 303);
  });
  return routes;
}
