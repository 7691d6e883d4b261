/** The portal's own home: before signing in, what it is and what it keeps; after, the six domains and the salaries in the page itself. */
import { PORTAL_PARTNER } from '../partners/partner-file.ts';
import { type Context, Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { PortalEnv } from '../http/environment.ts';
import type { Partners } from '../partners/partners.ts';
import { ownSession } from '../session/own-session.ts';
import type { Sessions } from '../session/sessions.ts';
import { startPath } from '../sign-in/failures.ts';
import { franceConnectButton } from './france-connect-button.ts';
import { type HostedServices, showHosted } from './hosted-page.ts';
import type { Pages } from './layout.ts';
import { SALARIES_PATH, salariesSection } from './salaries.ts';

export interface HomeServices extends HostedServices {
  readonly partners: Partners;
  readonly sessions: Sessions;
}

export function homeRoutes(services: HomeServices): Hono<PortalEnv> {
  const { partners, sessions } = services;
  const routes = new Hono<PortalEnv>();
  routes.get('/', async (c) => {
    const partner = partners.find(PORTAL_PARTNER);
    c.set('partner', partner);
    const session = await ownSession(c, sessions);
    const returnId = partner?.returns[0]?.id ?? '';
    return typeof session === 'string' ? welcome(c, services.pages, returnId) : rights(c, services);
  });
  return routes;
}

function rights(c: Context<PortalEnv>, services: HomeServices) {
  return showHosted(c, services, {
    title: 'Vos droits',
    main: html`<h1 class="hidden">Mes droits sociaux</h1>
      <mds-rights-overview lang="fr" heading-level="2">
        <div class="card">
          <h2>Vos droits sociaux</h2>
          <p>
            Vos droits s’affichent ici dès que la page est prête. S’ils n’apparaissent pas, votre navigateur
            est sans doute trop ancien ou bloque les scripts&nbsp;: appelez-nous, ou passez dans un espace
            France services.
          </p>
        </div>
      </mds-rights-overview>
      ${salariesSection()} ${journal()}`,
  });
}

/** Closed: most people come for their rights. What is inside it is loaded once it is opened (hosted/hosted.ts). */
function journal() {
  return html`<details class="card apart" id="acces">
    <summary><h2>Qui a consulté vos droits</h2></summary>
    <mds-access-log nested lang="fr" heading-level="2">
      <p>
        La liste s’affiche ici dès qu’elle est prête. Les derniers accès se lisent aussi sur la page
        <a href="/privacy">Vos données personnelles</a>.
      </p>
    </mds-access-log>
  </details>`;
}

interface Domain {
  readonly name: string;
  readonly words: string;
  /** Shapes on a grid of 24, one line weight, as everywhere in the kit. */
  readonly shape: string;
}

const DOMAINS: readonly Domain[] = [
  {
    name: 'Santé',
    words: 'Assurance maladie, complémentaire santé solidaire, indemnités journalières',
    shape: '<path d="M12 20s-7-4.400-7-10a4 4 0 0 1 7-2.600A4 4 0 0 1 19 10c0 5.600-7 10-7 10z"/>',
  },
  {
    name: 'Famille',
    words: 'Allocations familiales, soutien familial, rentrée scolaire, naissance',
    shape:
      '<circle cx="8" cy="7" r="3"/><circle cx="17" cy="9" r="2.200"/><path d="M2.500 20c0-4 2.500-6 5.500-6s5.500 2 5.500 6M14.500 20c0-3 1-4.500 2.800-4.500S21 17 21 20"/>',
  },
  {
    name: 'Logement',
    words: 'Aides au logement, chèque énergie, demande de logement social',
    shape: '<path d="M3 11.500 12 4l9 7.500M5.500 10v10h13V10M10 20v-6h4v6"/>',
  },
  {
    name: 'Solidarité',
    words: 'RSA, allocation aux adultes handicapés, minimum vieillesse',
    shape: '<path d="M4 12c2-3 5-3 8 0s6 3 8 0M4 17c2-3 5-3 8 0s6 3 8 0M4 7c2-3 5-3 8 0s6 3 8 0"/>',
  },
  {
    name: 'Retraite',
    words: 'Pensions de base, complémentaires et de réversion',
    shape: '<circle cx="12" cy="12" r="8.500"/><path d="M12 7v5l3.500 2"/>',
  },
  {
    name: 'Autour de l’emploi',
    words: 'Prime d’activité, allocations chômage, compte formation',
    shape: '<rect x="3" y="8" width="18" height="12" rx="2"/><path d="M9 8V5h6v3M3 13h18"/>',
  },
];

function welcome(c: Context<PortalEnv>, pages: Pages, returnId: string) {
  return pages.show(c, {
    title: 'Accueil',
    main: html`<div class="hero">
        <h1>Vos droits sociaux, au même endroit</h1>
        <p class="lead">
          Ce que vos organismes savent de vos droits, demandé au moment où vous venez&nbsp;: ce que vous
          recevez, ce qu’il vous reste à faire, et à qui vous adresser.
        </p>
        ${franceConnectButton(startPath({ partner: PORTAL_PARTNER, returnId, challenge: null }))}
        <p class="quiet">
          Utilisez un compte que vous avez déjà&nbsp;: impots.gouv.fr, Ameli, La Poste, MSA… C’est gratuit.
        </p>
      </div>
      <section aria-labelledby="domaines">
        <h2 id="domaines">Six domaines</h2>
        <ul class="grid">
          ${DOMAINS.map(domainCard)}
        </ul>
        <p>
          Et <a href="${SALARIES_PATH}">vos salaires</a>, mois par mois, tels que vos employeurs les ont
          déclarés.
        </p>
      </section>
      <div class="two">
        <section class="card" aria-labelledby="deroule">
          <h2 id="deroule">Comment ça se passe</h2>
          <ol>
            <li><b>Vous vous identifiez</b> avec FranceConnect.</li>
            <li>
              <b>La première fois</b>, vous donnez votre numéro de sécurité sociale, et le registre national
              le vérifie.
            </li>
            <li>
              <b>Nous demandons vos droits</b> à vos organismes. Si l’un d’eux ne répond pas, nous vous le
              disons.
            </li>
          </ol>
        </section>
        <section class="card" aria-labelledby="garde">
          <h2 id="garde">Ce que nous gardons</h2>
          <p>
            <b>Votre numéro de sécurité sociale</b>, chiffré, pour ne plus vous le demander. Il est détruit
            douze mois après votre dernière connexion.
          </p>
          <h3>Ce que nous ne gardons pas</h3>
          <p>
            Vos droits, vos montants, vos salaires, vos démarches&nbsp;: ils sont demandés à chaque visite,
            puis oubliés.
          </p>
        </section>
      </div>`,
  });
}

function domainCard({ name, words, shape }: Domain) {
  return html`<li class="card domain">
    <span class="roundel"
      >${raw(`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`)}</span
    >
    <div>
      <h3>${name}</h3>
      <p class="quiet">${words}</p>
    </div>
  </li>`;
}
