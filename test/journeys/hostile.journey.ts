import type { Citizen } from '@mds-kit/sandbox/citizens';
import { citizenByLogin } from '@mds-kit/sandbox/citizens';
import { DOMAINS } from '@mds-kit/contract/domains';
import { TAG_NAMES } from '@mds-kit/contract/tags';
import type { Browser, Page } from 'playwright/test';
import { canariesOf, expectNone, signInAs, textsShown } from './canaries.ts';
import { htmlPage, kitLine, OWN_CONTENT, test, type Guest } from './guest.ts';
import type { Note } from './hostile/notebook.ts';
import { HOSTILE_SCRIPT, LOOK_ALIKE_SCRIPT } from './hostile/scripts.ts';
import { storedBy } from './leftovers.ts';
import { salaryTextsOf } from './scheme.ts';
import { expect, GUEST, type RunningWorld } from './world.ts';

// A partner's page whose tag manager let the worst vendor in: before anything of ours it has patched whatever a page can
// patch, and it watches whatever a page can watch.

/** All six domains in one frame, two in frames of their own, and salaries. */
const OWN_FRAMES = ['family', 'retirement'] as const;
const TAGS = [
  `<mds-rights-overview heading-level="2">${OWN_CONTENT}</mds-rights-overview>`,
  ...OWN_FRAMES.map((domain) => `<mds-rights-bubble domain="${domain}">${OWN_CONTENT}</mds-rights-bubble>`),
  `<mds-salary-timeline heading-level="2">${OWN_CONTENT}</mds-salary-timeline>`,
].join('');

// A world of its own, which another use of any worker's option brings: what is tried here uses up an address's sign-ins.
test.use({ trace: 'off' });

function serveHostilePage(guest: Guest, world: RunningWorld): void {
  const otherSite = guest.url.replace('guest.', 'look-alike.');
  guest.serve('/hostile.js', { type: 'text/javascript', body: HOSTILE_SCRIPT });
  guest.serve('/look-alike.js', { type: 'text/javascript', body: LOOK_ALIKE_SCRIPT });
  guest.serve('/look-alike', htmlPage('<script src="/look-alike.js"></script>', ''));
  guest.serve(
    '/',
    htmlPage(
      `<script src="/hostile.js"></script>${kitLine(world)}`,
      `<iframe src="${otherSite}/look-alike"></iframe>${TAGS}`,
    ),
  );
}

const citizen = (login: string): Citizen => {
  const found = citizenByLogin(login);
  if (!found) throw new Error(`The sandbox has no ${login}`);
  return found;
};

/** Sign-in, rights in six domains and salaries, every bubble opened and closed, sign-out; what was shown on the way. */
async function wholeWay(
  browser: Browser,
  guest: Guest,
  world: RunningWorld,
  who: Citizen,
): Promise<Set<string>> {
  const context = await browser.newContext({ viewport: { width: 1120, height: 900 } });
  const page = await context.newPage();
  const overview = page.frameLocator('mds-rights-overview iframe');
  /** What is drawn before and after a click must not depend on how busy the machine is. */
  const allShown = async (inOverview: string) => {
    await expect(overview.locator(inOverview).first()).toBeVisible();
    for (const frame of await page
      .locator(':is(mds-rights-overview, mds-rights-bubble, mds-salary-timeline) iframe')
      .all())
      await expect(frame).toBeVisible();
  };
  const signIn = 'a[href*="/start?"]';

  await page.goto(`${guest.url}/`);
  await allShown(signIn);
  await overview.locator(signIn).click();
  await signInAs(page, who, guest.url);
  await allShown('button[aria-expanded]');

  const toggles = overview.locator('button[aria-expanded]');
  await expect(toggles).toHaveCount(DOMAINS.length);
  const bubbles = OWN_FRAMES.map((domain) =>
    page.frameLocator(`mds-rights-bubble[domain="${domain}"] iframe`),
  );
  for (const bubble of bubbles) {
    await bubble.locator('button[aria-expanded="false"]').click();
    await expect(bubble.locator('[part~="panel"]')).toBeVisible();
  }
  const timeline = page.frameLocator('mds-salary-timeline iframe');
  await expect(timeline.locator('[part~="panel"]')).toBeVisible();
  await timeline.locator('button[aria-controls="table"]').click();
  await expect(timeline.locator('[part~="table"]')).toBeVisible();
  const shown = new Set<string>();
  for (const toggle of await toggles.all()) {
    await toggle.click();
    await expect(overview.locator('[part~="panel"]')).toBeVisible();
    for (const text of await textsShown(page, world.widgetsUrl)) shown.add(text);
    // Closed before the next opens, so that the order of what is drawn does not depend on how busy the machine is.
    await toggle.click();
    await expect(overview.locator('[part~="panel"]')).toHaveCount(0);
  }
  await page.evaluate((all) => window.pry(...all), [world.widgetsUrl, world.portalUrl, GUEST] as const);
  expect(await storedBy(page), 'stored in the browser').toEqual([]);
  for (const bubble of bubbles) await bubble.locator('button[aria-expanded="true"]').click();
  await overview.locator('[part~="sign-out"]').click();
  await allShown(signIn);
  await settled(page);
  await context.close();
  return shown;
}

/** Until the page has sent away what it noted. */
async function settled(page: Page): Promise<void> {
  const sent = page.waitForRequest((request) => request.url().endsWith('/loot'));
  await page.evaluate(() => window.note('end', ''));
  await (await sent).response();
}

/** What was noted so far, in the order in which it was. */
const notesIn = (guest: Guest) => (guest.loot.splice(0) as Note[]).sort((one, other) => one.at - other.at);

/** What a page could tell people apart by, in order: messages, events, sizes and attributes of each frame; no times. */
function views(notes: readonly Note[]): Record<string, unknown[]> {
  const found: Record<string, unknown[]> = {};
  for (const { by, of, seen } of notes) {
    if (!['port', 'post', 'event', 'height', 'attribute'].includes(by)) continue;
    // The visitor's own: whoever clicks here first scrolls there, or not, as the page happens to stand.
    if (Array.isArray(seen) && seen[0] === 'scroll') continue;
    const words: unknown = JSON.parse(JSON.stringify(seen).replaceAll(/[\w-]{43}/g, 'a code'));
    (found[`${by}: ${of}`] ??= []).push(words);
  }
  return found;
}

/**
 * What else there is to see, as a set: addresses gone through, what frames add to the history, how high and how full the page is.
 * How often each was seen depends on how busy the machine is, and so does in which pieces a page is built and what is
 * loaded from the cache.
 */
function sights(notes: readonly Note[]): string[] {
  const kinds = ['page', 'address', 'navigate'];
  const seen = notes.filter(({ by }) => kinds.includes(by));
  const words = seen.map(({ by, of, seen: what }) =>
    JSON.stringify([by, of, what]).replaceAll(/[\w-]{43}/g, 'a code'),
  );
  return [...new Set(words)].sort();
}

test('a hostile page sees nothing of a person: what it sees of one is what it sees of another', async ({
  browser,
  guest,
  world,
}) => {
  // Two whole ways: on a busy machine they take their time.
  test.setTimeout(120_000);
  serveHostilePage(guest, world);
  const [camille, max] = [citizen('camille'), citizen('max')];
  const shownToCamille = await wholeWay(browser, guest, world, camille);
  const ofCamille = notesIn(guest);
  const shownToMax = await wholeWay(browser, guest, world, max);
  const ofMax = notesIn(guest);

  const canaries = [
    ...canariesOf(camille, shownToCamille, shownToMax),
    ...canariesOf(max, shownToMax, shownToCamille),
  ];
  expect(canaries.length).toBeGreaterThan(200);
  for (const name of ['Atelier de l’Exemple', 'Intérim Fictif']) expect(canaries).toContain(name);
  canaries.push(...salaryTextsOf('camille'), ...salaryTextsOf('max'));
  for (const notes of [ofCamille, ofMax]) {
    expectNone(JSON.stringify(notes), canaries, 'what a hostile page noted');
    const by = (way: string) => notes.filter((note) => note.by === way);
    // It was not asleep: it heard our own messages, read the code in the address, and its frame was spoken to.
    expect(by('port')).not.toEqual([]);
    expect(JSON.stringify(by('address'))).toContain('#mds-handover=');
    expect(by('look-alike heard')).not.toEqual([]);
    // Nobody answered it, whatever it said and asked.
    for (const way of ['pried', 'peeked', 'fetched', 'look-alike answered']) expect(by(way), way).toEqual([]);
    expect(by('look-alike heard').filter(({ of }) => of !== guest.url)).toEqual([]);
    const answers = by('port').filter(
      ({ seen }) => !/"type":"(ready|title|resize|toggle|session)"/.test(JSON.stringify(seen)),
    );
    expect(answers).toEqual([]);
  }
  expect(views(ofMax)).toEqual(views(ofCamille));
  expect(sights(ofMax)).toEqual(sights(ofCamille));
});

test('a code that a page has captured, spent or not, opens no session in another browser', async ({
  browser,
  guest,
  page,
  world,
}) => {
  // This page keeps the code from the frame that it is for.
  const take =
    "if (location.hash) navigator.sendBeacon('/loot', JSON.stringify(location.hash)), history.replaceState(null, '', '/')";
  const body = `<mds-rights-overview>${OWN_CONTENT}</mds-rights-overview>`;
  guest.serve('/', htmlPage(kitLine(world), body));
  await page.goto(`${guest.url}/`);
  const overview = page.frameLocator('mds-rights-overview iframe');
  const signIn = overview.locator('a[href*="/start?"]');
  await expect(signIn).toBeVisible();
  guest.serve('/', htmlPage(`<script>${take}</script>${kitLine(world)}`, body));
  await signIn.click();
  await signInAs(page, citizen('camille'), guest.url);
  await expect.poll(() => guest.loot.length).toBe(1);
  const code = String(guest.loot[0]);
  expect(code).toMatch(/^#mds-handover=[\w-]{43}$/);

  guest.serve('/', htmlPage(kitLine(world), body));
  const thief = await browser.newContext();
  const elsewhere = await thief.newPage();
  for (const attempt of ['the code', 'again']) {
    await elsewhere.goto('about:blank');
    const redeeming = elsewhere.waitForResponse(
      (response) =>
        response.url() === `${world.widgetsUrl}/v1/session` && response.request().method() === 'POST',
    );
    await elsewhere.goto(`${guest.url}/${code}`);
    expect((await redeeming).status(), attempt).toBe(403);
    const names = (await thief.cookies()).map(({ name }) => name);
    expect(names).toContain('__Host-mds-verifier');
    expect(names).not.toContain('__Host-mds-session');
  }
  await thief.close();
});

/** The addresses of our documents, for a partner; those of the portal's own pages, which nobody may frame. */
function documentsFor(world: RunningWorld, partner: string): { frames: string[]; pages: string[] } {
  const names = [...TAG_NAMES, 'controller'];
  return {
    frames: names.map((name) => `${world.widgetsUrl}/embed/${name}?partner=${partner}`),
    pages: ['/', '/nir', '/start', '/privacy'].map((path) => `${world.portalUrl}${path}`),
  };
}

/** Which of these addresses become documents in frames of a page. */
async function framed(page: Page, guest: Guest, at: string, addresses: readonly string[]): Promise<string[]> {
  const frames = addresses.map((address) => `<iframe src="${address}"></iframe>`).join('');
  guest.serve('/frames', htmlPage('', frames));
  await page.goto(at);
  await page.waitForLoadState('load');
  return page.frames().flatMap((frame) => (addresses.includes(frame.url()) ? [frame.url()] : []));
}

test('our documents stand in frames of their registered partner and of nobody else', async ({
  guest,
  page,
  violations,
  world,
}) => {
  const stranger = guest.url.replace('guest.', 'stranger.');
  const own = documentsFor(world, GUEST);
  expect(await framed(page, guest, `${guest.url}/frames`, own.frames)).toEqual(own.frames);
  expect(violations).toEqual([]);

  const refused = async (at: string, addresses: readonly string[]) => {
    expect(await framed(page, guest, at, addresses)).toEqual([]);
    expect(violations.length, 'each one was stopped').toBeGreaterThanOrEqual(addresses.length);
    violations.length = 0;
  };
  // Somebody who is not registered; a partner with another partner's id; anybody with the portal's own pages.
  await refused(`${stranger}/frames`, own.frames);
  await refused(`${guest.url}/frames`, documentsFor(world, 'caf-exemple').frames);
  await refused(`${guest.url}/frames`, own.pages);

  // A registered partner's page inside a stranger's: every page around must be registered.
  guest.serve(
    '/frames',
    htmlPage('', own.frames.map((address) => `<iframe src="${address}"></iframe>`).join('')),
  );
  guest.serve('/around', htmlPage('', `<iframe src="${guest.url}/frames"></iframe>`));
  await page.goto(`${stranger}/around`);
  expect(page.frames().map((frame) => frame.url())).toContain(`${guest.url}/frames`);
  expect(page.frames().filter((frame) => own.frames.includes(frame.url()))).toEqual([]);
  expect(violations.length).toBeGreaterThanOrEqual(own.frames.length);
  violations.length = 0;
});

test('a stranger’s page, and one with another partner’s id, keep their own content and are told nothing', async ({
  guest,
  page,
  violations,
  world,
}) => {
  const tag = `<mds-rights-overview>${OWN_CONTENT}</mds-rights-overview>`;
  guest.serve('/hostile.js', { type: 'text/javascript', body: HOSTILE_SCRIPT });
  for (const [at, partner] of [
    [guest.url.replace('guest.', 'stranger.'), GUEST],
    [guest.url, 'caf-exemple'],
  ] as const) {
    guest.serve('/', htmlPage(`<script src="/hostile.js"></script>${kitLine(world, partner)}`, tag));
    await page.goto(`${at}/`);
    await expect.poll(() => violations.length).toBeGreaterThan(1);
    await page.evaluate((all) => window.pry(...all), [world.widgetsUrl, world.portalUrl, partner] as const);
    await expect(page.locator('.own-content')).toBeVisible();
    await settled(page);
    const notes = notesIn(guest).filter(({ by }) => ['pried', 'peeked', 'fetched', 'port'].includes(by));
    expect(notes).toEqual([]);
    violations.length = 0;
  }
});
