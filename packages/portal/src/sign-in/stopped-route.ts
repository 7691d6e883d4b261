/** `/stopped`, with the status that the form's own answer would have had. */
import { Hono } from 'hono';
import type { PortalEnv } from '../http/environment.ts';
import { showStop } from '../pages/failure-page.ts';
import { STOPPED } from '../pages/stopped.ts';
import { fail, type FailServices } from './fail.ts';

export function stoppedRoute(services: FailServices): Hono<PortalEnv> {
  const { pages } = services;
  const routes = new Hono<PortalEnv>();
  routes.get(STOPPED, async (c) => {
    const stop = await pages.stops.read(c);
    // Whose browser keeps no cookie comes here too, and is told about cookies.
    return stop === undefined ? fail(c, services, 'expired') : showStop(c, pages, stop);
  });
  return routes;
}
