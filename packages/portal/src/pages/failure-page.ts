/** Something did not work: what happened, what to do now, whom to call, and the way back. Never a dead end. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { PortalEnv } from '../http/environment.ts';
import { helpOf, type Markup, type Pages } from './layout.ts';
import { type Failure, type Stop, STOPPED } from './stopped.ts';
import { momentInWords } from './words.ts';

export type WayOn = Failure['ways'][number];

/** By redirect where a form was sent, so that no browser keeps what was in it. */
export async function showFailure(c: Context<PortalEnv>, pages: Pages, failure: Failure): Promise<Response> {
  const stop = { failure, reference: referenceOf(c.get('correlation')) };
  if (c.req.method !== 'POST') return showStop(c, pages, stop);
  c.set('problem', failure.code);
  await pages.stops.write(c, stop);
  return c.redirect(STOPPED, 303);
}

/** Words with markup are for what is not said by way of a cookie. */
type Said = Omit<Failure, 'words'> & { readonly words: readonly (string | Markup)[] };

export function showStop(
  c: Context<PortalEnv>,
  pages: Pages,
  { failure, reference }: Omit<Stop, 'failure'> & { readonly failure: Said },
): Response | Promise<Response> {
  c.set('problem', failure.code);
  const [first, ...others] = failure.ways;
  return pages.show(c, {
    title: failure.title,
    status: failure.status,
    helpful: true,
    main: html`<div class="narrow">
      <h1>${failure.title}</h1>
      ${failure.words.map((words) => html`<p>${words}</p>`)}
      ${first && html`<p><a class="button" href="${first.href}">${first.words}</a></p>`}
      ${others.map(({ href, words }) => html`<p><a href="${href}">${words}</a></p>`)}
      <div class="card">
        <h2>Nous pouvons vous aider</h2>
        ${helpOf(pages.support)}
        <p class="quiet">
          Si vous nous appelez, donnez cette référence&nbsp;: <b class="reference">${reference}</b>. Elle ne
          dit rien de vous.
        </p>
      </div>
    </div>`,
  });
}

/** The first group of the request's number: short enough to be read out, found in the log as it stands. */
const referenceOf = (correlation: string) => correlation.slice(0, 8);

export function notFoundPage(c: Context<PortalEnv>, pages: Pages): Promise<Response> {
  return showFailure(c, pages, {
    status: 404,
    code: 'not-found',
    title: 'Cette page n’existe pas',
    words: ['L’adresse est peut-être incomplète, ou le lien est ancien.'],
    ways: [{ href: '/', words: 'Aller à l’accueil' }],
  });
}

export function faultPage(c: Context<PortalEnv>, pages: Pages): Promise<Response> {
  return showFailure(c, pages, {
    status: 500,
    code: 'internal',
    title: 'Une panne de notre côté',
    words: [
      'Nous n’avons pas pu afficher cette page. Vos droits ne changent pas.',
      'Réessayez dans quelques minutes.',
    ],
    ways: [{ href: '/', words: 'Aller à l’accueil' }],
  });
}

export function maintenancePage(
  c: Context<PortalEnv>,
  pages: Pages,
  until: Date,
): Response | Promise<Response> {
  return showStop(c, pages, {
    failure: {
      status: 503,
      code: 'maintenance',
      title: 'Le portail est fermé pour entretien',
      words: [
        html`Il rouvrira <b>${momentInWords(until)}</b> (heure de Paris).`,
        'Vos droits ne changent pas, et vos organismes restent joignables.',
      ],
      ways: [{ href: '/', words: 'Réessayer' }],
    },
    reference: referenceOf(c.get('correlation')),
  });
}
