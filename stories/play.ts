import { html } from 'lit';
import type { FakeClient } from './fake-client.ts';

/** What a page puts into a tag, for browsers where the script does not run. */
export const fallback = html`<p lang="fr">
  Retrouvez vos droits sociaux sur
  <a href="https://portail.exemple/">le portail national des droits sociaux</a>.
</p>`;

/** An element of ours in a story, whose portal is a fake. */
export type Played = HTMLElement & { client: FakeClient };

const isPlayed = (element: Element | null): element is Played => element !== null && 'client' in element;

/** The element that a story is about. */
export function reached(canvas: HTMLElement, tag: string): Played {
  const element = canvas.querySelector(tag);
  if (!isPlayed(element)) throw new Error(`This story shows no <${tag}>.`);
  return element;
}

/** Looks into open shadow roots too, in the order of the document. */
export function deepQuery(root: ParentNode, selector: string): HTMLElement | null {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches(selector)) return element;
    const inside = element.shadowRoot && deepQuery(element.shadowRoot, selector);
    if (inside) return inside;
  }
  return null;
}

const FRAMES = 300;
const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** Waits until something is on screen, five seconds at most. */
export async function appears(element: Element, selector: string): Promise<HTMLElement> {
  for (let count = 0; count < FRAMES; count += 1) {
    await frame();
    const found = element.shadowRoot && deepQuery(element.shadowRoot, selector);
    if (found) return found;
  }
  throw new Error(`Nothing matches ${selector} in <${element.localName}>.`);
}

/** Presses a button of an element once it is there, as a person does. */
export async function press(element: Element, selector: string): Promise<void> {
  (await appears(element, selector)).click();
}
