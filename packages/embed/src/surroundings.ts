import { TOKENS } from '@mds-kit/contract/embedding-words';
import type { FrameInit, Theme } from '@mds-kit/contract/embedding';
import { ATTRIBUTES } from '@mds-kit/contract/tags';

export type Surroundings = Pick<FrameInit, 'lang' | 'theme' | 'tokens' | 'attributes'>;

/** The element and what is around it, looking out of shadow roots too. */
export function* outwards(element: Element): Generator<Element> {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode)
    if (node instanceof Element) yield node;
}

/** The nearest `lang`; what is no language tag would be refused by the frame. */
export function langOf(element: Element): string {
  for (const { lang } of outwards(element) as Iterable<HTMLElement>)
    if (lang) return /^[a-z]{2,8}(-[a-z\d]{1,8}){0,3}$/i.test(lang) ? lang : 'fr';
  return 'fr';
}

/** As the tag's `theme` says, or as the page is drawn: a page that names no scheme is a light one. */
function themeOf(element: Element, { colorScheme }: CSSStyleDeclaration): Theme {
  const theme = element.getAttribute('theme') ?? colorScheme;
  if (theme.includes('dark')) return theme.includes('light') ? 'auto' : 'dark';
  return theme === 'auto' ? theme : 'light';
}

/** Values of tokens that the developer has been told of. */
const refused = new Set<string>();

/** What the frame is told of the page: its language, its theme, allowed tokens of the right form, its attributes. */
export function surroundingsOf(element: Element): Surroundings {
  const style = getComputedStyle(element);
  const tokens: Surroundings['tokens'] = {};
  for (const token of TOKENS) {
    const value = style.getPropertyValue(token).trim();
    if (/^(#[\da-f]{6}|\d{1,2}px)$/i.test(value)) tokens[token] = value;
    else if (value && !refused.has(value)) {
      refused.add(value);
      console.warn(`[mds-kit] ${token}: ${value} is not #rrggbb or px`);
    }
  }
  const attributes: Surroundings['attributes'] = {};
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value !== null && value.length < 65) attributes[name] = value;
  }
  return { lang: langOf(element), theme: themeOf(element, style), tokens, attributes };
}
