import { citizenByLogin, type Citizen } from '@mds-kit/sandbox/citizens';
import { freePorts } from '@mds-kit/sandbox/launch';
import { world } from '@mds-kit/sandbox/world';
import type { Browser, Page } from 'playwright';
import { buildKitIfStale, ROOT } from '../../.setup/kit.ts';
import { openScheme } from '../journeys/scheme.ts';
import { launchChromium } from './chromium.ts';
import { shiftsOf, watchShifts, type Shift } from './layout-shift/watch.ts';
import { Programs } from './programs.ts';
import { attempt, judged, type CannotRun, type Result, type Row } from './row.ts';
import { rounded } from './statistics.ts';

/** A page, how many tags it has, and how many bubbles they show. */
type Scene = { url: string; tags: number; bubbles: number };

const WIDTHS = [1120, 320];
/** Taller than any of the pages: what lies out of view moves unseen, and is not counted. */
const HEIGHT = 6000;
/** How long a page must have said nothing new to be taken as finished. */
const QUIET_MS = 700;

const isTag = 'mds-rights-overview, mds-rights-bubble, mds-salary-timeline';

async function openPage(browser: Browser, width: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await watchShifts(page);
  return page;
}

async function untilTagsReady(page: Page, { tags }: Scene): Promise<void> {
  await page.waitForFunction((count) => window.shiftWatch.ready >= count, tags);
  await page.waitForTimeout(QUIET_MS);
}

async function signIn(page: Page, { url }: Scene, { identity, nir }: Citizen): Promise<void> {
  const name = `${identity.given_name_array[0] ?? ''} ${identity.family_name}`;
  const frame = page.locator(`:is(${isTag}) iframe`).first().contentFrame();
  await frame
    .getByRole('link', { name: /FranceConnect/ })
    .first()
    .click();
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: /^continuer/i }).click();
  const arrived = (address: URL) => address.href.startsWith(url);
  const at = (path: string) => new URL(page.url()).pathname === path;
  await page.waitForURL((address) => address.pathname === '/nir' || arrived(address));
  if (!at('/nir')) return;
  await page.getByLabel(/numéro de sécurité sociale/i).fill(nir);
  await page.getByRole('button', { name: /continuer|valider/i }).click();
  // A fund that gives tickets asks once whether it may.
  await page.waitForURL((address) => address.pathname === '/agreement' || arrived(address));
  if (at('/agreement')) await page.getByRole('button', { name: /^Non,/ }).click();
  await page.waitForURL(arrived);
}

async function untilBubblesPainted(page: Page, scene: Scene): Promise<void> {
  await page.waitForFunction((count) => window.shiftWatch.ready >= count, scene.tags);
  const until = performance.now() + 15_000;
  for (;;) {
    const frames = page.frames().filter((frame) => frame.url().includes('/embed/mds-'));
    const counts = await Promise.all(
      frames.map(async (frame) => ({
        chips: await frame.locator('mds-rights-bubble [part=chip]').count(),
        signOuts: await frame.locator('[part=sign-out]').count(),
      })),
    );
    const chips = counts.reduce((sum, count) => sum + count.chips, 0);
    const signedIn = counts.filter(({ signOuts }) => signOuts > 0).length;
    if (chips === scene.bubbles && signedIn === scene.tags) break;
    if (performance.now() > until)
      throw new Error(
        `After signing in, ${scene.url} showed ${chips} of ${scene.bubbles} bubbles, and ${signedIn} of ${scene.tags} tags that say whose data it is.`,
      );
    await page.waitForTimeout(50);
  }
  await page.waitForTimeout(QUIET_MS);
}

/** A watch that sees nothing would make every page perfect: it must see this. */
async function proveWatch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const block = document.createElement('div');
    block.style.height = '300px';
    document.body.prepend(block);
  });
  await page.waitForFunction(() => window.shiftWatch.shifts().some(({ score }) => score > 0));
}

const scoreOf = (shifts: readonly Shift[], afterInput: boolean) =>
  rounded(
    shifts.reduce((sum, shift) => sum + (shift.afterInput && !afterInput ? 0 : shift.score), 0),
    5,
  );

/** What the host's page does by itself, with our script kept out. */
async function withoutKit(browser: Browser, scene: Scene, width: number): Promise<number> {
  const page = await openPage(browser, width);
  await page.route('**/kit/**', (route) => route.abort());
  await page.goto(scene.url);
  await page.waitForTimeout(QUIET_MS);
  const shifts = await shiftsOf(page);
  await page.context().close();
  return scoreOf(shifts.page, false);
}

async function measure(browser: Browser, scene: Scene, width: number, person: Citizen): Promise<Result> {
  const page = await openPage(browser, width);
  await page.goto(scene.url, { waitUntil: 'commit' });
  await untilTagsReady(page, scene);
  const arriving = await shiftsOf(page);
  await signIn(page, scene, person);
  await untilBubblesPainted(page, scene);
  const returning = await shiftsOf(page);
  await proveWatch(page);
  await page.context().close();

  const parts = {
    arriving: arriving.page,
    arrivingInFrames: arriving.frames,
    returning: returning.page,
    returningInFrames: returning.frames,
  };
  const all = Object.values(parts).flat();
  return judged(
    scoreOf(all, false),
    { atMost: 0 },
    {
      measured: `sum of layout shifts of ${new URL(scene.url).hostname}, ${width} px wide and wholly in view, from its first byte to its tags being ready, and again signed in until its ${scene.bubbles} bubbles are painted; those inside the frames are added`,
      against: 'a page on which nothing moves: 0',
      details: {
        parts: Object.fromEntries(
          Object.entries(parts).map(([name, shifts]) => [name, scoreOf(shifts, false)]),
        ),
        afterInputIncluded: scoreOf(all, true),
        withoutKit: await withoutKit(browser, scene, width),
        jumps: Object.entries(parts).flatMap(([name, shifts]) =>
          shifts.map(({ score, at, moved }) => ({ in: name, atMs: at, score: rounded(score, 5), moved })),
        ),
      },
    },
  );
}

/** Nothing on a fund's page moves because of us. */
export const layoutShift: Row = {
  name: 'layoutShift',
  async run(say) {
    await buildKitIfStale();
    await using programs = new Programs();
    const ports = await freePorts(['portal', 'demo', 'franceConnect', 'sandbox', 'scheme']);
    const portalEnv = { MDS_RESOURCES_URL: `http://127.0.0.1:${ports.scheme}` };
    const place = world({ ports, root: ROOT, data: 'memory:', portalEnv });
    for (const program of place.programs) await programs.start(program);
    await using browser = await launchChromium();
    const camille = citizenByLogin('camille');
    if (!camille) throw new Error('The sandbox has lost its main person.');
    const caf = { url: `${place.cafUrl}/mon-compte`, tags: 2, bubbles: 6 };
    const msa = { url: `${place.msaUrl}/mon-espace`, tags: 3, bubbles: 3 };
    const results: Record<string, Result | CannotRun> = {};
    const look = async (name: string, scene: Scene) => {
      for (const width of WIDTHS) {
        say(`${name}, ${width} px`);
        results[`${name}${width}`] = await attempt(() => measure(browser, scene, width, camille));
      }
    };
    const scheme = await openScheme(ports.scheme);
    await look('caf', caf).finally(() => scheme.close());
    await look('cafWithoutSalaries', caf);
    await look('msa', msa);
    return results;
  },
};
