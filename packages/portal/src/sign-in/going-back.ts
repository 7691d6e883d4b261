/**
 * `/signed-in`: on to the partner's page, for who has just sent a form. That form is answered by a redirect, like all
 * of ours; and the way on is a page, because Chromium holds `form-action` against every redirect that follows a form.
 */
import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { PortalEnv } from '../http/environment.ts';
import { createSealedCookie, type SealedCookie } from '../http/sealed-cookie.ts';
import { KEPT } from '../retention.ts';
import { fail, type FailServices } from './fail.ts';
import { Destination } from './transaction.ts';

export const GOING_BACK = '/signed-in';

const GoingBack = Destination.extend({
  /** The handover code: for one use, in this browser alone. */
  code: z.string(),
});
type GoingBack = z.infer<typeof GoingBack>;

export interface GoingBacks extends Pick<SealedCookie<GoingBack>, 'read'> {
  write(c: Context<PortalEnv>, goingBack: GoingBack): Promise<void>;
}

export function createGoingBacks({ key, clock }: { key: Uint8Array; clock: Clock }): GoingBacks {
  const cookie = createSealedCookie({ name: '__Host-mds-going-back', content: GoingBack, key, clock });
  return {
    read: (c) => cookie.read(c),
    // As long as the code; then it still tells where the person came from.
    write: (c, goingBack) => cookie.write(c, goingBack, KEPT.codeSeconds, KEPT.signInSeconds),
  };
}

export interface GoingBackServices extends FailServices {
  readonly goingBack: GoingBacks;
}

export function goingBackRoutes(services: GoingBackServices): Hono<PortalEnv> {
  const { partners, pages, goingBack } = services;
  const routes = new Hono<PortalEnv>();
  routes.get(GOING_BACK, async (c) => {
    const found = await goingBack.read(c);
    if (found === undefined) return fail(c, services, 'expired');
    const { code, ...destination } = found.content;
    if (found.lapsed) return fail(c, services, 'spent', destination);
    const partner = partners.find(destination.partner);
    const address = partner && partners.returnAddress(partner, destination.returnId);
    if (partner === undefined || address === undefined) return fail(c, services, 'partner-gone', destination);
    const target = `${address}#mds-handover=${code}`;
    return pages.show(c, {
      title: 'Connexion réussie',
      head: html`<meta http-equiv="refresh" content="0; url=${target}" />`,
      main: html`<div class="narrow">
        <h1>Connexion réussie</h1>
        <p>Nous vous ramenons sur le site d’où vous venez.</p>
        <p><a class="button" href="${target}" rel="noreferrer">Continuer vers ${partner.name}</a></p>
      </div>`,
    });
  });
  return routes;
}
