import { CANARY } from '@mds-kit/exchange/testing/people';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { goThroughFranceConnect, signIn } from '../testing/visitor.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
let somebody: Browser;

beforeAll(async () => {
  world = await startWorld();
  somebody = world.browser();
  await signIn(world, somebody, 'portail', CANARY.nir);
});
afterAll(() => world.close());

const page = (browser: Browser, path: string) => browser.ask(world.portal.portalUrl + path);

describe('/salaries', () => {
  it('shows the timeline to who is signed in, under the policy of a page that runs the kit', async () => {
    const { status, text, headers } = await page(somebody, '/salaries');
    expect(status).toBe(200);
    expect(text).toContain('<mds-salary-timeline lang="fr" heading-level="1" months="12">');
    expect(text).toMatch(/<script type="module" src="\/kit\/[^"]+\/hosted\.js" integrity="sha384-/);
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(headers['cache-control']).toBe('no-store');
    expect(text).not.toContain(CANARY.nir);
  });

  it('shows as many months as it offers, and the usual twelve for any other number', async () => {
    for (const [query, months] of [
      ['?months=36', 36],
      ['?months=24', 24],
      ['?months=99', 12],
      ['?months=%22onload=', 12],
    ] as const) {
      const { text } = await page(somebody, `/salaries${query}`);
      expect(text).toContain(`months="${months}"`);
      expect(text).toMatch(new RegExp(`months=${months}"\\s+aria-current="page"`));
      expect(text.match(/aria-current/g)).toHaveLength(1);
    }
  });

  it('says to a stranger what it would show, runs nothing, and signs them in', async () => {
    const stranger = world.browser();
    const { text, headers } = await page(stranger, '/salaries');
    expect(headers['content-security-policy']).not.toContain('script-src');
    expect(text).not.toContain('<script');
    const start = /href="(\/start\?[^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const arrival = await goThroughFranceConnect(stranger, new URL(start, world.portal.portalUrl));
    expect(arrival.status).toBe(200);
    expect((await page(stranger, '/salaries')).text).toContain('<mds-salary-timeline');
  });

  it('is led to from home, where the timeline stands too', async () => {
    const { text } = await page(somebody, '/');
    expect(text).toContain('<mds-salary-timeline lang="fr" heading-level="2">');
    expect(text).toContain('href="/salaries"');
    expect((await page(world.browser(), '/')).text).not.toContain('mds-salary-timeline');
  });
});
