import type { Tokens } from '@mds-kit/contract/embedding';
import { TOKENS } from '@mds-kit/contract/embedding-words';
import { css, html, noChange } from 'lit';
import type { TemplateResult } from 'lit';
import { directive, Directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';

export const THEMES = ['light', 'dark', 'forced'] as const;
export const LANGUAGES = ['fr', 'en'] as const;
export const WIDTHS = ['full', '1080px', '768px', '320px'] as const;

/** The page around a story, as the toolbar sets it. */
export interface Surroundings {
  readonly theme: (typeof THEMES)[number];
  readonly lang: (typeof LANGUAGES)[number];
  /** With its unit, or addresses would bring it back as a number; or as wide as there is room. */
  readonly width: (typeof WIDTHS)[number];
  readonly tokens: Tokens;
}

/** What the `theme` attribute of an element says on such a page. */
export const themeAttribute = (theme: Surroundings['theme']): 'light' | 'dark' =>
  theme === 'dark' ? 'dark' : 'light';

/**
 * Forced colours as near as a page can come to them: the system's colours in every token. What the browser does
 * beside (outlines of buttons, images, shadows taken away) shows in its own emulation only.
 */
const FORCED: Readonly<Record<string, string>> = {
  '--mds-text': 'CanvasText',
  '--mds-text-quiet': 'CanvasText',
  '--mds-surface': 'Canvas',
  '--mds-surface-raised': 'Canvas',
  '--mds-line': 'CanvasText',
  '--mds-accent': 'LinkText',
  '--mds-accent-soft': 'Canvas',
  '--mds-on-accent': 'Canvas',
  '--mds-good': 'CanvasText',
  '--mds-good-soft': 'Canvas',
  '--mds-wait': 'CanvasText',
  '--mds-wait-soft': 'Canvas',
  '--mds-bad': 'CanvasText',
  '--mds-bad-soft': 'Canvas',
  '--mds-focus': 'Highlight',
};

const FORCED_NOTE =
  'Forced colours, approximated: system colours in every token. For the browser’s own, open its developer tools: Rendering → Emulate CSS media feature forced-colors → active.';

const SETTABLE = [...new Set([...TOKENS, ...Object.keys(FORCED)])];

class TokensDirective extends Directive {
  render(_surroundings: Surroundings): unknown {
    return noChange;
  }

  // By CSSOM: a partner's policy may forbid style attributes, and so do our frames.
  override update({ element }: ElementPart, [{ theme, tokens }]: [Surroundings]): unknown {
    const values: Readonly<Record<string, string>> = theme === 'forced' ? { ...tokens, ...FORCED } : tokens;
    if (element instanceof HTMLElement)
      for (const token of SETTABLE) element.style.setProperty(token, values[token] ?? null);
    return noChange;
  }
}

const withTokens = directive(TokensDirective);

const styles = css`
  .mds-stage {
    box-sizing: border-box;
    max-inline-size: 100%;
    margin: 0;
    padding: 16px;
    font:
      16px/1.5 system-ui,
      sans-serif;
    color: #1b1f24;
    background: #f6f7f9;
  }
  .mds-stage[data-width='320px'] {
    inline-size: 320px;
  }
  .mds-stage[data-width='768px'] {
    inline-size: 768px;
  }
  .mds-stage[data-width='1080px'] {
    inline-size: 1080px;
  }
  .mds-stage[data-theme='dark'] {
    color: #eceff3;
    background: #0c0f13;
    color-scheme: dark;
  }
  .mds-stage[data-theme='forced'] {
    color: CanvasText;
    background: Canvas;
  }
  /* Alone in its window, the page reaches to its foot. */
  #storybook-root .mds-stage {
    min-block-size: 100vh;
  }
  .mds-stage-note {
    margin: 0 0 16px;
    font-size: 14px;
  }
`;

function adopt(): void {
  const { styleSheet } = styles;
  if (styleSheet && !document.adoptedStyleSheets.includes(styleSheet))
    document.adoptedStyleSheets.push(styleSheet);
}

/** Puts a story on the page that the toolbar asks for. */
export function stage(content: unknown, surroundings: Surroundings): TemplateResult {
  adopt();
  const { lang, theme, width } = surroundings;
  return html`<div
    class="mds-stage"
    lang=${lang}
    data-theme=${theme}
    data-width=${width}
    ${withTokens(surroundings)}
  >
    ${theme === 'forced' ? html`<p class="mds-stage-note" lang="en">${FORCED_NOTE}</p>` : null} ${content}
  </div>`;
}
