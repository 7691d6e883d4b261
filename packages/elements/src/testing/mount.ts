import { fixtureCleanup } from '@open-wc/testing';
import type { MdsElement } from '../mds-element.ts';
import type { FakePortal } from './fake-portal.ts';

interface Mounting {
  attributes?: Readonly<Record<string, string>>;
  /** CSS pixels; the box is this wide, whatever the window. */
  width?: number;
  /** False for elements that will not have an answer. */
  settled?: boolean;
}

/** Puts an element on the page, in a box of its own, and waits until its answer is on screen. */
export async function mount<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  portal: FakePortal,
  { attributes = {}, width = 600, settled = true }: Mounting = {},
): Promise<HTMLElementTagNameMap[K] & MdsElement> {
  const element = document.createElement(tag) as HTMLElementTagNameMap[K] & MdsElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.client = portal;
  const box = document.createElement('div');
  box.dataset.box = '';
  box.style.width = `${width}px`;
  box.append(element);
  const ready = new Promise((resolve) => element.addEventListener('mds-ready', resolve, { once: true }));
  document.body.append(box);
  if (settled) await ready;
  await element.updateComplete;
  return element;
}

/** Takes everything that was mounted off the page again. */
export function unmount(): void {
  fixtureCleanup();
  for (const box of document.querySelectorAll('[data-box]')) box.remove();
}

/** What a person reads in an element, skeletons and style left out, white space made plain. */
export function words(element: Element): string {
  const parts: string[] = [];
  const read = (node: Node) => {
    if (node instanceof HTMLSlotElement || node instanceof HTMLStyleElement) return;
    if (node.nodeType === Node.TEXT_NODE) parts.push(node.textContent ?? '');
    const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
    for (const child of inside.childNodes) read(child);
  };
  read(element);
  return parts
    .join(' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

/** The one element inside that matches; a test that finds none should say so at once. */
export function inside<K extends keyof HTMLElementTagNameMap>(
  element: Element,
  selector: K,
): HTMLElementTagNameMap[K];
export function inside(element: Element, selector: string): HTMLElement;
export function inside(element: Element, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`Nothing matches ${selector} in <${element.localName}>`);
  return found;
}

/** Resolves when a condition holds, looked at every few milliseconds; a busy machine may take seconds. */
export async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2500; tries++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  throw new Error(`Never true: ${condition.toString()}`);
}
