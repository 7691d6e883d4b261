import { Catalogue } from '@mds-kit/contract/catalogue';
import { OPERATIONS } from '@mds-kit/contract/openapi/operations';
import { Problem } from '@mds-kit/contract/problem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ask, Browser } from '../testing/browser.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
let browser: Browser;
let portal: string;
let widgets: string;

beforeAll(async () => {
  world = await startWorld();
  browser = world.browser();
  ({ portalUrl: portal, widgetsUrl: widgets } = world.portal);
});
afterAll(() => world.close());

describe('the guard of /v1', () => {
  const own = { 'mds-partner': 'caf-exemple', 'sec-fetch-site': 'same-origin' };
  const cases: [string, Ask, string | undefined][] = [
    ['a call of our own frame', { headers: own }, undefined],
    ['a browser without Sec-Fetch-Site', { headers: { 'mds-partner': 'caf-exemple' } }, undefined],
    ['no partner', { headers: {} }, 'partner-unknown'],
    ['an unknown partner', { headers: { 'mds-partner': 'nobody' } }, 'partner-unknown'],
    ['a suspended partner', { headers: { 'mds-partner': 'parti' } }, 'partner-unknown'],
    ['the portal’s own id on the widgets host', { headers: { 'mds-partner': 'portail' } }, 'partner-unknown'],
    ['another origin', { headers: { ...own, origin: 'http://caf.localhost:4100' } }, 'origin-refused'],
    ['the null origin', { headers: { ...own, origin: 'null' } }, 'origin-refused'],
    ['another site', { headers: { ...own, 'sec-fetch-site': 'cross-site' } }, 'origin-refused'],
    ['a sibling', { headers: { ...own, 'sec-fetch-site': 'same-site' } }, 'origin-refused'],
    ['an address typed in', { headers: { ...own, 'sec-fetch-site': 'none' } }, 'origin-refused'],
  ];

  it.each(cases)('%s', async (_what, ask, problem) => {
    const answer = await browser.ask(`${widgets}/v1/session`, ask);
    if (problem === undefined) expect(answer.status).toBe(200);
    else expect(answer.json()).toMatchObject({ status: 403, code: problem });
  });

  it('wants to see the origin before anything changes', async () => {
    for (const [method, path] of [
      ['POST', 'sign-in'],
      ['POST', 'session'],
      ['DELETE', 'session'],
    ] as const) {
      const call = (origin?: string) =>
        browser.ask(`${widgets}/v1/${path}`, {
          method,
          headers: { ...own, ...(origin === undefined ? {} : { origin }) },
          body: '{}',
        });
      for (const origin of [
        undefined,
        'null',
        portal,
        `${widgets}.evil.example`,
        `${widgets}/`,
        'http://caf.localhost:4100',
      ]) {
        expect((await call(origin)).json(), String(origin)).toMatchObject({ code: 'origin-refused' });
      }
      expect((await call(widgets)).status).not.toBe(403 + Number(path === 'session' && method === 'POST'));
    }
  });

  it('passes no preflight', async () => {
    const headers = {
      origin: 'http://caf.localhost:4100',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'mds-partner',
    };
    const answer = await browser.ask(`${widgets}/v1/session`, { headers });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('refuses what is too large, and what it does not understand', async () => {
    const post = (body: string) =>
      browser.ask(`${widgets}/v1/sign-in`, { method: 'POST', headers: { ...own, origin: widgets }, body });
    expect((await post('x'.repeat(20_000))).json()).toMatchObject({ status: 413, code: 'too-large' });
    expect((await post('{')).json()).toMatchObject({ status: 400, code: 'invalid-request' });
    expect((await post('{"returnId":"mon-espace"}')).json()).toMatchObject({ code: 'invalid-request' });
    expect((await post('{"returnId":"//evil"}')).json()).toMatchObject({ code: 'invalid-request' });
  });

  it.each([
    [undefined, 'fr', 'Partenaire inconnu'],
    ['en-GB,fr;q=0.5', 'en', 'Unknown partner'],
    ['de, en;q=0.3, fr;q=0.9', 'fr', 'Partenaire inconnu'],
    ['fr-x-falc', 'fr-x-falc', 'Site inconnu'],
    ['de', 'fr', 'Partenaire inconnu'],
  ])('speaks %s: %s', async (asked, locale, title) => {
    const headers = asked === undefined ? {} : { 'accept-language': asked };
    const answer = await browser.ask(`${widgets}/v1/session`, { headers });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['content-language']).toBe(locale);
    expect(Problem.parse(answer.json()).title).toBe(title);
  });
});

describe('openapi.json', () => {
  it('describes every route of /v1, and nothing that is not there', async () => {
    const document = (await browser.ask(`${widgets}/openapi.json`)).json() as {
      paths: Record<string, Record<string, { responses: object }>>;
    };
    for (const { method, path, own: isOwn } of OPERATIONS) {
      const concrete = path.replace('{domain}', 'health');
      const [host, partner] = isOwn ? [portal, 'portail'] : [widgets, 'caf-exemple'];
      const answer = await browser.ask(host + concrete, {
        method: method.toUpperCase() as 'GET',
        headers: { 'mds-partner': partner, origin: host },
        ...(method === 'post' ? { body: '{}' } : {}),
      });
      expect([404, 405], `${method} ${path}`).not.toContain(answer.status);
      expect(Object.keys(document.paths[path]?.[method]?.responses ?? {}), `${method} ${path}`).toContain(
        String(answer.status),
      );
    }
    for (const [path, operations] of Object.entries(document.paths)) {
      const isOwn =
        path === '/token' || OPERATIONS.some((operation) => operation.path === path && operation.own);
      const [host, partner] = isOwn ? [portal, 'portail'] : [widgets, 'caf-exemple'];
      for (const method of ['GET', 'POST', 'DELETE', 'PUT'] as const) {
        if (method.toLowerCase() in operations) continue;
        const answer = await browser.ask(host + path.replace('{domain}', 'health'), {
          method,
          headers: { 'mds-partner': partner, origin: host },
          ...(method === 'GET' ? {} : { body: '' }),
        });
        expect(answer.status, `${method} ${path}`).toBe(405);
      }
    }
  });

  it('is true of the public catalogue, which says whom to call', async () => {
    const answer = await browser.ask(`${widgets}/v1/catalogue`);
    const catalogue = Catalogue.parse(answer.json());
    expect(catalogue.support).toMatchObject({ phone: '39 39', counters: { id: 'france-services' } });
    expect(answer.headers['cache-control']).toBe('public, max-age=300');
  });
});
