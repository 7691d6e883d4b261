import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { citizenByLogin, signInChoices } from '@mds-kit/sandbox/citizens';
import { clockAt } from '@mds-kit/sandbox/clock';
import { createLoopbackFetch } from '@mds-kit/sandbox/loopback';
import type { DemoConfig } from '../config.ts';
import { FUNDS, type FundPage } from '../pages.ts';
import { askTicket, type Connected } from './ask-ticket.ts';

// The account of the invented Caf: who is connected there, and what its server does with that. A real fund has its own
// sign-in; here one picks an invented person.

const COOKIE = 'caf_compte';
const TICKET_PATH = '/mds-ticket';

/** Bytes of a form: a name. */
const LARGEST = 1_000;

export interface CafAccount {
  /** What the page of this visitor holds in its places, and the address for tickets if somebody is connected. */
  pageFor(request: IncomingMessage): FundPage;
  /** Answers what is posted, and what asks for a ticket; false when nothing of ours is at this path. */
  answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

export function cafAccount(config: DemoConfig): CafAccount {
  const clock = clockAt(config.MDS_NOW);
  const { fetch } = createLoopbackFetch();
  const connected = new Map<string, Connected>();
  const idOf = ({ headers: { cookie = '' } }: IncomingMessage) =>
    new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)`).exec(cookie)?.[1] ?? '';

  const goBack = (response: ServerResponse, cookie: string) =>
    response
      .writeHead(303, {
        location: '/mon-compte',
        'set-cookie': `${COOKIE}=${cookie}; Path=/; HttpOnly; SameSite=Lax`,
      })
      .end();

  const answers: Readonly<
    Record<string, (request: IncomingMessage, form: URLSearchParams, response: ServerResponse) => unknown>
  > = {
    '/connexion'(_, form, response) {
      const citizen = citizenByLogin(form.get('login') ?? '');
      const id = randomBytes(32).toString('base64url');
      if (citizen) connected.set(id, { citizen, at: clock() });
      goBack(response, id);
    },

    '/deconnexion'(request, _, response) {
      connected.delete(idOf(request));
      goBack(response, '; Max-Age=0');
    },
  };

  /**
   * Leads a frame of our page on to the portal, with a ticket if somebody is connected here. Only a frame's navigation: of
   * where that leads no script of our page sees more than that it left. A ticket that a script could fetch would be a
   * ticket for everybody whose script runs in our page.
   */
  async function leadOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const said = ['site', 'mode', 'dest'].map((what) => request.headers[`sec-fetch-${what}`]).join(' ');
    if (said !== 'same-origin navigate iframe') {
      response.writeHead(403).end();
      return;
    }
    const who = connected.get(idOf(request));
    const challenge = new URL(request.url ?? '/', 'http://caf').searchParams.get('challenge') ?? '';
    const ticket =
      who && /^[\w-]{43}$/.test(challenge)
        ? await askTicket(config.MDS_PORTAL_ORIGIN, who, challenge, clock(), fetch).catch(() => undefined)
        : undefined;
    const onwards = new URL(
      `/embed/ticket?partner=${FUNDS['caf.localhost'].partner}`,
      config.MDS_WIDGETS_ORIGIN,
    );
    // In the fragment: in no log, in no referrer.
    if (ticket) onwards.hash = `mds-ticket=${ticket}`;
    response.writeHead(303, { location: onwards.href, 'cache-control': 'no-store' }).end();
  }

  return {
    pageFor(request) {
      const who = connected.get(idOf(request));
      if (!who) return { fill: { compte: choice(), bonjour: 'Bienvenue dans votre espace' } };
      const [firstName = ''] = who.citizen.identity.given_name_array;
      const name = `${firstName} ${who.citizen.identity.family_name}`;
      return { fill: { compte: signedIn(name), bonjour: `Bonjour ${firstName}` }, ticketUrl: TICKET_PATH };
    },
    async answer(path, request, response) {
      if (path === TICKET_PATH && request.method === 'GET') {
        await leadOn(request, response);
        return true;
      }
      const answer = answers[path];
      if (!answer || request.method !== 'POST') return false;
      // Not by `Origin`, which browsers leave out of what a page with `no-referrer` sends.
      if (request.headers['sec-fetch-site'] !== 'same-origin') response.writeHead(403).end();
      else await answer(request, await formOf(request), response);
      return true;
    },
  };
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > LARGEST) return new URLSearchParams();
  }
  return new URLSearchParams(text);
}

/** Everybody here is invented by us: no name needs escaping. */
const choice = () => `<form class="account" method="post" action="/connexion">
        <label for="login">Démonstration&nbsp;: connecté(e) au compte Caf comme</label>
        <select id="login" name="login">
          ${signInChoices()
            .map(({ login, name }) => `<option value="${login}">${name}</option>`)
            .join('')}
        </select>
        <button>Se connecter à la Caf</button>
      </form>`;

const signedIn = (name: string) => `<form class="account" method="post" action="/deconnexion">
        <span>Démonstration&nbsp;: connecté(e) au compte Caf comme <b>${name}</b></span>
        <button>Se déconnecter de la Caf</button>
      </form>`;
