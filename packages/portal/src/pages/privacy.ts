/** `/privacy`: what is kept, why and how long, for everybody; for who is signed in also theirs, to take and to destroy. */
import type { Catalogue } from '@mds-kit/contract/catalogue';
import type { Catalogue as PinnedCatalogue } from '@mds-kit/exchange/catalogue/catalogue';
import { type Context, Hono } from 'hono';
import { FRANCE_CONNECT_HISTORY } from '../accesses/routes.ts';
import type { Agreements } from '../agreements/agreements.ts';
import type { PortalEnv } from '../http/environment.ts';
import { fromOwnPage, notFromElsewhere } from '../http/own-page.ts';
import { PAGE } from '../http/policy.ts';
import type { MeDesk } from '../me/me.ts';
import { PORTAL_PARTNER } from '../partners/partner-file.ts';
import type { Partners } from '../partners/partners.ts';
import { sessionCookie } from '../session/cookies.ts';
import { ownSession } from '../session/own-session.ts';
import type { OpenSession, Sessions } from '../session/sessions.ts';
import { startPath } from '../sign-in/failures.ts';
import { backTo } from './back-here.ts';
import type { Markup, Pages } from './layout.ts';
import { agreementSection } from './privacy-agreements.ts';
import { lastAccesses, signedInActions, signedOutActions, todayInWords } from './privacy-own.ts';
import { privacyMain } from './privacy-page.ts';
import { showRefused, showUnlinkedPage, showUnlinkPage } from './privacy-unlink.ts';
import { KEPT } from '../retention.ts';

export interface PrivacyServices {
  readonly pages: Pages;
  readonly partners: Partners;
  readonly sessions: Sessions;
  readonly meDesk: MeDesk;
  readonly agreements: Agreements;
  readonly publicCatalogue: Pick<Catalogue, 'organisations'>;
  readonly catalogue: Pick<PinnedCatalogue, 'link'>;
  readonly portalOrigin: string;
}

/** More that a person decides here, one line each. */
const MORE: readonly ((session: OpenSession, services: PrivacyServices) => Promise<Markup>)[] = [
  ({ subject }, services) => agreementSection(subject, services),
];

export function privacyRoutes(services: PrivacyServices): Hono<PortalEnv> {
  const { pages, sessions, partners, meDesk, portalOrigin } = services;
  const routes = new Hono<PortalEnv>();

  const sessionOf = async (c: Context<PortalEnv>) => {
    c.set('partner', partners.find(PORTAL_PARTNER));
    const session = await ownSession(c, sessions);
    return typeof session === 'string' ? undefined : session;
  };

  routes.get('/privacy', async (c) => {
    const session = await sessionOf(c);
    const { organisations } = services.publicCatalogue;
    const title = 'Vos données personnelles';
    if (session === undefined) {
      const then = [signedOutActions(startPath(backTo(c, '/privacy')))];
      return pages.show(c, { title, main: privacyMain(organisations, { then }) });
    }
    const me = await meDesk.look(session);
    const more = await Promise.all(MORE.map((section) => section(session, services)));
    // Under `no-referrer` a browser sends `Origin: null` with a form, and the origin is what we check.
    c.header('referrer-policy', 'same-origin');
    const policy = { ...PAGE, 'form-action': "'self'" };
    const then = [lastAccesses(me, services.catalogue.link(FRANCE_CONNECT_HISTORY)), ...more];
    const own = { first: signedInActions(), today: todayInWords(me), then };
    return pages.show(c, {
      policy,
      title,
      main: privacyMain(organisations, own),
      stays: { seconds: KEPT.sessionIdleSeconds + 1, then: '/privacy' },
    });
  });

  routes.post('/privacy/agreement', async (c) => {
    if (!fromOwnPage(c, portalOrigin)) return showRefused(c, pages);
    const session = await sessionOf(c);
    const { partner, agreed } = await c.req.parseBody();
    // Only what was asked before can be changed here: the list is what the page shows.
    const asked = session ? await services.agreements.all(session.subject) : [];
    if (session && typeof partner === 'string' && asked.some((decision) => decision.partner === partner))
      await services.agreements.record(session.subject, partner, agreed === 'yes');
    return c.redirect('/privacy', 303);
  });

  // Where a form goes a page stands too: whoever is too early, too late or asks too often is led there.
  routes.get('/privacy/agreement', (c) => c.redirect('/privacy', 303));

  routes.get('/privacy/export', async (c) => {
    const session = await sessionOf(c);
    if (session === undefined || !notFromElsewhere(c)) return c.redirect('/privacy', 303);
    c.header('content-disposition', 'attachment; filename="mes-donnees.json"');
    return c.body(JSON.stringify(await meDesk.export(session), null, 2), 200, {
      'content-type': 'application/json; charset=utf-8',
    });
  });

  routes.get('/privacy/unlink', async (c) => {
    return (await sessionOf(c)) === undefined ? c.redirect('/privacy', 303) : showUnlinkPage(c, pages);
  });

  routes.post('/privacy/unlink', async (c) => {
    if (!fromOwnPage(c, portalOrigin)) return showRefused(c, pages);
    const session = await sessionOf(c);
    if (session === undefined) return c.redirect('/privacy', 303);
    const signOutUrl = await meDesk.unlink(session);
    sessionCookie.clear(c);
    return showUnlinkedPage(c, pages, signOutUrl);
  });

  return routes;
}
