import type { Page } from 'playwright';

/** One jump, as Chromium scores it: the share of the view that moved, times how far, relative to the view. */
export type Shift = {
  score: number;
  /** Within half a second of a click or key: expected by whoever pressed, and not counted by the web's own measure. */
  afterInput: boolean;
  /** Milliseconds since the document began. */
  at: number;
  /** What moved, for whoever mends it. */
  moved: string[];
};

type Watch = { shifts: () => Shift[]; ready: number };

declare global {
  interface Window {
    shiftWatch: Watch;
  }
}

/** Runs in every document, host page and frames, before anything of theirs. */
function watch(): void {
  interface ShiftEntry extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly {
      readonly node: Node | null;
      previousRect: DOMRectReadOnly;
      currentRect: DOMRectReadOnly;
    }[];
  }
  const kept: Shift[] = [];
  const place = (node: Node | null): string => {
    // Chromium does not name what stands inside a shadow root, and keeps its place only.
    if (!node) return 'in a shadow root';
    if (!(node instanceof Element)) return place(node.parentElement);
    return [node.tagName.toLowerCase(), ...node.classList].join('.') + (node.id && `#${node.id}`);
  };
  const box = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ');
  const keep = (entries: PerformanceEntryList) => {
    for (const entry of entries as ShiftEntry[])
      kept.push({
        score: entry.value,
        afterInput: entry.hadRecentInput,
        at: Math.round(entry.startTime),
        moved: entry.sources.map(
          ({ node, previousRect, currentRect }) =>
            `${place(node)}: ${box(previousRect)} → ${box(currentRect)}`,
        ),
      });
  };
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  window.shiftWatch = {
    shifts: () => {
      keep(observer.takeRecords());
      return kept;
    },
    ready: 0,
  };
  addEventListener('mds-ready', () => (window.shiftWatch.ready += 1));
}

export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(watch);
}

/** All jumps since the page was opened: of the page itself, and of what stands in its frames. */
export async function shiftsOf(page: Page): Promise<{ page: Shift[]; frames: Shift[] }> {
  const [top, ...frames] = await Promise.all(
    page.frames().map((frame) => frame.evaluate(() => window.shiftWatch.shifts())),
  );
  return { page: top ?? [], frames: frames.flat() };
}
