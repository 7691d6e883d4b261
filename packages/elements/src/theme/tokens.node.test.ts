import { readFileSync } from 'node:fs';
import { TOKENS } from '@mds-kit/contract/embedding';
import { describe, expect, it } from 'vitest';
import { styles as logStyles } from '../access-log/access-log.styles.ts';
import { answerStyles } from '../answer-element/answer-element.styles.ts';
import { tonesStyles } from '../parts/tones.styles.ts';
import { waysStyles } from '../parts/ways.styles.ts';
import { otherFacesStyles } from '../rights-bubble/other-faces.styles.ts';
import { panelStyles } from '../rights-bubble/panel.styles.ts';
import { styles as bubbleStyles } from '../rights-bubble/rights-bubble.styles.ts';
import { styles as overviewStyles } from '../rights-overview/rights-overview.styles.ts';
import { chartStyles } from '../salary-timeline/chart.styles.ts';
import { moreStyles } from '../salary-timeline/more.styles.ts';
import { panelStyles as monthStyles } from '../salary-timeline/panel.styles.ts';
import { styles as timelineStyles } from '../salary-timeline/salary-timeline.styles.ts';
import { franceConnectStyles } from '../sign-in/france-connect.ts';
import { styles as signInStyles } from '../sign-in/sign-in.styles.ts';
import { base } from './base.styles.ts';
import { tokens } from './tokens.ts';

const sheets = [
  ...[tokens, base, tonesStyles, waysStyles, bubbleStyles, otherFacesStyles, panelStyles],
  ...[overviewStyles, signInStyles, franceConnectStyles, logStyles],
  ...[timelineStyles, chartStyles, monthStyles, moreStyles, answerStyles],
];
const text = sheets.map(({ cssText }) => cssText).join('\n');
const all = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, name]) => name));

/** Public tokens, as elements read them. */
const read = all(/var\(--mds-([\w-]+)/g);
/** Private properties, as elements use them and as they set them. */
const used = all(/var\(--_([\w-]+)/g);
const set = all(/(?:^|[;{\s])--_([\w-]+):/g);

/** What the documentation of the base class promises. */
const source = readFileSync(new URL('../mds-element.ts', import.meta.url), 'utf8');
const documented = [...source.matchAll(/@cssproperty \[--mds-([\w-]+)=/g)].map(([, name]) => name);

describe('tokens', () => {
  it('every property that is used is set, and every one that is set is used', () => {
    expect([...used].sort()).toEqual([...set].sort());
  });

  it('those that a partner may set from outside a frame all do something', () => {
    expect([...read]).toEqual(expect.arrayContaining(TOKENS.map((token) => token.replace('--mds-', ''))));
  });

  it('the documentation names each one, and no other', () => {
    expect(documented.sort()).toEqual([...read].sort());
  });

  it('nothing depends on the size of the page’s own text', () => {
    expect(text.match(/\d(rem|vw|vh)\b/g)).toBe(null);
  });

  it('layout follows the direction of the text', () => {
    const physical =
      /[;{]\s*(?:(?:min-|max-)?(?:width|height)|(?:margin-|padding-|border-)?(?:left|right|top|bottom)\s*:|text-align:\s*(?:left|right))/g;
    expect(text.match(physical)).toBe(null);
  });
});
