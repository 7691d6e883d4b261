/** `/salaries`: what employers declared, on a page of its own, for as long as three years. */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { PortalEnv } from '../http/environment.ts';
import { PORTAL_PARTNER } from '../partners/partner-file.ts';
import type { Partners } from '../partners/partners.ts';
import { ownSession } from '../session/own-session.ts';
import type { Sessions } from '../session/sessions.ts';
import { startPath } from '../sign-in/failures.ts';
import { backTo } from './back-here.ts';
import { franceConnectButton } from './france-connect-button.ts';
import { type HostedServices, showHosted } from './hosted-page.ts';
import type { Markup, Pages } from './layout.ts';

export const SALARIES_PATH = '/salaries';

/** The lengths that the page offers, the usual one first. */
const LENGTHS = [12, 24, 36] as const;
type Length = (typeof LENGTHS)[number];

export interface SalariesPageServices extends HostedServices {
  readonly partners: Partners;
  readonly sessions: Sessions;
}

export function salariesPageRoutes(services: SalariesPageServices): Hono<PortalEnv> {
  const { partners, sessions, pages } = services;
  const routes = new Hono<PortalEnv>();
  routes.get(SALARIES_PATH, async (c) => {
    c.set('partner', partners.find(PORTAL_PARTNER));
    const session = await ownSession(c, sessions);
    if (typeof session === 'string') return signedOut(c, pages);
    const months = LENGTHS.find((length) => c.req.query('months') === String(length)) ?? LENGTHS[0];
    return showHosted(c, services, { title: 'Vos salaires déclarés', main: salariesMain(months) });
  });
  return routes;
}

/** What somebody who signs in will see: the timeline says the same where it stands on another site. */
const TOLD = [
  [
    'Douze mois, contrat par contrat',
    'Net social, net payé, net imposable et brut, tels que vos employeurs les ont déclarés.',
  ],
  ['Ce qui a été corrigé depuis', 'L’ancien montant, le nouveau, et le jour où il a changé.'],
  [
    'Ce qui manque, ou qui est faux',
    'Un mois non déclaré ne compte pas pour zéro. Et si un montant est faux, vous saurez qui peut le corriger.',
  ],
] as const;

function signedOut(c: Context<PortalEnv>, pages: Pages) {
  return pages.show(c, {
    title: 'Vos salaires déclarés',
    main: html`<div class="hero">
        <h1>Vos salaires déclarés</h1>
        <p class="lead">
          Ce que vos employeurs ont déclaré, mois par mois, et ce qui a été corrigé depuis&nbsp;: les montants
          dont vos organismes se servent.
        </p>
        ${franceConnectButton(startPath(backTo(c, SALARIES_PATH)))}
      </div>
      <ul class="grid">
        ${TOLD.map(
          ([title, words]) =>
            html`<li class="card">
              <h2>${title}</h2>
              <p>${words}</p>
            </li>`,
        )}
      </ul>`,
  });
}

const salariesMain = (months: Length): Markup =>
  html`<mds-salary-timeline lang="fr" heading-level="1" months="${months}">
      <div class="card">
        <h1>Vos salaires déclarés</h1>
        ${waiting()}
      </div>
    </mds-salary-timeline>
    <nav class="apart" aria-label="Durée affichée">
      <ul class="row">
        ${LENGTHS.map(
          (length) =>
            html`<li>
              <a href="${SALARIES_PATH}?months=${length}" ${length === months && html`aria-current="page"`}
                >${length}&nbsp;mois</a
              >
            </li>`,
        )}
      </ul>
    </nav>`;

/** Read until the timeline is there, and whenever it cannot be. */
function waiting(): Markup {
  return html`<p>
    Vos salaires s’affichent ici dès que la page est prête. S’ils n’apparaissent pas, votre navigateur est
    sans doute trop ancien ou bloque les scripts&nbsp;: appelez-nous, ou passez dans un espace France
    services.
  </p>`;
}

/** On the portal's home, below the rights. Asked for when it comes into view: most people come for their rights. */
export function salariesSection(): Markup {
  return html`<div class="apart">
    <mds-salary-timeline lang="fr" heading-level="2">
      <div class="card">
        <h2>Vos salaires déclarés</h2>
        ${waiting()}
      </div>
    </mds-salary-timeline>
    <p><a href="${SALARIES_PATH}">Voir vos salaires sur une page à part, jusqu’à trois ans</a></p>
  </div>`;
}
