import { CANARY } from '@mds-kit/exchange/testing/people';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signIn, Frame } from '../testing/visitor.ts';
import { startWorld, type World } from '../testing/world.ts';
import { LIMITS } from './limits.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld({ MDS_PROXIES: '1', MDS_LIMITS: '1' });
  // To the beginning of a window, which no test lasts.
  const longest = LIMITS.signIn.seconds;
  world.pass(longest - ((Date.now() / 1000) % longest));
});
afterEach(() => world.close());

/** Asks so often, many at a time, and tells how many were let through. */
async function letThrough(
  ask: (turn: number) => Promise<{ status: number }>,
  times: number,
): Promise<number> {
  const statuses: number[] = [];
  for (let first = 0; first < times; first += 25) {
    const turns = Array.from({ length: Math.min(25, times - first) }, (_, index) => first + index);
    statuses.push(...(await Promise.all(turns.map(ask))).map(({ status }) => status));
  }
  return statuses.filter((status) => status !== 429).length;
}

const from = (turn: number) => ({ 'x-forwarded-for': `198.51.100.${String(turn % 200)}` });

describe('who asks too often', () => {
  it('is refused by session, whatever address it comes from, and told when to come back', async () => {
    const frame = await signIn(world, world.browser(), 'caf-exemple', CANARY.nir);
    const { requests } = LIMITS.session;
    const ask = (turn: number) => frame.call('GET', 'session', undefined, from(turn));
    expect(await letThrough(ask, requests + 10)).toBe(requests);
    const refused = await ask(1);
    expect(refused.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const other = await signIn(world, world.browser(), 'caf-exemple', CANARY.nir);
    expect((await other.call('GET', 'session')).status).toBe(200);
  });

  it('is refused by address at the doors of a sign-in: no code can be guessed', async () => {
    const { requests } = LIMITS.signIn;
    const frame = new Frame(world.browser(), world, 'caf-exemple');
    const guess = () =>
      frame.call('POST', 'session', { handover: 'A'.repeat(43) }, { 'x-forwarded-for': '192.0.2.1' });
    expect(await letThrough(guess, requests + 10)).toBe(requests);
    const elsewhere = await frame.call(
      'POST',
      'session',
      { handover: 'A'.repeat(43) },
      { 'x-forwarded-for': '192.0.2.2' },
    );
    expect(elsewhere.status).toBe(403);
  });

  it('is told in words on the portal’s own pages', async () => {
    const browser = world.browser();
    const start = () =>
      browser.ask(`${world.portal.portalUrl}/start?partner=nobody`, {
        headers: { 'x-forwarded-for': '192.0.2.3' },
      });
    expect(await letThrough(start, LIMITS.signIn.requests)).toBe(LIMITS.signIn.requests);
    const { status, text } = await start();
    expect(status).toBe(429);
    expect(text).toContain('Trop de demandes à la fois');
    expect(text).toContain('39');
  });

  it('is refused by address, and no other page’s calls are counted: they could use up a whole town hall’s', async () => {
    const { requests } = LIMITS.address;
    const frame = new Frame(world.browser(), world, 'caf-exemple');
    const here = { 'x-forwarded-for': '192.0.2.5' };
    const browser = world.browser();
    const stranger = () =>
      browser.ask(`${world.portal.widgetsUrl}/v1/session`, {
        headers: { ...here, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      });
    for (let n = 0; n < 20; n++) expect((await stranger()).status).toBe(403);
    const ask = () => frame.call('GET', 'session', undefined, here);
    expect(await letThrough(ask, requests + 10)).toBe(requests);
    expect((await stranger()).status).toBe(403);
  });

  it('counts no image, script or frame of somebody else’s page as a sign-in', async () => {
    const browser = world.browser();
    const start = (dest: string) =>
      browser.ask(`${world.portal.portalUrl}/start?partner=nobody`, {
        headers: { 'x-forwarded-for': '192.0.2.4', 'sec-fetch-dest': dest },
      });
    for (let n = 0; n <= LIMITS.signIn.requests; n++)
      expect((await start(n % 2 ? 'image' : 'iframe')).status).toBe(403);
    expect((await start('document')).status).not.toBe(429);
  });
});
