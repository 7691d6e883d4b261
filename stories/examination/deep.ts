/** Every element inside a root, those in open shadow roots too, in the order of the document. */
export function* everyElement(root: ParentNode): Generator<Element> {
  for (const child of root.children) {
    yield child;
    if (child.shadowRoot) yield* everyElement(child.shadowRoot);
    yield* everyElement(child);
  }
}

/** The element around a node as it is drawn: out of slots and shadow roots. */
export function around(node: Node): Element | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  const parent = node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** A piece of text on one line, as the eye meets it. */
export interface Line {
  readonly text: string;
  /** The element whose text it is. */
  readonly of: Element;
  /** Where it stands, before anything cuts it. */
  readonly box: DOMRect;
  /** What is left of it after the blocks around it that scroll or clip. */
  readonly seen: DOMRect;
}

const clips = (element: Element): boolean => getComputedStyle(element).overflowX !== 'visible';

function cut(box: DOMRect, by: DOMRect): DOMRect {
  const left = Math.max(box.left, by.left);
  const top = Math.max(box.top, by.top);
  const right = Math.max(left, Math.min(box.right, by.right));
  return new DOMRect(left, top, right - left, Math.max(0, Math.min(box.bottom, by.bottom) - top));
}

function seenOf(box: DOMRect, of: Element): DOMRect {
  let seen = box;
  for (let element: Element | null = of; element; element = around(element))
    if (element !== document.body && element !== document.documentElement && clips(element))
      seen = cut(seen, element.getBoundingClientRect());
  return seen;
}

/** Words for people who listen stand on screen in one clipped pixel. */
function forListeners(of: Element): boolean {
  for (let element: Element | null = of; element && element !== document.body; element = around(element))
    if (getComputedStyle(element).clipPath !== 'none') return true;
  return false;
}

/** All text inside a root that a person can see, line by line. */
export function* lines(root: Element): Generator<Line> {
  for (const of of everyElement(root)) {
    if (of instanceof HTMLStyleElement || !of.checkVisibility() || forListeners(of)) continue;
    for (const node of of.childNodes) {
      if (!(node instanceof Text) || node.data.trim() === '') continue;
      if (of.shadowRoot) continue; // shown only where a slot takes it
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects())
        if (box.width > 0.5 && box.height > 0.5)
          yield { text: node.data.trim(), of, box, seen: seenOf(box, of) };
    }
  }
}
