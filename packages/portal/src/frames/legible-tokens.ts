import type { Token, Tokens } from '@mds-kit/contract/embedding';
import { tokens as theme } from '@mds-kit/elements/theme/tokens';

type Ground = readonly [over: Token, ground: Token, least: number];

/** What is drawn over what, and the least contrast of the two (WCAG 2.2, 1.4.3 for text, 1.4.11 for what is no text). */
const GROUNDS: readonly Ground[] = [
  ['--mds-text', '--mds-surface', 4.5],
  ['--mds-text', '--mds-surface-raised', 4.5],
  ['--mds-text-quiet', '--mds-surface', 4.5],
  ['--mds-text-quiet', '--mds-surface-raised', 4.5],
  ['--mds-accent', '--mds-surface', 4.5],
  ['--mds-accent', '--mds-surface-raised', 4.5],
  ['--mds-text', '--mds-accent-soft', 4.5],
  ['--mds-text-quiet', '--mds-accent-soft', 4.5],
  ['--mds-accent', '--mds-accent-soft', 3],
  ['--mds-on-accent', '--mds-accent', 4.5],
  ['--mds-focus', '--mds-surface', 3],
];

/** The kit's own colours, light and dark, read from its theme: one source. What the theme has no word for is not compared. */
const OWN = new Map(
  [...theme.cssText.matchAll(/var\((--mds-[\w-]+), light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, token = '', light = '', dark = '']) => [token, { light, dark }] as const,
  ),
);

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, the same, to 21, black on white. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Told of what is left out, for the page's developer. */
export type OnFaint = (over: Token, ground: Token, least: number) => void;

/**
 * The tokens with which everything can still be read, in the schemes that the frame may be drawn in: of a pair that is too
 * faint the page's colours are left out, and the kit's own stand there. So no page hides whose data this is, or "not you?".
 */
export function legibleTokens(
  given: Tokens,
  schemes: readonly ('light' | 'dark')[],
  onFaint?: OnFaint,
): Tokens {
  let kept = given;
  const colour = (token: Token, scheme: 'light' | 'dark') => kept[token] ?? OWN.get(token)?.[scheme];
  const isFaint = ([over, ground, least]: Ground) =>
    schemes.some((scheme) => {
      const [one, other] = [colour(over, scheme), colour(ground, scheme)];
      return one !== undefined && other !== undefined && contrast(one, other) < least;
    });
  // Leaving one out may make another faint: until nothing of the page's is.
  for (;;) {
    const faint = GROUNDS.find((pair) => (kept[pair[0]] ?? kept[pair[1]]) !== undefined && isFaint(pair));
    if (!faint) return kept;
    onFaint?.(...faint);
    kept = Object.fromEntries(Object.entries(kept).filter(([token]) => !faint.some((one) => one === token)));
  }
}
