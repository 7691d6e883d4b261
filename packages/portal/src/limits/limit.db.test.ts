import { CANARY } from '@mds-kit/exchange/testing/people';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signIn, Frame } from '../testing/visitor.ts';
import { startWorld, type World } from '../testing/world.ts';
import { LIMITS } from './limits.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld({ MDS_PROXIES: '1' });
});
afterEach(() => world.close());

/** Asks until refused, from as many addresses as it takes so that no other limit is met. */
async function untilRefused(
  ask: (turn: number) => Promise<{ status: number }>,
  most: number,
): Promise<number> {
  for (let turn = 0; turn < most; turn += 1) if ((await ask(turn)).status === 429) return turn;
  return most;
}

const from = (turn: number) => ({ 'x-forwarded-for': `198.51.100.${String(turn % 200)}` });

describe('who asks too often', () => {
  it('is refused by session, whatever address it comes from, and told when to come back', async () => {
    const frame = await signIn(world, world.browser(), 'caf-exemple', CANARY.nir);
    const { requests } = LIMITS.session;
    const ask = (turn: number) => frame.call('GET', 'session', undefined, from(turn));
    expect(await untilRefused(ask, requests + 10)).toBeLessThanOrEqual(requests);
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
    expect(await untilRefused(guess, requests + 10)).toBe(requests);
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
    await untilRefused(start, LIMITS.signIn.requests);
    const { status, text } = await start();
    expect(status).toBe(429);
    expect(text).toContain('Trop de demandes à la fois');
    expect(text).toContain('39');
  });
});
