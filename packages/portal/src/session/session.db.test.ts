import { CANARY } from '@mds-kit/exchange/testing/people';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { Frame, goThroughFranceConnect, handoverIn, signIn } from '../testing/visitor.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
let browser: Browser;

const MINUTE = 60;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  browser = world.browser();
  // Everybody has been here before: no NIR to type.
  const first = world.browser();
  await signIn(world, first, 'portail', CANARY.nir);
});
afterEach(async () => {
  for (const table of ['session', 'one_time_code'] as const) {
    await world.database.kysely.deleteFrom(table).execute();
  }
});

const statusOf = async (frame: Frame) =>
  ((await frame.call('GET', 'session')).json() as { status: string }).status;

async function arrive(from: Browser, partner = 'caf-exemple'): Promise<{ frame: Frame; code: string }> {
  const frame = new Frame(from, world, partner);
  return { frame, code: handoverIn(await goThroughFranceConnect(from, await frame.startUrl())) };
}

describe('the verifier cookie', () => {
  it('is set for frames, partitioned, out of reach of scripts, and told apart from a browser that refuses it', async () => {
    const caf = new Frame(browser, world, 'caf-exemple');
    expect((await caf.call('GET', 'session')).json()).toEqual({ status: 'signed-out', cookies: false });
    const written = /^__Host-mds-verifier=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=None; Partitioned$/;
    expect((await caf.load()).setCookies).toEqual([expect.stringMatching(written)]);
    expect((await caf.call('GET', 'session')).json()).toEqual({ status: 'signed-out', cookies: true });
  });

  it('is the same for two tabs that begin a sign-in at the same moment', async () => {
    const [one, other] = [new Frame(browser, world, 'caf-exemple'), new Frame(browser, world, 'caf-exemple')];
    await one.load();
    expect((await other.load()).setCookies).toEqual([]);
    const [first, second] = await Promise.all([one.startUrl(), other.startUrl()]);
    expect(first.href).toBe(second.href);
  });

  it('is not set on a page that is not registered', async () => {
    expect((await new Frame(browser, world, 'nobody').load()).setCookies).toEqual([]);
  });

  it('stays while one signs in, so that two tags begin one sign-in', async () => {
    const caf = new Frame(browser, world, 'caf-exemple');
    expect((await caf.startUrl()).href).toBe((await caf.startUrl()).href);
  });
});

describe('a handover code', () => {
  it('opens the session with the verifier of the browser that began, in a partitioned cookie', async () => {
    const { frame, code } = await arrive(browser);
    const answer = await frame.redeem(code);
    expect(answer.status).toBe(200);
    expect(answer.setCookies).toContainEqual(
      expect.stringMatching(
        /^__Host-mds-session=[\w-]{43}; Max-Age=7200; Path=\/; HttpOnly; Secure; SameSite=None; Partitioned$/,
      ),
    );
    expect(await statusOf(frame)).toBe('signed-in');
  });

  it('works once', async () => {
    const { frame, code } = await arrive(browser);
    await frame.redeem(code);
    const again = await frame.redeem(code);
    expect(again.status).toBe(403);
    expect(again.json()).toMatchObject({ code: 'handover-refused' });
  });

  it('works once even when two replicas are asked at the same moment', async () => {
    const second = await world.replica();
    const { frame, code } = await arrive(browser);
    const verifier = browser.cookies.get(new URL(world.portal.widgetsUrl).host) ?? new Map<string, string>();
    browser.cookies.set(new URL(second.widgetsUrl).host, new Map(verifier));
    const other = new Frame(browser, { portal: second }, 'caf-exemple');
    const answers = await Promise.all([
      frame.redeem(code),
      other.redeem(code),
      frame.redeem(code),
      other.redeem(code),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403]);
  });

  it('is worth nothing in another browser, with another verifier or none, and is spent by the attempt', async () => {
    const thief = world.browser();
    const { frame, code } = await arrive(browser);
    await new Frame(thief, world, 'caf-exemple').startUrl();
    expect((await new Frame(thief, world, 'caf-exemple').redeem(code)).status).toBe(403);
    expect((await frame.redeem(code)).status).toBe(403);
    const { code: second } = await arrive(browser);
    expect((await new Frame(world.browser(), world, 'caf-exemple').redeem(second)).status).toBe(403);
  });

  it('is worth nothing at another partner', async () => {
    const { code } = await arrive(browser);
    expect((await new Frame(browser, world, 'msa-exemple').redeem(code)).status).toBe(403);
  });

  it('is worth nothing after a minute', async () => {
    const { frame, code } = await arrive(browser);
    world.pass(61);
    expect((await frame.redeem(code)).status).toBe(403);
    world.pass(-61);
  });

  it.each(['', 'short', 'A'.repeat(43), { deep: true }])('refuses %j', async (handover) => {
    const caf = new Frame(browser, world, 'caf-exemple');
    const answer = await caf.call('POST', 'session', { handover });
    expect([400, 403]).toContain(answer.status);
    expect((await caf.call('POST', 'session')).status).toBe(400);
  });

  it('keeps nothing readable in its row', async () => {
    await arrive(browser);
    const rows = await world.database.kysely.selectFrom('one_time_code').selectAll().execute();
    expect(rows).not.toHaveLength(0);
    const text = rows.map(({ content }) => Buffer.from(content).toString('latin1')).join();
    for (const trace of [CANARY.nir, CANARY.birthName, 'caf-exemple', 'eyJ'])
      expect(text).not.toContain(trace);
  });
});

describe('a session', () => {
  const enter = async (partner = 'caf-exemple') => {
    const { frame, code } = await arrive(browser, partner);
    await frame.redeem(code);
    return frame;
  };

  it('ends after 30 minutes without a sign of life, and each sign begins them anew', async () => {
    const caf = await enter();
    for (let turn = 0; turn < 2; turn += 1) {
      world.pass(29 * MINUTE);
      // A page looks first, and asks at once after that.
      expect(await statusOf(caf)).toBe('signed-in');
      expect((await caf.call('GET', 'rights/family')).status).toBe(200);
    }
    world.pass(30 * MINUTE);
    const rights = await caf.call('GET', 'rights/family');
    expect(rights.status).toBe(401);
    expect(rights.json()).toMatchObject({ code: 'session-ended' });
    expect(rights.setCookies).toEqual([expect.stringMatching(/^__Host-mds-session=; Max-Age=0/)]);
    expect(await statusOf(caf)).toBe('signed-out');
    world.pass(-88 * MINUTE);
  });

  it('is not prolonged by a page that only keeps looking', async () => {
    const caf = await enter();
    world.pass(20 * MINUTE);
    expect(await statusOf(caf)).toBe('signed-in');
    world.pass(10 * MINUTE);
    expect(await statusOf(caf)).toBe('signed-out');
    world.pass(-30 * MINUTE);
  });

  it('ends after two hours whatever one does', async () => {
    const caf = await enter();
    for (let passed = 0; passed < 119; passed += 17) {
      expect((await caf.call('GET', 'rights/family')).status).toBe(200);
      world.pass(17 * MINUTE);
    }
    world.pass(MINUTE);
    expect(await statusOf(caf)).toBe('signed-out');
    world.pass(-120 * MINUTE);
  });

  it('says when it ends, and is right', async () => {
    const caf = await enter();
    const session = (await caf.call('GET', 'session')).json() as { idleUntil: string; endsAt: string };
    const now = Date.now();
    expect(new Date(session.idleUntil).getTime() - now).toBeGreaterThan(29 * MINUTE * 1000);
    expect(new Date(session.endsAt).getTime() - now).toBeGreaterThan(119 * MINUTE * 1000);
  });

  it('is one partner’s, even where two share a cookie', async () => {
    await enter('caf-exemple');
    const msa = new Frame(browser, world, 'msa-exemple');
    expect(await statusOf(msa)).toBe('signed-out');
    const rights = await msa.call('GET', 'rights/family');
    expect(rights.json()).toMatchObject({ status: 401, code: 'signed-out' });
    expect((await msa.call('DELETE', 'session')).json()).toEqual({ signOutUrl: null });
    expect(await statusOf(new Frame(browser, world, 'caf-exemple'))).toBe('signed-in');
  });

  it('keeps nothing readable in its row, and does not open with another token', async () => {
    const caf = await enter();
    const rows = await world.database.kysely
      .selectFrom('session')
      .selectAll()
      .where('partner', '=', 'caf-exemple')
      .execute();
    const text = JSON.stringify(
      rows.map((row) => [row.content, row.id].map((bytes) => Buffer.from(bytes).toString('latin1'))),
    );
    for (const trace of [CANARY.nir, CANARY.birthName, 'Camille']) expect(text).not.toContain(trace);
    const jar = browser.cookies.get(new URL(world.portal.widgetsUrl).host);
    const token = jar?.get('__Host-mds-session') ?? '';
    expect(text).not.toContain(token);
    jar?.set('__Host-mds-session', `${token.slice(0, -2)}AA`);
    expect(await statusOf(caf)).toBe('signed-out');
  });

  it('of the portal’s own pages is first-party, and no frame’s', async () => {
    const own = await signIn(world, browser, 'portail', CANARY.nir);
    expect(await statusOf(own)).toBe('signed-in');
    const onWidgets = await browser.ask(`${world.portal.widgetsUrl}/v1/session`, {
      headers: { 'mds-partner': 'portail' },
    });
    expect(onWidgets.json()).toMatchObject({ code: 'partner-unknown' });
    const cafOnPortal = await browser.ask(`${world.portal.portalUrl}/v1/session`, {
      headers: { 'mds-partner': 'caf-exemple' },
    });
    expect(cafOnPortal.json()).toMatchObject({ code: 'partner-unknown' });
  });
});

describe('signing out', () => {
  it('ends the session at once, then FranceConnect’s, and comes back to the partner', async () => {
    const { frame, code } = await arrive(browser);
    await frame.redeem(code);
    const answer = await frame.call('DELETE', 'session');
    const { signOutUrl } = answer.json() as { signOutUrl: string };
    expect(signOutUrl).toMatch(new RegExp(`^${world.portal.portalUrl}/sign-out/[\\w-]{43}$`));
    expect(await statusOf(frame)).toBe('signed-out');
    const back = await browser.follow(signOutUrl, (url) => url.hostname === 'caf.localhost');
    expect(back.location.href).toBe('http://caf.localhost:4100/mon-compte');
    const { ended } = world.franceConnect;
    expect(ended?.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    expect(ended?.searchParams.get('post_logout_redirect_uri')).toBe(`${world.portal.portalUrl}/signed-out`);
    const again = await browser.ask(signOutUrl);
    expect(again.location.pathname).toBe('/signed-out');
  });

  it('at one site ends what is open at the others, in every browser of the person, and nobody else’s', async () => {
    const elsewhere = await signIn(world, world.browser(), 'msa-exemple', CANARY.nir);
    const { frame, code } = await arrive(browser);
    await frame.redeem(code);
    await frame.call('DELETE', 'session');
    expect(await statusOf(elsewhere)).toBe('signed-out');
  });

  it('at a fund ends the portal’s own session in that browser too', async () => {
    const own = await signIn(world, browser, 'portail', CANARY.nir);
    const { frame, code } = await arrive(browser);
    await frame.redeem(code);
    const { signOutUrl } = (await frame.call('DELETE', 'session')).json() as { signOutUrl: string };
    await browser.ask(signOutUrl);
    expect(await statusOf(own)).toBe('signed-out');
  });

  it('works, and warns, while FranceConnect does not answer', async () => {
    const { frame, code } = await arrive(browser);
    await frame.redeem(code);
    const { signOutUrl } = (await frame.call('DELETE', 'session')).json() as { signOutUrl: string };
    const lonely = await world.replica({
      MDS_FRANCECONNECT_ISSUER: 'http://franceconnect.localhost:9/api/v2',
    });
    const page = await browser.ask(signOutUrl.replace(world.portal.portalUrl, lonely.portalUrl));
    expect(page.text).toContain('FranceConnect ne répond pas');
    expect(page.text).toContain('href="http://caf.localhost:4100/mon-compte"');
  });

  it.each([
    'evil.example~x',
    '//evil.example',
    'caf-exemple~https://evil.example',
    'parti~compte',
    '~',
    '__proto__~constructor',
  ])('leads nowhere else for the state %s', async (state) => {
    const answer = await browser.ask(
      `${world.portal.portalUrl}/signed-out?${new URLSearchParams({ state }).toString()}`,
    );
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('evil.example');
    expect(answer.text).toContain('Votre session est terminée');
  });
});
