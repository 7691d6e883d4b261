import type { TagName } from '@mds-kit/contract/tags';
import { expect } from 'playwright/test';

/** What a person does in a browser, in words that every engine's driver can follow. */
export interface EnginePage {
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  /** All that stands in the page, or in the frame of one of its tags; nothing while that frame is not shown. */
  text(tag?: TagName): Promise<string>;
  /** Clicks the link or button of these words, as soon as it is there. */
  click(words: string, tag?: TagName): Promise<void>;
}

// What follows runs in the page: each function has to be whole by itself.

/** All text of the document, shadow roots included. */
export function readDocument(): string {
  const read = (node: Node): string =>
    (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '') +
    (node instanceof Element && node.shadowRoot ? read(node.shadowRoot) : '') +
    [...node.childNodes].map(read).join('');
  return read(document.body).replaceAll(/\s+/g, ' ');
}

/** The frame that the shell shows in the place of its tag. */
export function shownFrame(tag: string): HTMLIFrameElement | null {
  const frame = document.querySelector(tag)?.shadowRoot?.querySelector('iframe');
  return frame && getComputedStyle(frame).visibility === 'visible' ? frame : null;
}

/** The first link or button of these words, in shadow roots too. */
export function wayTo(words: string): HTMLElement | null {
  const search = (root: ParentNode): HTMLElement | undefined => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLElement && element.matches('a, button'))
        if (element.textContent.replaceAll(/\s+/g, ' ').includes(words)) return element;
      const found = element.shadowRoot && search(element.shadowRoot);
      if (found) return found;
    }
    return undefined;
  };
  return search(document) ?? null;
}

/** Waits until these words are to be read. */
export const sees = (page: EnginePage, words: string, tag?: TagName) =>
  untilDone(async () => expect(await page.text(tag)).toContain(words));

/** Tries until it works: between two pages, an element or the document around it may be gone. */
export const untilDone = (work: () => Promise<void>) => expect(work).toPass({ timeout: 10_000 });
