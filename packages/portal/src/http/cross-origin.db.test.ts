import { CANARY } from '@mds-kit/exchange/testing/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../testing/browser.ts';
import { SMALL_KIT_VERSION } from '../testing/small-kit.ts';
import { signIn } from '../testing/visitor.ts';
import { startWorld, type World } from '../testing/world.ts';

const IN_PAGE = 'http://dans-la-page.localhost:4100';
const FRAMED = 'http://caf.localhost:4100';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const hosts = () => ({ portal: world.portal.portalUrl, widgets: world.portal.widgetsUrl });

const allowed = ({ headers }: Answer) => headers['access-control-allow-origin'];

/** Origins that are, nearly are, and are not that of a partner whose convention says in-page. */
const ORIGINS: readonly (readonly [string, boolean])[] = [
  [IN_PAGE, true],
  [FRAMED, false],
  ['http://parti.localhost:4100', false],
  ['null', false],
  ['*', false],
  ['', false],
  [`${IN_PAGE}/`, false],
  [`${IN_PAGE}.mechant.example`, false],
  [`${IN_PAGE}1`, false],
  ['http://dans-la-page.localhost', false],
  ['https://dans-la-page.localhost:4100', false],
  ['http://x.dans-la-page.localhost:4100', false],
  ['http://xdans-la-page.localhost:4100', false],
  ['http://DANS-LA-PAGE.localhost:4100', false],
  ['http://dans-la-page.localhost:4100@mechant.example', false],
  [`http://mechant.example ${IN_PAGE}`, false],
  [`${IN_PAGE}, http://mechant.example`, false],
  ['http://mechant.example', false],
];

describe.each(ORIGINS)('a call from %j', (origin, isAllowed) => {
  const headers = { origin, 'mds-partner': 'dans-la-page', 'sec-fetch-site': 'cross-site' };

  it(isAllowed ? 'may be read' : 'may not be read', async () => {
    for (const path of ['/v1/session', '/v1/rights/family', '/v1/catalogue']) {
      const answer = await world.browser().ask(hosts().widgets + path, { headers });
      expect(allowed(answer), path).toBe(isAllowed ? origin : undefined);
      expect(answer.headers['access-control-allow-credentials'], path).toBe(isAllowed ? 'true' : undefined);
      expect(answer.headers.vary?.toLowerCase().split(/,\s*/), path).toContain('origin');
      if (!isAllowed && path !== '/v1/catalogue') expect(answer.status, path).toBe(403);
    }
  });

  it(isAllowed ? 'passes its preflight' : 'passes no preflight', async () => {
    const answer = await world.browser().ask(`${hosts().widgets}/v1/session`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'DELETE',
        'access-control-request-headers': 'mds-partner',
      },
    });
    expect(allowed(answer)).toBe(isAllowed ? origin : undefined);
    expect(answer.headers['access-control-allow-methods']).toBe(isAllowed ? 'GET, POST, DELETE' : undefined);
    expect(answer.headers.vary?.toLowerCase()).toContain('origin');
    expect(Number(answer.headers['access-control-max-age'] ?? 0)).toBeLessThanOrEqual(600);
  });

  it('gets nothing on the portal’s own host', async () => {
    const answer = await world.browser().ask(`${hosts().portal}/v1/session`, {
      headers: { ...headers, 'mds-partner': 'portail' },
    });
    expect(allowed(answer)).toBeUndefined();
    expect(answer.status).toBe(403);
  });
});

describe('a page that shows the tags by convention', () => {
  it('speaks for its own partner alone', async () => {
    for (const partner of ['caf-exemple', 'portail', 'parti', 'nobody']) {
      const answer = await world.browser().ask(`${hosts().widgets}/v1/session`, {
        headers: { origin: IN_PAGE, 'mds-partner': partner, 'sec-fetch-site': 'cross-site' },
      });
      expect(answer.status, partner).toBe(403);
    }
  });

  it('reads the rights of whoever signed in from it, and nobody else’s', async () => {
    const browser = world.browser();
    const frame = await signIn(world, browser, 'dans-la-page', CANARY.nir);
    const cross = { origin: IN_PAGE, 'sec-fetch-site': 'cross-site' };
    const own = await frame.call('GET', 'rights/family', undefined, cross);
    expect([own.status, allowed(own)]).toEqual([200, IN_PAGE]);
    const other = world.browser();
    await signIn(world, other, 'caf-exemple', CANARY.nir);
    const stolen = await other.ask(`${hosts().widgets}/v1/rights/family`, {
      headers: { ...cross, 'mds-partner': 'dans-la-page' },
    });
    expect(stolen.json()).toMatchObject({ code: 'signed-out' });
  });
});

it('lets every origin load the kit, which is the same for all, and nothing else', async () => {
  const { routes } = world.portal;
  for (const { host, method, path } of routes) {
    if (method !== 'GET' || host === 'other' || path.startsWith('/v1/')) continue;
    const answer = await world.browser().ask(hosts()[host] + path.replaceAll(/:\w+(\{.*\})?/g, 'x'), {
      headers: { origin: IN_PAGE },
    });
    expect(allowed(answer), `${host} ${path}`).toBeUndefined();
  }
  const kit = await world.browser().ask(`${hosts().widgets}/kit/${SMALL_KIT_VERSION}/frame.js`);
  expect([kit.status, allowed(kit)]).toEqual([200, '*']);
});
