import { createHash } from 'node:crypto';
import { SignedOut } from '@mds-kit/contract/session';
import { TAG_NAMES } from '@mds-kit/contract/tags';
import { CANARY } from '@mds-kit/exchange/testing/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Ask, Browser } from './testing/browser.ts';
import { SMALL_KIT_VERSION } from './testing/small-kit.ts';
import { signIn } from './testing/visitor.ts';
import { startWorld, type World } from './testing/world.ts';

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

const policyOf = (answer: Answer) =>
  Object.fromEntries(
    (answer.headers['content-security-policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );

describe('a route is on its host and nowhere else', () => {
  const portalOnly = ['/', '/start', '/callback', '/nir', '/signed-out', '/sign-out/x', '/assets/portal.css'];
  const widgetsOnly = [
    '/embed/controller?partner=caf-exemple',
    '/embed/mds-sign-in?partner=caf-exemple',
    '/assets/frame.css',
  ];
  const both = [
    '/v1/catalogue',
    '/healthz',
    '/readyz',
    '/openapi.json',
    '/.well-known/jwks.json',
    `/kit/${SMALL_KIT_VERSION}/embed.js`,
  ];

  it.each(portalOnly)('%s: the portal', async (path) => {
    expect((await browser.ask(portal + path)).status).not.toBe(404);
    expect((await browser.ask(widgets + path)).status).toBe(404);
  });
  it.each(widgetsOnly)('%s: widgets', async (path) => {
    expect((await browser.ask(widgets + path)).status).toBe(200);
    expect((await browser.ask(portal + path)).status).toBe(404);
  });
  it.each(both)('%s: both', async (path) => {
    for (const host of [portal, widgets]) expect((await browser.ask(host + path)).status).toBe(200);
  });

  it('and an unknown host has nothing but the machine room', async () => {
    const address = `http://127.0.0.1:${String(world.portal.port)}`;
    expect((await browser.ask(`${address}/readyz`)).status).toBe(200);
    expect((await browser.ask(`${address}/`)).status).toBe(421);
    expect((await browser.ask(`${address}/v1/catalogue`)).status).toBe(421);
  });

  it('spends nothing on those who only look ahead', async () => {
    for (const path of ['/callback?code=x', '/sign-out/x']) {
      expect((await browser.ask(portal + path, { method: 'HEAD' })).status, path).toBe(405);
    }
    expect((await browser.ask(`${portal}/`, { method: 'HEAD' })).status).toBe(200);
  });

  it('answers other methods with 405', async () => {
    for (const path of ['/rebound/caf.account', '/start', '/callback']) {
      expect((await browser.ask(portal + path, { method: 'POST', body: '' })).status, path).toBe(405);
    }
  });
});

describe('headers', () => {
  it('of every answer keep it from caches, sniffing, referrers and foreign windows', async () => {
    for (const path of ['/', '/nope', '/v1/session', '/healthz', '/start', '/rebound/caf.account']) {
      const { headers } = await browser.ask(portal + path);
      expect(headers, path).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('of the portal’s pages let nobody frame them, and run no script before signing in', async () => {
    for (const path of ['/', '/nope', '/start', '/nir', '/signed-out']) {
      const policy = policyOf(await browser.ask(portal + path));
      expect(policy).toMatchObject({
        'default-src': "'none'",
        'frame-ancestors': "'none'",
        'base-uri': "'none'",
      });
      expect(policy['script-src']).toBeUndefined();
    }
  });

  it('let stylesheets be kept, and asked again', async () => {
    const { headers } = await browser.ask(`${portal}/assets/portal.css`);
    expect(headers['content-type']).toContain('text/css');
    const again = await browser.ask(`${portal}/assets/portal.css`, {
      headers: { 'if-none-match': headers.etag ?? '' },
    });
    expect(again.status).toBe(304);
  });
});

describe('a frame document', () => {
  it.each(TAG_NAMES)(
    'of %s has the strict policy, its import map’s hash, and the partner’s origins',
    async (tag) => {
      const answer = await browser.ask(`${widgets}/embed/${tag}?partner=msa-exemple&lang=en`);
      const map = /<script type="importmap">(.*?)<\/script>/s.exec(answer.text)?.[1] ?? '';
      const hash = createHash('sha256').update(map).digest('base64');
      expect(answer.headers['content-security-policy']).toBe(
        [
          "default-src 'none'",
          `script-src 'self' 'sha256-${hash}'`,
          "style-src 'self'",
          "img-src 'self'",
          "font-src 'none'",
          "connect-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          'frame-ancestors http://msa.localhost:4100 http://www.msa.localhost:4100',
          "require-trusted-types-for 'script'",
          'trusted-types lit-html',
        ].join('; '),
      );
      expect(answer.headers['x-frame-options']).toBeUndefined();
      // A page that is cross-origin isolated may frame it.
      expect(answer.headers['cross-origin-embedder-policy']).toBe('require-corp');
      expect(answer.headers['cross-origin-resource-policy']).toBe('cross-origin');
      expect(answer.text).toContain('<html lang="en">');
      expect(answer.text).toContain('content="http://msa.localhost:4100 http://www.msa.localhost:4100"');
      expect(answer.text).toContain(`<meta name="mds-tag" content="${tag}"`);
      expect(answer.text).toMatch(/<title>[^<]+<\/title>/);
    },
  );

  it('asks browsers to run nothing unvouched-for, but those that take the map’s word for none', async () => {
    const policyFor = async (agent: string) => {
      const headers = { 'user-agent': `Mozilla/5.0 ${agent}` };
      const answer = await browser.ask(`${widgets}/embed/mds-sign-in?partner=msa-exemple`, { headers });
      return answer.headers['integrity-policy'];
    };
    for (const agent of [
      'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
      'Gecko/20100101 Firefox/153.0',
    ])
      expect(await policyFor(agent), agent).toBe('blocked-destinations=(script)');
    for (const agent of [
      'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.2 Safari/605.1.15',
      'AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile/15E148 Safari/604.1',
    ])
      expect(await policyFor(agent), agent).toBeUndefined();
  });

  it('vouches for every module that it may load, and runs no other inline script', async () => {
    const { text } = await browser.ask(`${widgets}/embed/mds-rights-bubble?partner=caf-exemple`);
    const { integrity } = JSON.parse(/importmap">(.*?)<\/script>/s.exec(text)?.[1] ?? '') as {
      integrity: Record<string, string>;
    };
    const base = `/kit/${SMALL_KIT_VERSION}`;
    expect(Object.keys(integrity)).toEqual(
      ['chunks/client-1.js', 'chunks/lit-2.js', 'elements/rights-bubble.js', 'frame.js'].map(
        (name) => `${base}/${name}`,
      ),
    );
    for (const [path, hash] of Object.entries(integrity)) {
      const file = await browser.ask(widgets + path);
      expect(`sha384-${createHash('sha384').update(file.text).digest('base64')}`).toBe(hash);
    }
    expect(text.match(/<script/g)).toHaveLength(2);
    expect(text).toContain(
      `<script type="module" src="${base}/frame.js" integrity="${integrity[`${base}/frame.js`] ?? ''}">`,
    );
    expect(text).toContain(`<link rel="modulepreload" href="${base}/elements/rights-bubble.js"`);
  });

  it('has nothing of the address but the registered partner and a language', async () => {
    const hostile = '"><script>alert(1)</script>';
    const query = new URLSearchParams({
      partner: 'caf-exemple',
      lang: hostile,
      origin: 'https://evil.example',
    });
    const { text } = await browser.ask(`${widgets}/embed/controller?${query.toString()}`);
    expect(text).toContain('<html lang="fr">');
    expect(text).not.toMatch(/alert|evil/);
  });

  it.each(['', 'nobody', 'parti', '__proto__', 'CAF-EXEMPLE'])(
    'is refused to the partner %j, framed by nobody',
    async (partner) => {
      const answer = await browser.ask(`${widgets}/embed/mds-sign-in?partner=${partner}`);
      expect(answer.status).toBe(403);
      expect(policyOf(answer)['frame-ancestors']).toBe("'none'");
    },
  );

  it('of an unknown tag is not there', async () => {
    expect((await browser.ask(`${widgets}/embed/mds-anything?partner=caf-exemple`)).status).toBe(404);
  });
});

describe('the kit', () => {
  const file = (name: string, headers: Ask['headers'] = {}) =>
    browser.ask(`${widgets}/kit/${SMALL_KIT_VERSION}/${name}`, { headers });

  it('is immutable, and the only thing open to every origin', async () => {
    const { headers } = await file('embed.js');
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'accept-encoding',
    });
  });

  it('comes compressed to those who can read it', async () => {
    const plain = await file('chunks/client-1.js');
    for (const [accepted, coding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
    ] as const) {
      const answer = await file('chunks/client-1.js', { 'accept-encoding': accepted });
      expect(answer.headers['content-encoding']).toBe(coding);
      expect(Number(answer.headers['content-length'] ?? answer.text.length)).toBeLessThan(
        plain.text.length / 5,
      );
    }
  });

  it.each([
    'manifest.json',
    '../manifest.json',
    '..%2fmanifest.json',
    '%2e%2e/keys.json',
    '../../keys.json',
    'embed.js/',
    '__proto__',
    'chunks/%00',
    '..\\keys.json',
  ])('never leaves its folder for %s', async (name) => {
    const answer = await file(name);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('"keys"');
  });

  it('of another version is not there', async () => {
    expect((await browser.ask(`${widgets}/kit/0.0.0/embed.js`)).status).toBe(404);
  });
});

describe('a rebound', () => {
  it('asked of the widgets’ host goes by the portal, which leads on', async () => {
    const { status, location } = await browser.ask(`${widgets}/rebound/caf.account?url=https://evil.example`);
    expect([status, location.href]).toEqual([303, `${portal}/rebound/caf.account`]);
    expect((await browser.ask(`${widgets}/rebound/nope`)).status).toBe(404);
  });

  it('leads to the pinned address and passes nothing through', async () => {
    const answer = await browser.ask(`${portal}/rebound/caf.account?url=https://evil.example&x=1`);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('https://www.caf.exemple/mon-compte');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });

  it.each([
    'nope',
    'https://evil.example',
    '%2f%2fevil.example',
    '..%2f',
    'constructor',
    '__proto__',
    'caf.account%00',
    'CAF.ACCOUNT',
  ])('leads nowhere for %s', async (id) => {
    const answer = await browser.ask(`${portal}/rebound/${id}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.location).toBeUndefined();
  });
});

describe('announced maintenance', () => {
  it('is said by the API with its end, by pages in words; frames, kit and whom to call stay', async () => {
    const until = new Date(Date.now() + 3_600_000);
    const interval = `${new Date(Date.now() - 1000).toISOString()}/${until.toISOString()}`;
    const closed = await world.replica({ MDS_MAINTENANCE: interval });
    const session = await browser.ask(`${closed.widgetsUrl}/v1/session`, {
      headers: { 'mds-partner': 'caf-exemple' },
    });
    expect(session.status).toBe(503);
    expect(session.json()).toMatchObject({ code: 'maintenance', until: until.toISOString() });
    expect(Number(session.headers['retry-after'])).toBeGreaterThan(3500);
    for (const path of ['/', '/start?partner=portail&return=accueil', '/nir', '/callback']) {
      const page = await browser.ask(closed.portalUrl + path);
      expect(page.status, path).toBe(503);
      expect(page.text).toContain('Le portail est fermé pour entretien');
      expect(page.text).toContain('tel:3939');
    }
    for (const path of [
      '/embed/controller?partner=caf-exemple',
      `/kit/${SMALL_KIT_VERSION}/embed.js`,
      '/v1/catalogue',
      '/readyz',
    ]) {
      expect((await browser.ask(closed.widgetsUrl + path)).status, path).toBe(200);
    }
    world.pass(3_601);
    expect((await browser.ask(`${closed.portalUrl}/`)).status).toBe(200);
    world.pass(-3_601);
  });

  it('keeps nobody in: signing out goes on, here and at FranceConnect', async () => {
    const visitor = world.browser();
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const from = new Date(Date.now() + 60_000).toISOString();
    const closing = await world.replica({ MDS_MAINTENANCE: `${from}/${until}` });
    const caf = await signIn({ ...world, portal: closing }, visitor, 'caf-exemple', CANARY.nir);
    world.pass(61);
    const rights = await caf.call('GET', 'rights/family');
    const signedOut = await caf.call('DELETE', 'session');
    const { signOutUrl } = SignedOut.parse(signedOut.json());
    const back = await visitor.follow(signOutUrl ?? '', (url) => url.host === 'caf.localhost:4100');
    world.pass(-61);
    expect(rights.status).toBe(503);
    expect(signedOut.status).toBe(200);
    expect(back.location.href).toBe('http://caf.localhost:4100/mon-compte');
    expect(world.franceConnect.ended?.searchParams.get('id_token_hint')).toBeTruthy();
  });
});

describe('the machine room', () => {
  it('shows only public halves of keys', async () => {
    const { keys } = (await browser.ask(`${portal}/.well-known/jwks.json`)).json() as {
      keys: Record<string, string>[];
    };
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });

  it('tells nobody how it is doing but on the operator’s own address', async () => {
    const { port, metricsUrl = '' } = world.portal;
    expect(new URL(metricsUrl).port).not.toBe(String(port));
    const told = await browser.ask(metricsUrl);
    expect([told.status, told.headers['content-type']]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    for (const origin of [portal, widgets, `http://127.0.0.1:${String(port)}`]) {
      const answer = await browser.ask(`${origin}/metrics`);
      expect(answer.status, origin).toBeGreaterThanOrEqual(404);
      expect(answer.text).not.toContain('mds_http_requests_total');
    }
    const { host } = new URL(portal);
    // Nor does that address have anything else, whatever name it is asked by.
    expect((await browser.ask(new URL('/v1/catalogue', metricsUrl), { headers: { host } })).status).toBe(404);
    const quiet = await world.replica({ MDS_METRICS: '' });
    expect(quiet.metricsUrl).toBeUndefined();
  });

  it('counts by route, never by address', async () => {
    await browser.ask(`${portal}/rebound/caf.account`);
    await browser.ask(`${portal}/some/where/else-4711`);
    const { text } = await browser.ask(world.portal.metricsUrl ?? '');
    expect(text).toMatch(
      /mds_http_requests_total\{host="portal",method="GET",route="\/rebound\/:linkId",status="303"\} \d+/,
    );
    expect(text).not.toMatch(/caf\.account|4711/);
    expect(text).toContain('# TYPE mds_http_request_seconds histogram');
    expect(text).toContain('mds_journal_failures_total 0');
  });
});
