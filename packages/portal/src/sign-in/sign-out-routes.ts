/** `/sign-out/{code}`, `/signed-out`: to FranceConnect to end its session too, then back where the person was. */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { PortalEnv } from '../http/environment.ts';
import type { Pages } from '../pages/layout.ts';
import { PORTAL_PARTNER } from '../partners/partner-file.ts';
import type { Partners } from '../partners/partners.ts';
import { sessionCookie } from '../session/cookies.ts';
import type { Sessions } from '../session/sessions.ts';
import { type FranceConnect, SignInError } from './france-connect.ts';
import type { SignOuts } from './sign-out.ts';

export interface SignOutServices {
  readonly franceConnect: FranceConnect;
  readonly signOuts: SignOuts;
  readonly sessions: Sessions;
  readonly partners: Partners;
  readonly pages: Pages;
}

export function signOutRoutes({
  franceConnect,
  signOuts,
  sessions,
  partners,
  pages,
}: SignOutServices): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();

  routes.get('/sign-out/:code', async (c) => {
    const signingOut = await signOuts.take(c.req.param('code'));
    if (signingOut === undefined) return c.redirect('/signed-out', 303);
    // Whoever signs out at a fund on a shared computer has done with the portal's own pages too.
    const own = await sessions.find(sessionCookie.read(c));
    if (own !== undefined) await sessions.end(own);
    sessionCookie.clear(c);
    const { idToken, partner, returnId } = signingOut;
    if (idToken === null) return c.redirect(backTo(partners, partner, returnId)?.href ?? '/signed-out', 303);
    try {
      return c.redirect((await franceConnect.endSessionUrl(idToken, `${partner}~${returnId}`)).href, 303);
    } catch (error) {
      if (!(error instanceof SignInError)) throw error;
      return signedOutPage(c, pages, {
        franceConnectEnded: false,
        back: backTo(partners, partner, returnId),
      });
    }
  });

  // The state names registered ids, and what is registered is where one may be sent: it needs no seal.
  routes.get('/signed-out', (c) => {
    const [partner = '', returnId = ''] = (c.req.query('state') ?? '').split('~');
    const back = backTo(partners, partner, returnId);
    if (back !== undefined) return c.redirect(back.href, 303);
    return signedOutPage(c, pages, { franceConnectEnded: true, back });
  });

  return routes;
}

interface Back {
  readonly href: string;
  readonly words: string;
}

function backTo(partners: Partners, id: string, returnId: string): Back | undefined {
  const partner = partners.find(id);
  if (partner === undefined || partner.id === PORTAL_PARTNER) return undefined;
  const href = partners.returnAddress(partner, returnId);
  return href === undefined ? undefined : { href, words: `Revenir à ${partner.name}` };
}

function signedOutPage(
  c: Context<PortalEnv>,
  pages: Pages,
  { franceConnectEnded, back }: { franceConnectEnded: boolean; back: Back | undefined },
) {
  const { href, words } = back ?? { href: '/', words: 'Aller à l’accueil' };
  const warning = html`<p>
    <b>FranceConnect ne répond pas&nbsp;:</b> votre session y est peut-être encore ouverte. Sur un ordinateur
    partagé, fermez toutes les fenêtres du navigateur.
  </p>`;
  return pages.show(c, {
    title: 'Votre session est terminée',
    main: html`<div class="narrow">
      <h1>Votre session est terminée</h1>
      <p>Vos droits ne sont pas conservés ici.</p>
      ${!franceConnectEnded && warning}
      <p><a class="button" href="${href}">${words}</a></p>
    </div>`,
  });
}
