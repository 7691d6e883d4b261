/** The tags on the page, wherever they stand: a page's own shadow roots hide them from `querySelectorAll`. */
export const mounted = new Set<EventTarget>();

/** Tells the page, from one of its tags; what is told says nothing about the person. */
export function fire(target: EventTarget, type: string, detail: object = {}): void {
  target.dispatchEvent(Object.assign(new Event(type, { bubbles: true, composed: true }), detail));
}
