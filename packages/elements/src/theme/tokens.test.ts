import { TOKENS } from '@mds-kit/contract/embedding';
import { expect } from '@open-wc/testing';
import { css } from 'lit';
import { waysStyles } from '../parts/ways.styles.ts';
import { otherFacesStyles } from '../rights-bubble/other-faces.styles.ts';
import { panelStyles } from '../rights-bubble/panel.styles.ts';
import { styles as bubbleStyles } from '../rights-bubble/rights-bubble.styles.ts';
import { styles as overviewStyles } from '../rights-overview/rights-overview.styles.ts';
import { franceConnectStyles } from '../sign-in/france-connect.ts';
import { styles as signInStyles } from '../sign-in/sign-in.styles.ts';
import { base } from './base.styles.ts';
import { tokens } from './tokens.ts';

const sheets = [
  ...[tokens, base, waysStyles, bubbleStyles, otherFacesStyles, panelStyles],
  ...[overviewStyles, signInStyles, franceConnectStyles],
];
const text = sheets.map(({ cssText }) => cssText).join('\n');
const all = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, name]) => name));

/** Public tokens, as elements read them. */
const read = all(/var\(--mds-([\w-]+)/g);
/** Private properties, as elements use them and as they set them. */
const used = all(/var\(--_([\w-]+)/g);
const set = all(/(?:^|[;{\s])--_([\w-]+):/g);

/** What the documentation of the base class promises. */
async function documented(): Promise<string[]> {
  const source = await (await fetch(new URL('../mds-element.ts', import.meta.url))).text();
  const lines = source.matchAll(/@cssproperty \[--mds-([\w-]+)=/g);
  return [...lines].map(([, name = '']) => name);
}

describe('tokens', () => {
  it('every property that is used is set, and every one that is set is used', () => {
    expect([...used].sort()).to.deep.equal([...set].sort());
  });

  it('those that a partner may set from outside a frame all do something', () => {
    for (const token of TOKENS) expect(read, token).to.include(token.replace('--mds-', ''));
  });

  it('the documentation names each one, and no other', async function () {
    const names = await documented();
    // Sources come through the compiler here, which may take comments away.
    if (names.length === 0) this.skip();
    expect(names.sort()).to.deep.equal([...read].sort());
  });

  it('nothing depends on the size of the page’s own text', () => {
    expect(text.match(/\d(rem|vw|vh)\b/g)).to.equal(null);
  });

  it('layout follows the direction of the text', () => {
    const physical =
      /[;{]\s*(?:(?:min-|max-)?(?:width|height)|(?:margin-|padding-|border-)?(?:left|right|top|bottom)\s*:|text-align:\s*(?:left|right))/g;
    expect(text.match(physical)).to.equal(null);
  });

  it('take a page’s value from anywhere around the tag, and its own otherwise', async () => {
    const element = document.createElement('div');
    const root = element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [
      tokens,
      css`
        p {
          color: var(--_text);
        }
      `,
    ].flatMap(({ styleSheet }) => styleSheet ?? []);
    root.append(document.createElement('p'));
    const around = document.createElement('div');
    around.append(element);
    document.body.append(around);
    const colour = () => getComputedStyle(root.querySelector('p') ?? element).color;
    element.setAttribute('theme', 'light');
    expect(colour()).to.equal('rgb(27, 31, 36)');
    element.setAttribute('theme', 'dark');
    expect(colour()).to.equal('rgb(236, 239, 243)');
    around.style.setProperty('--mds-text', '#123456');
    expect(colour()).to.equal('rgb(18, 52, 86)');
    around.remove();
  });
});
