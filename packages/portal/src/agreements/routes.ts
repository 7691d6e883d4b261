/** `/agreement`: between signing in and going back to a fund that can vouch for people, while they have not answered. */
import { Hono } from 'hono';
import type { PortalEnv } from '../http/environment.ts';
import { fromOwnPage } from '../http/own-page.ts';
import type { Pages } from '../pages/layout.ts';
import { arrive, type ArrivalServices } from '../sign-in/arrival.ts';
import { fail } from '../sign-in/fail.ts';
import type { Links } from '../sign-in/links.ts';
import { showAgreementPage } from './page.ts';

export interface AgreementServices extends ArrivalServices {
  readonly links: Links;
  readonly pages: Pages;
  readonly portalOrigin: string;
}

export function agreementRoutes(services: AgreementServices): Hono<PortalEnv> {
  const { agreements, pendingAgreements, links, pages, partners, portalOrigin } = services;
  const routes = new Hono<PortalEnv>();

  routes.get('/agreement', async (c) => {
    const pending = await pendingAgreements.read(c);
    const partner = pending && partners.find(pending.partner);
    if (partner === undefined) return fail(c, services, 'expired', pending);
    const [firstName = ''] = pending?.identity.firstNames ?? [];
    return showAgreementPage(c, pages, { fund: partner.name, firstName });
  });

  routes.post('/agreement', async (c) => {
    const pending = await pendingAgreements.read(c);
    if (pending === undefined) return fail(c, services, 'expired');
    const { agreed } = await c.req.parseBody();
    // Not from our page, or without either answer: asked again.
    if (!fromOwnPage(c, portalOrigin) || (agreed !== 'yes' && agreed !== 'no'))
      return c.redirect('/agreement', 303);
    if (!(await pendingAgreements.spend(c))) return fail(c, services, 'spent', pending);
    const { partner, returnId, challenge, subject, idToken, identity } = pending;
    const nir = await links.find(subject);
    // Unlinked meanwhile, in another window.
    if (nir === undefined) return fail(c, services, 'expired', pending);
    await agreements.record(subject, partner, agreed === 'yes');
    const signedIn = { subject, idToken, person: { ...identity, nir } };
    return arrive(c, services, { partner, returnId, challenge }, signedIn, true);
  });

  return routes;
}
