import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { build } from 'vite';
import { noRawDecorators } from '../../.setup/kit-build.ts';
import { ROOT } from '../../.setup/kit.ts';
import type { Kind } from './bubbles-to-paint/page.ts';
import { launchChromium } from './chromium.ts';
import { judged, type Row } from './row.ts';
import { median, rounded } from './statistics.ts';

const WARM_UP = 6;
const ROUNDS = 24;
const FOLDER = join(ROOT, '.build/bench/bubbles-to-paint');

const DOCUMENT = `<!doctype html>
<html lang="fr">
  <meta charset="utf-8" />
  <title>Bubbles and cards</title>
  <style>
    body { font: 16px/1.4 sans-serif }
    .stage { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px }
  </style>
  <script type="module" src="/page.js"></script>
</html>`;

/** Both kinds in one bundle, with one copy of Lit, minified as the kit is. */
async function buildPage(): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [noRawDecorators],
    build: {
      outDir: FOLDER,
      emptyOutDir: true,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { page: join(import.meta.dirname, 'bubbles-to-paint/page.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}

async function openPage(page: Page): Promise<void> {
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: DOCUMENT });
    return route.fulfill({
      contentType: 'text/javascript',
      body: readFileSync(join(FOLDER, pathname), 'utf8'),
    });
  });
  await page.goto('http://bench.localhost/');
  await page.waitForFunction(() => 'bench' in window);
}

type Cost = { ms: number; processor: Record<(typeof WORK)[number], number> };
type Pair = Record<Kind, Cost>;

/** Seconds that the page's main thread worked, by the names of Chromium. */
const WORK = ['TaskDuration', 'ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'] as const;

async function workOf(session: CDPSession): Promise<Cost['processor']> {
  const { metrics } = await session.send('Performance.getMetrics');
  const ms = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
  return {
    TaskDuration: ms('TaskDuration'),
    ScriptDuration: ms('ScriptDuration'),
    RecalcStyleDuration: ms('RecalcStyleDuration'),
    LayoutDuration: ms('LayoutDuration'),
  };
}

async function round(page: Page, session: CDPSession, kind: Kind): Promise<Cost> {
  const before = await workOf(session);
  const ms = await page.evaluate((which) => window.bench.round(which), kind);
  const after = await workOf(session);
  for (const name of WORK) after[name] -= before[name];
  return { ms, processor: after };
}

/** Rounds of both kinds by turns, each pair in the other order, so that neither has the warmer machine. */
async function play(page: Page, session: CDPSession, rounds: number): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let index = 0; index < rounds; index += 1) {
    const first = index % 2 === 0 ? await round(page, session, 'bubbles') : undefined;
    const cards = await round(page, session, 'cards');
    pairs.push({ bubbles: first ?? (await round(page, session, 'bubbles')), cards });
  }
  return pairs;
}

function detailsOf(pairs: readonly Pair[]) {
  const of = (kind: Kind, cost: (one: Cost) => number) => pairs.map((pair) => cost(pair[kind]));
  const medians = (cost: (one: Cost) => number) => ({
    bubbles: rounded(median(of('bubbles', cost)), 1),
    cards: rounded(median(of('cards', cost)), 1),
  });
  const worked = (kind: Kind) => median(of(kind, (cost) => cost.processor.TaskDuration));
  return {
    rounds: pairs.length,
    // Less disturbed by what else the machine does.
    ratioOfProcessorTime: rounded(worked('bubbles') / worked('cards')),
    medianMs: medians((cost) => cost.ms),
    medianProcessorMs: Object.fromEntries(
      WORK.map((name) => [name, medians((cost) => cost.processor[name])]),
    ),
  };
}

/** 100 `<mds-rights-bubble>` from data to painted frame, against 100 hand-written Lit cards that look the same. */
export const bubblesToPaint: Row = {
  name: 'bubblesToPaint',
  async run(say) {
    await buildPage();
    await using browser = await launchChromium();
    const page = await browser.newPage({ viewport: { width: 1120, height: 900 }, locale: 'fr-FR' });
    page.on('pageerror', (error) => say(`the page failed: ${error.message}`));
    await openPage(page);
    const { sameWords, sample, plainSample, heights } = await page.evaluate(() => window.bench.rehearse());
    if (!sameWords) throw new Error(`Bubbles and cards show different words:\n${sample}\n${plainSample}`);
    const session = await page.context().newCDPSession(page);
    // Time on the processor rather than on the wall: others use this machine too.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await play(page, session, WARM_UP);
    const pairs = await play(page, session, ROUNDS);
    return {
      closedBubbles: judged(
        median(pairs.map(({ bubbles, cards }) => bubbles.ms / cards.ms)),
        { atMost: 1.5 },
        {
          measured:
            '100 <mds-rights-bubble> that are signed in, from the data in memory to the painted frame',
          against:
            '100 plain Lit cards that show the same words in the same look, in the same page, by turns',
          details: { ...detailsOf(pairs), heights, chromium: browser.version() },
        },
      ),
    };
  },
};
