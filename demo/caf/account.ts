import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { citizenByLogin, signInChoices } from '@mds-kit/sandbox/citizens';
import { clockAt } from '@mds-kit/sandbox/clock';
import { createLoopbackFetch } from '@mds-kit/sandbox/loopback';
import type { DemoConfig } from '../config.ts';
import type { FundPage } from '../pages.ts';
import { askTicket, type Connected } from './ask-ticket.ts';

// The account of the invented Caf: who is connected there, and what its server does with that. A real fund has its own
// sign-in; here one picks an invented person.

const COOKIE = 'caf_compte';
const TICKET_PATH = '/mds-ticket';

/** Bytes of a form: a name, or a challenge. */
const LARGEST = 1_000;

export interface CafAccount {
  /** What the page of this visitor holds in its places, and the address for tickets if somebody is connected. */
  pageFor(request: IncomingMessage): FundPage;
  /** Answers what is posted; false when nothing of ours is at this path. */
  post(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean>;
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

    async [TICKET_PATH](request, form, response) {
      const who = connected.get(idOf(request));
      // The page's own script says this word; a form of another site cannot (CSRF).
      const fromPage = request.headers['mds-ticket'] === '1';
      const challenge = form.get('challenge') ?? '';
      const ticket =
        who && fromPage && /^[\w-]{43}$/.test(challenge)
          ? await askTicket(config.MDS_PORTAL_ORIGIN, who, challenge, clock(), fetch).catch(() => undefined)
          : undefined;
      response
        .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify({ ticket }));
    },
  };

  return {
    pageFor(request) {
      const who = connected.get(idOf(request));
      if (!who) return { fill: { compte: choice(), bonjour: 'Bienvenue dans votre espace' } };
      const [firstName = ''] = who.citizen.identity.given_name_array;
      const name = `${firstName} ${who.citizen.identity.family_name}`;
      return { fill: { compte: signedIn(name), bonjour: `Bonjour ${firstName}` }, ticketUrl: TICKET_PATH };
    },
    async post(path, request, response) {
      const answer = answers[path];
      if (!answer) return false;
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
        <label for="login">Démonstration : connecté(e) au compte Caf comme</label>
        <select id="login" name="login">
          ${signInChoices()
            .map(({ login, name }) => `<option value="${login}">${name}</option>`)
            .join('')}
        </select>
        <button>Se connecter à la Caf</button>
      </form>`;

const signedIn = (name: string) => `<form class="account" method="post" action="/deconnexion">
        <span>Démonstration : connecté(e) au compte Caf comme <b>${name}</b></span>
        <button>Se déconnecter de la Caf</button>
      </form>`;
