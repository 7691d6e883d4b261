import { TOKENS, type ShellMessage } from '@mds-kit/contract/embedding';
import { ATTRIBUTES } from '@mds-kit/contract/tags';
import { setDocumentLocale } from '@mds-kit/elements/locale/locale';
import type { MdsElement } from '@mds-kit/elements/mds-element';
import { legibleTokens, type OnFaint } from './legible-tokens.ts';

export type Surroundings = Omit<Extract<ShellMessage, { type: 'update' }>, 'type'>;

const advised = new Set<string>();

const advise: OnFaint = (over, ground, least) => {
  const fault = `[mds-kit] ${over} on ${ground} has a contrast under ${least}: left out`;
  if (!advised.has(fault)) console.warn(fault);
  advised.add(fault);
};

const SCHEMES = { light: 'light', dark: 'dark', auto: 'light dark' } as const;

function applyAttributes(element: Element, attributes: NonNullable<Surroundings['attributes']>): void {
  for (const name of ATTRIBUTES) {
    const value = attributes[name];
    if (value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

/** Brings the widget and its document into the surroundings that the partner's page has, or has changed to. */
export function applySurroundings(
  element: MdsElement,
  { lang, theme, tokens, attributes }: Surroundings,
): void {
  const { documentElement } = document;
  if (attributes) applyAttributes(element, attributes);
  if (theme) {
    element.theme = theme === 'auto' ? null : theme;
    // The same as on the frame's own element, or browsers draw an opaque ground behind the document.
    documentElement.style.colorScheme = SCHEMES[theme];
  }
  if (tokens) {
    const schemes = element.theme === null ? (['light', 'dark'] as const) : [element.theme];
    const legible = legibleTokens(tokens, schemes, advise);
    for (const token of TOKENS) documentElement.style.setProperty(token, legible[token] ?? null);
  }
  if (lang && lang !== documentElement.lang) {
    documentElement.lang = lang;
    void setDocumentLocale(lang);
  }
}
