/** What every page of the portal has around it: who speaks, where help is, and nothing that follows anybody. */
import type { Support } from '@mds-kit/contract/catalogue';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PortalEnv } from '../http/environment.ts';
import { PAGE, type Policy, policyText } from '../http/policy.ts';
import type { Stops } from './stopped.ts';
import { hoursInWords } from './words.ts';

/** HTML that has been escaped: what `html` makes. */
export type Markup = ReturnType<typeof html>;

export interface Page {
  /** Says what the page is, before the name of the site (RGAA 8.6). */
  readonly title: string;
  readonly main: Markup;
  readonly head?: Markup;
  readonly policy?: Policy;
  readonly status?: ContentfulStatusCode;
  /** The page itself says whom to call, larger than the footer would. */
  readonly helpful?: true;
  /** For how long it shows what is personal, and what the browser asks for then. */
  readonly stays?: { readonly seconds: number; readonly then: string };
}

export interface Pages {
  readonly support: Support;
  /** What is said after a form that came to nothing. */
  readonly stops: Stops;
  show(c: Context<PortalEnv>, page: Page): Response | Promise<Response>;
}

export interface PagesOptions {
  readonly support: Support;
  readonly stops: Stops;
  readonly sandbox: boolean;
}

export function createPages({ support, stops, sandbox }: PagesOptions): Pages {
  return {
    support,
    stops,
    show(c, { title, main, head, policy = PAGE, status = 200, helpful, stays }) {
      // Without a script: what is personal does not stay on a screen that nobody looks at any more.
      if (stays) c.header('refresh', `${stays.seconds}; url=${stays.then}`);
      c.header('content-security-policy', policyText(policy));
      return c.html(
        html`<!doctype html>
          <html lang="fr">
            <head>
              <meta charset="utf-8" />
              <meta name="viewport" content="width=device-width, initial-scale=1" />
              <meta name="color-scheme" content="light dark" />
              <title>${title} – Mes droits sociaux</title>
              <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
              <link rel="stylesheet" href="/assets/portal.css" />
              ${head}
            </head>
            <body>
              <a class="skip" href="#contenu">Aller au contenu</a>
              <header class="top">
                ${sandbox && SANDBOX_NOTICE}
                <div class="wide bar">
                  <a class="name" href="/">${MARK} Mes droits sociaux</a>
                </div>
              </header>
              <main id="contenu" class="wide" tabindex="-1">${main}</main>
              ${footer(support, helpful)}
            </body>
          </html> `,
        status,
      );
    },
  };
}

const SANDBOX_NOTICE = html`<p class="sandbox">
  <span class="wide"
    ><b>Bac à sable.</b> Personnes, organismes et montants sont inventés. N’entrez aucune donnée réelle.</span
  >
</p>`;

const MARK = html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <circle cx="12" cy="12" r="9.5" />
  <path d="M7.5 12.500 10.700 15.700 16.700 8.900" />
</svg>`;

function footer(support: Support, helpful?: true): Markup {
  return html`<footer class="bottom">
    <div class="wide">
      ${
        !helpful &&
        html`<section aria-labelledby="aide">
          <h2 id="aide">Besoin d’aide&nbsp;?</h2>
          ${helpOf(support)}
        </section>`
      }
      <p class="quiet">Ce site ne dépose aucun traceur. Vos droits ne sont pas conservés ici.</p>
      <p><a href="/privacy">Vos données personnelles</a></p>
    </div>
  </footer>`;
}

/** Whom to call, when, and that there is a counter: on every page, and large where something failed. */
export function helpOf({ name, phone, hours, counters }: Support): Markup {
  return html`<ul class="help">
    <li>
      ${name}&nbsp;: <a href="tel:${phone.replaceAll(' ', '')}">${phone.replaceAll(' ', '\u00a0')}</a>,
      ${hoursInWords(hours)}.
    </li>
    <li>
      Une personne peut vous aider sur place, gratuitement, dans un espace
      <a href="/rebound/${counters.id}" rel="noopener noreferrer">France services</a>
      <span class="quiet">(sur ${counters.host})</span>.
    </li>
  </ul>`;
}
