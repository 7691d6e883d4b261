import { CANARY } from '@mds-kit/exchange/testing/people';
import { describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { type FundsWorld, withFunds } from '../testing/funds-world.ts';
import { Frame, goThroughFranceConnect, handoverIn } from '../testing/visitor.ts';

let funds: FundsWorld;
let browser: Browser;
withFunds((...own) => ([funds, browser] = own));

describe('the question', () => {
  it('comes between signing in and going back, once, with two equal answers', async () => {
    const page = await funds.connect(browser, funds.caf);
    expect(page.text.replaceAll(/\s+/g, ' ')).toContain('sans vous connecter à nouveau');
    expect(page.text.match(/<button type="submit" class="button" name="agreed"/g)).toHaveLength(2);
    expect(page.text).not.toContain(CANARY.nir);
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    handoverIn(await funds.postAndRead(browser, '/agreement', { agreed: 'no' }));
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
    handoverIn(await funds.postAndRead(browser, '/agreement', { agreed: 'yes' }));
  });

  it('takes one answer, even from a cookie that was put back', async () => {
    await funds.connect(browser, funds.caf);
    const host = new URL(funds.world.portal.portalUrl).host;
    const kept = new Map(browser.cookies.get(host));
    handoverIn(await funds.postAndRead(browser, '/agreement', { agreed: 'no' }));
    browser.cookies.set(host, kept);
    const again = await funds.postAndRead(browser, '/agreement', { agreed: 'yes' });
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

  it('is answered anew on the privacy page, at once, and only about who asked', async () => {
    const frame = await funds.settle(browser, funds.caf, 'yes');
    const own = new Frame(browser, funds.world, 'portail');
    await goThroughFranceConnect(browser, await own.startUrl());
    const { portalUrl } = funds.world.portal;
    const page = await browser.ask(`${portalUrl}/privacy`);
    expect(page.text).toContain('Retirer mon accord (Fonds caf)');
    await funds.post(browser, '/privacy/agreement', { partner: 'cpam', agreed: 'yes' });
    const foreign = { partner: 'caf', agreed: 'no' };
    await funds.post(browser, '/privacy/agreement', foreign, { origin: 'http://evil.example' });
    expect((await browser.ask(`${portalUrl}/privacy`)).text).toContain('Retirer mon accord (Fonds caf)');
    expect((await frame.call('GET', 'session')).json()).toMatchObject({ status: 'signed-in' });
    await funds.post(browser, '/privacy/agreement', { partner: 'caf', agreed: 'no' });
    expect((await browser.ask(`${portalUrl}/privacy`)).text).toContain('Donner mon accord (Fonds caf)');
    const { challenge } = await funds.pageOf(funds.world.browser(), funds.caf);
    expect((await funds.ask(challenge)).json()).toMatchObject({ error: 'interaction_required' });
    // What was open at that fund is closed.
    expect((await frame.call('GET', 'session')).json()).toMatchObject({ status: 'signed-out' });
    const decisions = await funds.world.database.kysely.selectFrom('agreement').selectAll().execute();
    expect(decisions.map(({ partner, agreed }) => [partner, agreed])).toEqual([['caf', false]]);
  });
});
