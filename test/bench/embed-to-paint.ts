import type { Browser } from 'playwright';
import { launchChromium } from './chromium.ts';
import { setPartnerStage, type PartnerStage } from './partner-page/stage.ts';
import { tagAt, untilPainted, untilShown, watchBubbles } from './partner-page/watch.ts';
import { Programs } from './programs.ts';
import { attempt, reported, type Report, type Row } from './row.ts';
import { median, rounded } from './statistics.ts';

const WARM_UP = 2;
const ROUNDS = 12;

/** What each answer takes to come, ms: nothing, and about what a phone waits for. */
const NETWORKS = { thisMachine: 0, phone: 60 };

const MOUNTS = ['isolated', 'in-page'] as const;
type Mount = (typeof MOUNTS)[number];

type Load = { ms: number; requests: string[] };

/** One load by somebody who was never here: nothing cached, a process of its own. */
async function load(browser: Browser, stage: PartnerStage, mount: Mount): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1120, height: 900 }, locale: 'fr-FR' });
  const page = await context.newPage();
  await watchBubbles(page);
  stage.front.asked = [];
  await page.goto(stage.address(mount, 1), { waitUntil: 'commit' });
  const isolated = mount === 'isolated';
  const painted = await untilPainted(page, 1, isolated);
  // Seen by the person when its frame is shown, too.
  const seen = isolated ? Math.max(painted, await untilShown(page, 1)) : painted;
  const ms = seen - (await tagAt(page));
  await context.close();
  return { ms, requests: stage.front.asked.slice(1) };
}

/** By turns, each pair in the other order, so that neither has the warmer machine. */
async function play(browser: Browser, stage: PartnerStage, rounds: number): Promise<Record<Mount, Load>[]> {
  const pairs: Record<Mount, Load>[] = [];
  for (let index = 0; index < rounds; index += 1) {
    const first = index % 2 === 0 ? await load(browser, stage, 'isolated') : undefined;
    const inPage = await load(browser, stage, 'in-page');
    pairs.push({ isolated: first ?? (await load(browser, stage, 'isolated')), 'in-page': inPage });
  }
  return pairs;
}

async function measure(browser: Browser, stage: PartnerStage, delayMs: number): Promise<Report> {
  stage.front.delayMs = delayMs;
  await play(browser, stage, WARM_UP);
  const pairs = await play(browser, stage, ROUNDS);
  const medians = MOUNTS.map((mount) => [mount, rounded(median(pairs.map((pair) => pair[mount].ms)), 0)]);
  const requests = MOUNTS.map((mount) => [mount, pairs.at(-1)?.[mount].requests.length]);
  return reported(median(pairs.map((pair) => pair.isolated.ms / pair['in-page'].ms)), {
    measured: `from the tag in a partner's page to the painted <mds-rights-bubble> in its frame, signed in, nothing cached, each answer after ${String(delayMs)} ms`,
    against:
      'the same element in the same page without a frame (a partner in-page by convention), same server, same data, by turns',
    details: {
      rounds: pairs.length,
      medianMs: Object.fromEntries(medians) as unknown,
      requests: Object.fromEntries(requests) as unknown,
      chromium: browser.version(),
    },
  });
}

/** What isolation costs the person who waits. No aim: it is the price of a promise, and to be known. */
export const embedToPaint: Row = {
  name: 'embedToPaint',
  async run(say) {
    await using programs = new Programs();
    await using stage = await setPartnerStage(programs);
    await using browser = await launchChromium();
    const results: Awaited<ReturnType<Row['run']>> = {};
    for (const [name, delayMs] of Object.entries(NETWORKS)) {
      say(`answers after ${String(delayMs)} ms`);
      results[name] = await attempt(() => measure(browser, stage, delayMs));
    }
    return results;
  },
};
