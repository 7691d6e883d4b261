import { CANARY } from '@mds-kit/exchange/testing/people';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { FundsWorld } from '../testing/funds-world.ts';
import { Frame, goThroughFranceConnect, handoverIn } from '../testing/visitor.ts';

let funds: FundsWorld;

beforeAll(async () => {
  funds = await FundsWorld.start();
});
afterAll(() => funds.close());
let browser: Browser;
beforeEach(() => {
  browser = funds.world.browser();
});
afterEach(async () => {
  for (const table of ['link', 'one_time_code', 'counter'] as const)
    await funds.world.database.kysely.deleteFrom(table).execute();
});

describe('the question', () => {
  it('comes between signing in and going back, once, with two equal answers', async () => {
    const page = await funds.connect(browser, funds.caf);
    expect(page.text).toContain('sans vous connecter à nouveau');
    expect(page.text.match(/<button type="submit" class="button" name="agreed"/g)).toHaveLength(2);
    expect(page.text).not.toContain(CANARY.nir);
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    handoverIn(await funds.post(browser, '/agreement', { agreed: 'no' }));
    const second = await funds.connect(browser, funds.caf);
    handoverIn(second);
  });

  it('is asked again where it was not answered', async () => {
    await funds.connect(browser, funds.caf);
    expect((await funds.connect(browser, funds.caf)).text).toContain('name="agreed"');
  });

  it('is nobody’s who goes back to a fund that gives no tickets, or to the portal itself', async () => {
    handoverIn(await funds.connect(browser, funds.msa));
    const own = new Frame(browser, funds.world, 'portail');
    expect((await goThroughFranceConnect(browser, await own.startUrl())).text).not.toContain('agreement');
  });

  it.each([
    ['another site', { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['nowhere', { origin: 'null' }],
  ])('takes no answer from %s', async (_, headers) => {
    await funds.connect(browser, funds.caf);
    const answer = await funds.post(browser, '/agreement', { agreed: 'yes' }, headers);
    expect(answer.location.pathname).toBe('/agreement');
    expect(await funds.world.database.kysely.selectFrom('agreement').selectAll().execute()).toEqual([]);
    handoverIn(await funds.post(browser, '/agreement', { agreed: 'yes' }));
  });

  it('takes one answer, even from a cookie that was put back', async () => {
    await funds.connect(browser, funds.caf);
    const host = new URL(funds.world.portal.portalUrl).host;
    const kept = new Map(browser.cookies.get(host));
    handoverIn(await funds.post(browser, '/agreement', { agreed: 'no' }));
    browser.cookies.set(host, kept);
    const again = await funds.post(browser, '/agreement', { agreed: 'yes' });
    expect(again.status).toBe(410);
    const [decision] = await funds.world.database.kysely.selectFrom('agreement').selectAll().execute();
    expect(decision?.agreed).toBe(false);
  });

  it('is too late after ten minutes, and says so', async () => {
    await funds.connect(browser, funds.caf);
    funds.world.pass(601);
    expect((await browser.ask(`${funds.world.portal.portalUrl}/agreement`)).status).toBe(410);
    funds.world.pass(-601);
  });

  it('waits for one of the two answers', async () => {
    await funds.connect(browser, funds.caf);
    expect((await funds.post(browser, '/agreement', { agreed: 'maybe' })).location.pathname).toBe(
      '/agreement',
    );
  });
});
