import type { Token, Tokens } from '@mds-kit/contract/embedding';
import { TOKENS } from '@mds-kit/contract/embedding-words';
import { tokens as theme } from '@mds-kit/elements/theme/tokens';
import { createElement as h } from 'react';
import type { ChangeEvent, CSSProperties, ReactElement } from 'react';
import { useGlobals } from 'storybook/manager-api';

/** The neutral theme's own value of a token, as theme/tokens.ts says it: `light-dark(…, …)` or a length. */
function ownValue(token: Token, dark: boolean): string {
  const said = new RegExp(`var\\(${token}, (?:light-dark\\((#\\w+), (#\\w+)\\)|(\\w+))\\)`).exec(
    theme.cssText,
  );
  const [, light = '#ffffff', night = '#0c1220', length] = said ?? [];
  return length ?? (dark ? night : light);
}

const isLength = (token: Token) => ownValue(token, false).endsWith('px');

/** What a page writes to look the same. */
function asCss(set: Tokens): string {
  const lines = Object.entries(set).map(([token, value]) => `  ${token}: ${value};`);
  return `mds-rights-overview,\nmds-rights-bubble,\nmds-sign-in {\n${lines.join('\n')}\n}`;
}

const STYLES = {
  panel: { padding: 16, fontSize: 13, lineHeight: 1.5, display: 'grid', gap: 16, maxWidth: 720 },
  list: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(300px, 1fr))', gap: '8px 32px' },
  row: { display: 'grid', gridTemplateColumns: '1fr 96px 64px', gap: 8, alignItems: 'center' },
  css: { fontFamily: 'monospace', whiteSpace: 'pre', margin: 0 },
} satisfies Record<string, CSSProperties>;

interface RowProps {
  token: Token;
  value: string;
  set: boolean;
  change: (value: string | undefined) => void;
}

function row({ token, value, set, change }: RowProps): ReactElement {
  const length = isLength(token);
  return h(
    'div',
    { key: token, style: STYLES.row },
    h('label', { htmlFor: token }, token, length ? ` (${value})` : ''),
    h('input', {
      id: token,
      type: length ? 'range' : 'color',
      min: 0,
      max: 40,
      value: length ? parseInt(value) : value,
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) =>
        change(length ? `${target.value}px` : target.value),
      style: { width: '100%' },
    }),
    h('button', { type: 'button', disabled: !set, onClick: () => change(undefined) }, 'Reset'),
  );
}

/** Sets the public tokens for every story, live: what a fund does in its own stylesheet. */
export function TokensPanel({ active }: { active: boolean }): ReactElement | null {
  const [globals, updateGlobals] = useGlobals();
  if (!active) return null;
  const set = (globals.tokens ?? {}) as Tokens;
  const dark = globals.theme === 'dark';
  const change = (token: Token, value: string | undefined) => {
    const { [token]: _before, ...others } = set;
    updateGlobals({ tokens: value === undefined ? others : { ...others, [token]: value } });
  };
  const rows = TOKENS.map((token) =>
    row({
      token,
      value: set[token] ?? ownValue(token, dark),
      set: token in set,
      change: (value) => change(token, value),
    }),
  );
  return h(
    'div',
    { style: STYLES.panel },
    h('div', { style: STYLES.list }, rows),
    h(
      'div',
      null,
      h(
        'button',
        { type: 'button', onClick: () => updateGlobals({ tokens: {} }) },
        'Reset all to the neutral theme',
      ),
    ),
    Object.keys(set).length > 0 ? h('p', { style: STYLES.css }, asCss(set)) : null,
  );
}
