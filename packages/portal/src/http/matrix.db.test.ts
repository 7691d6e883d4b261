/**
 * Every route against every way to come to it. A route that is not in the table fails the last test: whoever adds one says
 * here who gets in.
 */
import { Problem } from '@mds-kit/contract/problem';
import { CANARY } from '@mds-kit/exchange/testing/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Browser } from '../testing/browser.ts';
import { afterForm, signIn } from '../testing/visitor.ts';
import { startWorld, type World } from '../testing/world.ts';
import type { HostName } from './environment.ts';

const SITUATIONS = [
  'no session',
  'a session',
  'a session of another partner',
  'another Origin',
  'the other host',
  'no Mds-Partner',
  'cross-site',
] as const;
type Situation = (typeof SITUATIONS)[number];

/** What is asked where it matters: of a registered partner, for something that there is. */
const QUERIES: Readonly<Record<string, string>> = {
  '/start': '?partner=caf-exemple&return=mon-compte&challenge=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  '/embed/*': '?partner=caf-exemple',
};
const PLACES: Readonly<Record<string, string>> = {
  ':domain': 'family',
  ':linkId': 'caf.account',
  ':code': 'A'.repeat(43),
  ':version': 'unknown',
  ':name{.+}': 'embed.js',
};
const JSON_BODY: Readonly<Record<string, unknown>> = {
  '/v1/session': { handover: 'A'.repeat(43) },
  '/v1/sign-in': {},
};
const FORMS: Readonly<Record<string, string>> = {
  '/nir': 'nir=1',
  '/privacy/unlink': 'sure=yes',
  '/agreement': 'agreed=yes',
  '/privacy/agreement': 'partner=caf-exemple&agreed=no',
  '/token': 'grant_type=x',
};

const OPEN = '200 200 200 200 200 200 200';
const PAGE = '200 200 200 200 404 200 200';
const API_OF_NOBODY = '200 200 200 origin partner partner origin';
const API_OF_A_PERSON = 'signed-out 200 signed-out origin partner partner origin';

/** Status, or for the API its problem: `origin` is origin-refused, `partner` partner-unknown. */
const TABLE: Readonly<Record<string, string>> = {
  'portal GET /v1/catalogue': OPEN,
  'portal GET /v1/session': API_OF_NOBODY,
  'portal DELETE /v1/session': API_OF_NOBODY,
  'portal POST /v1/sign-in': API_OF_NOBODY,
  'portal POST /v1/session': 'handover handover handover origin partner partner origin',
  'portal GET /v1/rights/:domain': API_OF_A_PERSON,
  'portal GET /v1/salaries': API_OF_A_PERSON,
  // Of the portal's own pages: no partner's, in the page or in a frame.
  'portal GET /v1/situation': API_OF_A_PERSON,
  'portal GET /v1/accesses': API_OF_A_PERSON,
  'portal GET /v1/me': API_OF_A_PERSON,
  'portal DELETE /v1/me': API_OF_A_PERSON,
  // A fund's server: neither cookie nor header of a browser counts, its key does.
  'portal POST /token': '400 400 400 400 404 400 400',
  'portal GET /': PAGE,
  'portal GET /salaries': PAGE,
  'portal GET /privacy': PAGE,
  // What is a person's own is given to their own click on our own page.
  'portal GET /privacy/export': '303 200 303 200 404 200 303',
  'portal GET /privacy/unlink': '303 200 303 200 404 200 200',
  'portal POST /privacy/unlink': '303 200 303 403 404 200 403',
  'portal GET /privacy/agreement': '303 303 303 303 404 303 303',
  'portal POST /privacy/agreement': '303 303 303 403 404 303 403',
  'portal GET /start': '303 303 303 303 404 303 403',
  'portal GET /callback': '410 410 410 410 404 410 410',
  'portal GET /nir': '410 410 410 410 404 410 410',
  'portal POST /nir': '410 410 410 403 404 410 403',
  'portal GET /agreement': '410 410 410 410 404 410 410',
  'portal POST /agreement': '410 410 410 410 404 410 410',
  'portal GET /signed-in': '410 410 410 410 404 410 410',
  'portal GET /stopped': '410 410 410 410 404 410 410',
  'portal GET /sign-out/:code': '303 303 303 303 404 303 303',
  'portal GET /signed-out': PAGE,
  'portal GET /rebound/:linkId': '303 303 303 303 303 303 303',
  'portal GET /assets/portal.css': PAGE,
  'portal GET /assets/icon.svg': PAGE,
  'widgets GET /rebound/:linkId': '303 303 303 303 303 303 303',
  'widgets GET /v1/catalogue': OPEN,
  'widgets GET /v1/session': API_OF_NOBODY,
  'widgets DELETE /v1/session': API_OF_NOBODY,
  'widgets POST /v1/sign-in': API_OF_NOBODY,
  'widgets POST /v1/session': 'handover handover handover origin partner partner origin',
  'widgets GET /v1/rights/:domain': API_OF_A_PERSON,
  'widgets GET /v1/salaries': API_OF_A_PERSON,
  'widgets GET /v1/accesses': API_OF_A_PERSON,
  // Who may frame them is the browser's to hold, by frame-ancestors.
  'widgets GET /embed/*': PAGE,
  'widgets GET /assets/frame.css': PAGE,
  '* GET /kit/:version/:name{.+}': '404 404 404 404 404 404 404',
  '* GET /healthz': OPEN,
  '* GET /readyz': OPEN,
  '* GET /.well-known/jwks.json': OPEN,
  '* GET /openapi.json': OPEN,
};

const CODES: Readonly<Record<string, string>> = {
  'origin-refused': 'origin',
  'partner-unknown': 'partner',
  'handover-refused': 'handover',
};

let world: World;
let at: Record<HostName, string>;
beforeAll(async () => {
  world = await startWorld();
  const { portalUrl: portal, widgetsUrl: widgets, port } = world.portal;
  at = { portal, widgets, other: `http://127.0.0.1:${String(port)}` };
});
afterAll(() => world.close());

const rowOf = (host: HostName, method: string, path: string) => {
  const any = path.replace(/^\/embed\/.*/, '/embed/*');
  return [`${host} ${method} ${any}`, `* ${method} ${any}`].find((name) => name in TABLE);
};

/** Signed in once for all that only reads; what changes something may end the session that it comes with. */
const readers = new Map<string, Promise<Browser>>();

async function visitor(host: HostName, situation: Situation, reads: boolean): Promise<Browser> {
  if (situation === 'no session' || host === 'other') return world.browser();
  const partner =
    situation === 'a session of another partner'
      ? 'msa-exemple'
      : host === 'portal'
        ? 'portail'
        : 'caf-exemple';
  if (!reads) {
    // One of them unlinks the person, and so ends all their sessions.
    readers.clear();
    return signedIn(host, partner);
  }
  const name = `${host} ${partner}`;
  const reader = readers.get(name) ?? signedIn(host, partner);
  readers.set(name, reader);
  const browser = world.browser();
  for (const [site, jar] of (await reader).cookies) browser.cookies.set(site, new Map(jar));
  return browser;
}

async function signedIn(host: HostName, partner: string): Promise<Browser> {
  const browser = world.browser();
  await signIn(world, browser, partner, CANARY.nir);
  const cookies = browser.cookies.get(new URL(at.widgets).host);
  if (host === 'portal' && partner !== 'portail' && cookies)
    browser.cookies.set(new URL(at.portal).host, new Map(cookies));
  return browser;
}

async function come(host: HostName, method: string, path: string, situation: Situation): Promise<Answer> {
  const elsewhere = host === 'portal' ? at.widgets : at.portal;
  const origin = situation === 'the other host' ? elsewhere : at[host];
  const query = QUERIES[path.startsWith('/embed/') ? '/embed/*' : path] ?? '';
  const place = path.replaceAll(/:\w+(\{.*\})?/g, (name) => PLACES[name] ?? name) + query;
  const json = method === 'POST' ? JSON_BODY[path] : undefined;
  const form = method === 'POST' ? FORMS[path] : undefined;
  const browser = await visitor(host, situation, method === 'GET');
  const answer = await browser.ask(origin + place, {
    method: method as 'GET',
    headers: {
      ...(situation !== 'no Mds-Partner' && {
        'mds-partner': host === 'portal' ? 'portail' : 'caf-exemple',
      }),
      'sec-fetch-site': situation === 'cross-site' ? 'cross-site' : 'same-origin',
      ...(situation === 'another Origin'
        ? { origin: 'http://mechant.example' }
        : method !== 'GET' && { origin }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'GET' ? {} : { body: json === undefined ? (form ?? '') : JSON.stringify(json) }),
  });
  if (form === undefined || path === '/token' || answer.status === 404) return answer;
  // Chromium keeps the body of a form that a page answers: only one with nothing in it may be.
  if (path !== '/privacy/unlink') expect([answer.status, answer.text]).toEqual([303, '']);
  return answer.location.pathname === '/stopped' ? afterForm(browser, answer) : answer;
}

/** As the table says it. */
function outcome({ status, headers, json }: Answer): string {
  if (status === 200 || !headers['content-type']?.includes('problem+json')) return String(status);
  const { code } = Problem.parse(json());
  return code === 'not-found' ? '404' : (CODES[code] ?? code);
}

describe.each(Object.entries(TABLE))('%s', (row, expected) => {
  it(expected, async () => {
    const { routes } = world.portal;
    const matching = routes.filter(({ host, method, path }) => rowOf(host, method, path) === row);
    expect(matching, 'routes of this row').not.toHaveLength(0);
    for (const { host, method, path } of matching) {
      const found: string[] = [];
      for (const situation of SITUATIONS) {
        const answer = await come(host, method, path, situation);
        found.push(outcome(answer));
        if (answer.status >= 400 || !path.startsWith('/v1/')) continue;
        expect(answer.headers['cache-control'], 'personal answers are kept nowhere').toBe(
          path === '/v1/catalogue' ? 'public, max-age=300' : 'no-store',
        );
      }
      expect(found.join(' '), `${host} ${method} ${path}: ${SITUATIONS.join(', ')}`).toBe(expected);
    }
  });
});

it('knows every route', () => {
  const unknown = world.portal.routes.filter(({ host, method, path }) => !rowOf(host, method, path));
  expect(unknown).toEqual([]);
});
