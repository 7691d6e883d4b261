import type { Frame, Page } from 'playwright';

/** When something was on screen, in ms since 1970, by the document that it is in. */
type Watch = { painted: number[]; shells: number[] };

declare global {
  interface Window {
    bubbleWatch: Watch;
  }
}

/** Runs in every document, host page and frames, before anything of theirs. */
function watch(): void {
  const seen: Watch = { painted: [], shells: [] };
  window.bubbleWatch = seen;
  /** In the first task after the frame that shows what there is now. */
  const whenPainted = (tell: (at: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => tell(performance.timeOrigin + performance.now());
      port2.postMessage(null);
    });
  addEventListener('mds-ready', ({ target }) => {
    if (!(target instanceof Element)) return;
    // A shell says that it shows its frame; an element, that its answer is on screen: with a chip when it is one.
    if (target.shadowRoot?.querySelector('iframe')) whenPainted((at) => seen.shells.push(at));
    else if (target.shadowRoot?.querySelector('[part=chip]')) whenPainted((at) => seen.painted.push(at));
  });
}

export async function watchBubbles(page: Page): Promise<void> {
  await page.addInitScript(watch);
}

const watchOf = (frame: Frame): Promise<Watch | undefined> =>
  frame.evaluate(() => window.bubbleWatch).catch(() => undefined);

/**
 * Waits until all bubbles are painted; tells when the last was. Asks only documents that hold bubbles: where they stand
 * in frames, the page around them does no work for it.
 */
export async function untilPainted(page: Page, bubbles: number, isolated: boolean): Promise<number> {
  const until = performance.now() + 20_000;
  for (;;) {
    const holders = isolated ? page.frames().slice(1) : [page.mainFrame()];
    const painted = (await Promise.all(holders.map(watchOf))).flatMap((one) => one?.painted ?? []);
    if (painted.length === bubbles) return Math.max(...painted);
    if (performance.now() > until)
      throw new Error(`${page.url()} painted ${painted.length} of ${bubbles} bubbles.`);
    await page.waitForTimeout(20);
  }
}

/** Waits until so many shells show their frames; tells when the last did. */
export async function untilShown(page: Page, bubbles: number): Promise<number> {
  await page.waitForFunction((count) => window.bubbleWatch.shells.length === count, bubbles);
  const { shells } = await page.evaluate(() => window.bubbleWatch);
  return Math.max(...shells);
}

/** When the parser came to the tag. */
export const tagAt = (page: Page): Promise<number> =>
  page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('tag')[0]?.startTime ?? Number.NaN),
  );
