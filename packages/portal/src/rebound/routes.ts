/** `/rebound/{linkId}`: out to a fund's page, by id. The address is the catalogue's own; nothing of the request is in it. */
import type { Catalogue } from '@mds-kit/exchange/catalogue/catalogue';
import { Hono } from 'hono';
import type { PortalEnv } from '../http/environment.ts';
import { answerProblem } from '../http/problems.ts';
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

/** On the widgets' host, for pages that show the tags themselves and know this origin alone: the portal leads on. */
export function towardsRebound(catalogue: Pick<Catalogue, 'link'>, portalOrigin: string): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();
  routes.get('/rebound/:linkId', (c) => {
    const linkId = c.req.param('linkId');
    if (catalogue.link(linkId) === undefined) return answerProblem(c, 'not-found');
    return c.redirect(new URL(`/rebound/${linkId}`, portalOrigin).href, 303);
  });
  return routes;
}
