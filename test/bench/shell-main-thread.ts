import type { Browser, CDPSession, Page } from 'playwright';
import { launchChromium } from './chromium.ts';
import { shellTime, TRACED } from './partner-page/shell-time.ts';
import { setPartnerStage, type Mount, type PartnerStage } from './partner-page/stage.ts';
import { untilPainted, untilShown, watchBubbles } from './partner-page/watch.ts';
import { Programs } from './programs.ts';
import { attempt, judged, type Result, type Row } from './row.ts';
import { median, rounded } from './statistics.ts';

const WARM_UP = 1;
const ROUNDS = 8;
/** What a page may spend on each widget, ms. */
const LIMIT_MS = 2;
/** How long a page is left alone after it is finished: what a widget makes it do then counts too. */
const QUIET_MS = 300;

/** Seconds that the page's main thread worked, by the names of Chromium. */
const WORK = ['TaskDuration', 'ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'] as const;
type Work = Record<(typeof WORK)[number], number>;

type Compared = Exclude<Mount, 'in-page'>;

async function workOf(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send('Performance.getMetrics');
  const ms = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
  return {
    TaskDuration: ms('TaskDuration'),
    ScriptDuration: ms('ScriptDuration'),
    RecalcStyleDuration: ms('RecalcStyleDuration'),
    LayoutDuration: ms('LayoutDuration'),
  };
}

/** A page in a process that has shown an empty one of the same site: nothing of its own beginning is counted. */
async function openPage(browser: Browser, stage: PartnerStage): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1120, height: 3000 }, locale: 'fr-FR' });
  const page = await context.newPage();
  await watchBubbles(page);
  await page.goto(stage.emptyPage);
  return page;
}

/** Milliseconds for which the shell held the page's main thread, until all is painted and still for a while. */
async function traceShell(browser: Browser, stage: PartnerStage, bubbles: number): Promise<number> {
  const page = await openPage(browser, stage);
  await browser.startTracing(page, { categories: TRACED });
  await page.goto(stage.address('isolated', bubbles));
  await untilPainted(page, bubbles, true);
  await page.waitForTimeout(QUIET_MS);
  const trace = await browser.stopTracing();
  await untilShown(page, bubbles);
  await page.context().close();
  return shellTime(trace, '/embed.js');
}

/** All that the page's main thread did. Frames are another site's and have processes of their own. */
async function load(browser: Browser, stage: PartnerStage, mount: Compared, bubbles: number): Promise<Work> {
  const page = await openPage(browser, stage);
  const session = await page.context().newCDPSession(page);
  // Time on the processor rather than on the wall: others use this machine too.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await workOf(session);
  await page.goto(stage.address(mount, bubbles));
  if (mount === 'isolated') await untilPainted(page, bubbles, true);
  await page.waitForTimeout(QUIET_MS);
  const after = await workOf(session);
  await page.context().close();
  for (const name of WORK) after[name] -= before[name];
  if (!(after.TaskDuration > 0)) throw new Error('The page changed its process: its work cannot be told.');
  return after;
}

async function measure(browser: Browser, stage: PartnerStage, bubbles: number): Promise<Result> {
  const shells: number[] = [];
  const rounds: Record<Compared, Work>[] = [];
  for (let index = 0; index < WARM_UP + ROUNDS; index += 1) {
    const shell = await traceShell(browser, stage, bubbles);
    const round = {
      isolated: await load(browser, stage, 'isolated', bubbles),
      without: await load(browser, stage, 'without', bubbles),
      'plain-frames': await load(browser, stage, 'plain-frames', bubbles),
    };
    if (index < WARM_UP) continue;
    shells.push(shell);
    rounds.push(round);
  }
  const moreThanWithout = (mount: Compared, name: keyof Work) =>
    rounded(median(rounds.map((round) => round[mount][name] - round.without[name])) / bubbles, 2);
  const ms = median(shells) / bubbles;
  return judged(
    ms / LIMIT_MS,
    { atMost: 1 },
    {
      measured: `processor time for which embed.js holds the main thread of a partner's page, for each of ${String(bubbles)} isolated <mds-rights-bubble>: read, evaluated, called back, its frames made, style and layout that it asks for, until all are painted (Chromium's trace)`,
      against: `the ${String(LIMIT_MS)} ms that a page may spend on each`,
      details: {
        rounds: rounds.length,
        msEach: rounded(ms, 2),
        // All that the page's thread does more than in the same page without our script: the browser's own part too.
        allWorkMsEach: Object.fromEntries(WORK.map((name) => [name, moreThanWithout('isolated', name)])),
        // What as many plain frames of the same addresses cost the page, with no script of ours.
        plainFramesMsEach: moreThanWithout('plain-frames', 'TaskDuration'),
        pageItselfMs: rounded(median(rounds.map(({ without }) => without.TaskDuration)), 1),
        chromium: browser.version(),
      },
    },
  );
}

/** What the shell takes from the page that carries it. */
export const shellMainThread: Row = {
  name: 'shellMainThread',
  async run(say) {
    await using programs = new Programs();
    await using stage = await setPartnerStage(programs);
    await using browser = await launchChromium();
    const results: Awaited<ReturnType<Row['run']>> = {};
    for (const [name, bubbles] of Object.entries({ sixBubbles: 6, oneBubble: 1 })) {
      say(name);
      results[name] = await attempt(() => measure(browser, stage, bubbles));
    }
    return results;
  },
};
