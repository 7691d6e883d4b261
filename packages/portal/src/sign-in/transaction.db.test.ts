import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CANARY } from '@mds-kit/exchange/testing/people';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Browser } from '../testing/browser.ts';
import {
  Frame,
  fromFrame,
  goThroughFranceConnect,
  handoverIn,
  signIn,
  typeNir,
  typeNirAndRead,
} from '../testing/visitor.ts';
import { SNGI, startWorld, type World } from '../testing/world.ts';

const COOKIE = '__Host-mds-signing-in';

let world: World;
let browser: Browser;
let caf: Frame;
let host: string;

beforeAll(async () => {
  world = await startWorld();
  host = new URL(world.portal.portalUrl).host;
});
afterAll(() => world.close());
beforeEach(() => {
  browser = world.browser();
  caf = new Frame(browser, world, 'caf-exemple');
});
afterEach(async () => {
  for (const table of ['link', 'session', 'one_time_code', 'counter'] as const) {
    await world.database.kysely.deleteFrom(table).execute();
  }
});

const cookie = () => browser.cookies.get(host)?.get(COOKIE);
const putBack = (value = '') => browser.cookies.get(host)?.set(COOKIE, value);

/** Runs something so many seconds later. */
async function later<T>(seconds: number, what: () => Promise<T>): Promise<T> {
  world.pass(seconds);
  try {
    return await what();
  } finally {
    world.pass(-seconds);
  }
}

/** From `/start` to the address with which FranceConnect sends the person back. */
async function toCallback(frame = caf, returnId?: string) {
  const start = await frame.startUrl(returnId);
  const { location: authorize } = await browser.ask(start, { headers: fromFrame(start) });
  const { location: callback } = await browser.ask(authorize);
  return { authorize, callback };
}

const certifications = () => world.suppliers.requests.filter(({ url }) => url.startsWith(SNGI)).length;

function expectWaysBack(page: Answer): void {
  expect(page.text).toMatch(
    /<a class="button" href="\/start\?partner=caf-exemple&amp;return=droits&amp;challenge=[\w-]{43}">Recommencer/,
  );
  expect(page.text).toContain('href="http://caf.localhost:4100/droits?onglet=1">Revenir à Caf de l’Exemple');
}

describe('whoever is late', () => {
  it('at FranceConnect is led back to the fund and may begin again, but not go on', async () => {
    const { callback } = await toCallback(caf, 'droits');
    const late = await later(601, () => browser.ask(callback));
    expect(late.status).toBe(410);
    expect(late.text).toContain('La connexion a pris trop de temps');
    expectWaysBack(late);
    const next = /href="(\/start\?[^"]+)"/.exec(late.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const arrival = await goThroughFranceConnect(browser, new URL(next, world.portal.portalUrl));
    expect(arrival.text).toContain('name="nir"');
  });

  it('at the NIR page too, and nothing of who they are is said or used any more', async () => {
    await goThroughFranceConnect(browser, await caf.startUrl('droits'));
    const asked = certifications();
    const page = await later(601, () => browser.ask(`${world.portal.portalUrl}/nir`));
    const answer = await later(601, () => typeNirAndRead(browser, world, { nir: CANARY.nir }));
    for (const late of [page, answer]) {
      expect(late.status).toBe(410);
      expect(late.text).not.toContain('Camille');
      expectWaysBack(late);
    }
    expect(certifications()).toBe(asked);
  });

  it('is not whoever tries: each number gives ten minutes more, and half an hour in all', async () => {
    await goThroughFranceConnect(browser, await caf.startUrl());
    for (const seconds of [590, 1180, 1770]) {
      expect((await later(seconds, () => typeNir(browser, world, { nir: '2' }))).status).toBe(303);
    }
    expect((await later(1790, () => browser.ask(`${world.portal.portalUrl}/nir`))).status).toBe(200);
    expect((await later(1805, () => typeNirAndRead(browser, world, { nir: CANARY.nir }))).status).toBe(410);
  });

  it('in another browser has no way back that we know of, and is led home', async () => {
    const { callback } = await toCallback();
    const elsewhere = await world.browser().ask(callback);
    expect(elsewhere.status).toBe(410);
    expect(elsewhere.text).toContain('<a class="button" href="/">');
  });
});

describe('one authorization is worth one answer', () => {
  it('even when FranceConnect answers the same request twice and the cookie is put back', async () => {
    const { authorize, callback } = await toCallback();
    const signingIn = cookie();
    expect((await browser.ask(callback)).location.pathname).toBe('/nir');
    expect((await browser.ask(callback)).text).toContain('Cette connexion a déjà servi');
    const { location: anotherCode } = await browser.ask(authorize);
    for (const address of [callback, anotherCode]) {
      putBack(signingIn);
      const again = await browser.ask(address);
      expect(again.status).toBe(410);
      expect(again.text).toContain('Cette connexion a déjà servi');
      expect(again.text).toContain('Recommencer la connexion');
    }
  });

  it('and one identification is worth one arrival, on every replica', async () => {
    await goThroughFranceConnect(browser, await caf.startUrl());
    const identifying = cookie();
    const arrival = await typeNirAndRead(browser, world, { nir: CANARY.nir });
    expect((await caf.redeem(handoverIn(arrival))).status).toBe(200);
    expect(cookie()).toBeUndefined();
    const asked = certifications();
    const replica = await world.replica();
    browser.cookies.set(new URL(replica.portalUrl).host, new Map([[COOKIE, identifying ?? '']]));
    putBack(identifying);
    for (const portal of [world.portal, replica]) {
      expect((await browser.ask(`${portal.portalUrl}/nir`)).status).toBe(410);
      const again = await typeNirAndRead(browser, { portal }, { nir: CANARY.nir });
      expect(again.status).toBe(410);
      expect(again.text).not.toMatch(/mds-handover|Camille/);
    }
    expect(certifications()).toBe(asked);
  });

  it('also when two answers come at the same moment', async () => {
    await goThroughFranceConnect(browser, await caf.startUrl());
    const answers = await Promise.all(
      [1, 2, 3].map(() => typeNirAndRead(browser, world, { nir: CANARY.nir })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  });

  it('and is forgotten by the hourly job when it can no longer be put back', async () => {
    await toCallback().then(({ callback }) => browser.ask(callback));
    const rows = await world.database.kysely.selectFrom('one_time_code').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.content).toHaveLength(0);
    expect(rows[0]?.expires_at.getTime()).toBeLessThanOrEqual(Date.now() + 30 * 60_000);
  });
});

describe('two tabs', () => {
  it('the older one’s return leaves the newer sign-in as it is', async () => {
    const { callback: first } = await toCallback();
    const { callback: second } = await toCallback(caf, 'droits');
    const old = await browser.ask(first);
    expect(old.status).toBe(403);
    expect(old.text).toContain('dans un autre onglet');
    expectWaysBack(old);
    const page = await browser.follow(second);
    expect(page.text).toContain('Bonjour Camille');
    const arrival = await typeNirAndRead(browser, world, { nir: CANARY.nir });
    expect(arrival.text).toContain('url=http://caf.localhost:4100/droits?onglet=1#mds-handover=');
  });

  it('a number typed in the older one is not taken for the newer one’s', async () => {
    await goThroughFranceConnect(browser, await caf.startUrl());
    await toCallback(caf, 'droits');
    const old = await typeNirAndRead(browser, world, { nir: CANARY.nir });
    expect(old.status).toBe(403);
    expectWaysBack(old);
  });

  it('no made-up state ends a sign-in, nor is it ever shown', async () => {
    const { callback } = await toCallback();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (state) => {
        const strange = new URL(callback);
        strange.searchParams.set('state', state);
        const before = cookie();
        const answer = await browser.ask(strange);
        expect(answer.status).toBe(403);
        expect(cookie()).toBe(before);
        if (state.length > 12) expect(answer.text).not.toContain(state);
      }),
      // Each is a request.
      { numRuns: 50 },
    );
    expect((await browser.ask(callback)).location.pathname).toBe('/nir');
  });
});

describe('the state that comes back from signing out', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'caf-exemple',
      'mon-compte',
      'droits',
      'msa-exemple',
      'mon-espace',
      'parti',
      'compte',
      'portail',
      '__proto__',
    ),
    fc.webUrl(),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const registered = new Map([
    ['caf-exemple~mon-compte', 'http://caf.localhost:4100/mon-compte'],
    ['caf-exemple~droits', 'http://caf.localhost:4100/droits?onglet=1'],
    ['msa-exemple~mon-espace', 'http://msa.localhost:4100/mon-espace'],
  ]);

  it('names a registered address or leads nowhere: no address ever comes from a request', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 3 }), async (parts) => {
        const state = parts.join('~');
        const address = new URL('/signed-out', world.portal.portalUrl);
        address.searchParams.set('state', state);
        const answer = await browser.ask(address);
        const known = registered.get(state.split('~').slice(0, 2).join('~'));
        expect(answer.headers.location).toBe(known);
        expect(answer.status).toBe(known === undefined ? 200 : 303);
        if (known === undefined) expect(answer.text).toContain('<a class="button" href="/">');
      }),
      // Each is a request.
      { numRuns: 100 },
    );
  });
});

describe('a partner that is suspended, or changes its page, while somebody signs in', () => {
  const change = async (from: RegExp, to: string) => {
    const file = join(world.folder, 'changed-partners.yaml');
    await writeFile(file, (await readFile(join(world.folder, 'partners.yaml'), 'utf8')).replace(from, to));
    const { portalUrl } = await world.replica({ MDS_PARTNERS: file });
    browser.cookies.set(new URL(portalUrl).host, new Map(browser.cookies.get(host)));
    return { portalUrl };
  };
  const suspend = () => change(/(caf-exemple.+state: )active/, '$1suspended');

  it('is said to whoever typed their number, with whom to call and what is left to do', async () => {
    await goThroughFranceConnect(browser, await caf.startUrl());
    const { portalUrl } = await suspend();
    const page = await typeNirAndRead(
      browser,
      { portal: { ...world.portal, portalUrl } },
      { nir: CANARY.nir },
    );
    expect(page.status).toBe(410);
    expect(page.text).toContain('Nous ne pouvons pas vous ramener sur le site d’où vous venez');
    expect(page.text).toContain('tel:3939');
    expect(page.text).toContain('<a class="button" href="/">');
    expect(page.text).not.toMatch(/caf\.localhost|mds-handover/);
    expect(browser.cookies.get(new URL(portalUrl).host)?.has(COOKIE)).toBe(false);
  });

  it('and to whoever comes back from FranceConnect; a page that moved is no dead end', async () => {
    await signIn(world, browser, 'caf-exemple', CANARY.nir);
    const { callback } = await toCallback(caf, 'droits');
    const { portalUrl } = await change(/, \{ id: droits, [^}]+\}/, '');
    const page = await browser.ask(new URL(callback.pathname + callback.search, portalUrl));
    expect(page.status).toBe(410);
    expect(page.text).toContain('href="http://caf.localhost:4100/mon-compte">Revenir à Caf de l’Exemple');
    expect(page.text).not.toContain('mds-handover');
    expect(browser.cookies.get(new URL(portalUrl).host)?.has(COOKIE)).toBe(false);
  });
});
