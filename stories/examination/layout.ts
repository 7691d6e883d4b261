import { around, lines } from './deep.ts';
import type { Line } from './deep.ts';

/** Less than a pixel is rounding. */
const SLACK = 1;

const quote = ({ text, of }: Line) => `“${text.slice(0, 60)}” in <${of.localName} class="${of.className}">`;

/** Text that leaves its tag sideways, or that a block which scrolls up and down cuts off at its side. */
export function overflowing(page: Element): string[] {
  return [...lines(page)].flatMap((line) => {
    const edge = page.getBoundingClientRect();
    const { box, seen } = line;
    if (box.left < edge.left - SLACK || box.right > edge.right + SLACK)
      return `${quote(line)} leaves the page`;
    // Scrolled out of sight is not cut off.
    const inSight = seen.height > SLACK;
    return inSight && seen.width < box.width - SLACK ? `${quote(line)} is cut off` : [];
  });
}

const area = (a: DOMRect, b: DOMRect): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** Text that stands on other text. */
export function overlapping(page: Element): string[] {
  const all = [...lines(page)].filter(({ seen }) => seen.height > SLACK);
  return all.flatMap((line, index) =>
    all
      .slice(index + 1)
      .filter((other) => area(line.seen, other.seen) > 12 * SLACK)
      .map((other) => `${quote(line)} and ${quote(other)} stand on each other`),
  );
}

/** Text of which a part is out of reach, on paper where nothing scrolls. */
export function cutOff(page: Element): string[] {
  return [...lines(page)]
    .filter(({ box, seen }) => seen.height < box.height - SLACK || seen.width < box.width - SLACK)
    .map((line) => `${quote(line)} is cut off`);
}

const CHANNELS = /[\d.]+/g;

/** Red, green, blue from 0 to 255, and opacity from 0 to 1. */
type Colour = readonly [number, number, number, number];

function colour(computed: string): Colour {
  const [red = 0, green = 0, blue = 0, opacity = 1] = (computed.match(CHANNELS) ?? []).map(Number);
  return [red, green, blue, opacity];
}

/** Relative luminance (WCAG 2.2). */
function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Colour, b: Colour): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const WHITE: Colour = [255, 255, 255, 1];

/** The colour that an element stands on: the nearest one that is opaque, and printed. */
function ground(of: Element, onPaper: boolean): Colour {
  for (let element: Element | null = of; element; element = around(element)) {
    const { backgroundColor, printColorAdjust } = getComputedStyle(element);
    const found = colour(backgroundColor);
    if (found[3] === 1 && (!onPaper || printColorAdjust === 'exact')) return found;
  }
  return WHITE;
}

/** Text whose colour does not stand out from its ground, 4.5 to 1 (RGAA 3.2). */
export function faint(page: Element, { onPaper = false } = {}): string[] {
  return [...lines(page)].flatMap((line) => {
    const ink = colour(getComputedStyle(line.of).color);
    const ratio = contrast(ink, ground(line.of, onPaper));
    return ink[3] < 1 || ratio < 4.5 ? `${quote(line)} has a contrast of ${ratio.toFixed(1)}` : [];
  });
}
