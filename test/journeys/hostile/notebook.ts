export interface Note {
  /** By which way it was seen. */
  readonly by: string;
  /** Which frame or tag it is about; empty where it is about none. */
  readonly of: string;
  readonly seen: unknown;
  /** When, in milliseconds: what is sent first need not arrive first. */
  readonly at: number;
}

declare global {
  interface Window {
    note(by: string, of: string, ...seen: unknown[]): void;
    /** A name for a frame that is the same whenever the page is loaded: its tag and domain, or its path. */
    labelOf(frame: Element): string;
    /** Every shadow root that a script has attached here, and every frame in it or in the page. */
    readonly roots: ShadowRoot[];
    allFrames(): HTMLIFrameElement[];
    /** Asks everybody for what is not the page's, in every way that a page has. */
    pry(widgets: string, portal: string, partner: string): Promise<void>;
  }
}

/** Writes down what is seen, as text, with the functions as they were before anybody patched them. */
export function notebook(): void {
  const beacon = navigator.sendBeacon.bind(navigator);
  const { stringify } = JSON;
  const serializer = new XMLSerializer();
  const assign = Object.assign.bind(Object);
  const dull = { view: 0, srcElement: 0, currentTarget: 0, target: 0, path: 0, sourceCapabilities: 0 };
  let notes: unknown[] = [];
  const flush = () => {
    if (notes.length > 0) beacon('/loot', stringify(notes));
    notes = [];
  };
  const inWords = (value: unknown, depth = 0): unknown => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value;
    if (depth > 4) return '…';
    if (value instanceof Node) return serializer.serializeToString(value);
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    if (typeof value === 'function') return 'function';
    if (Array.isArray(value)) return value.slice(0, 50).map((item) => inWords(item, depth + 1));
    const words: Record<string, unknown> = {};
    for (const key in value) {
      if (key in dull) continue;
      try {
        const field: unknown = Reflect.get(value, key);
        if (typeof field !== 'function') words[key] = inWords(field, depth + 1);
      } catch (error) {
        words[key] = String(error);
      }
    }
    return words;
  };
  const roots: ShadowRoot[] = [];
  assign(window, {
    roots,
    note(by: string, of: string, ...seen: unknown[]) {
      notes.push({
        by,
        of,
        seen: inWords(seen.length === 1 ? seen[0] : seen),
        at: performance.timeOrigin + performance.now(),
      });
      if (notes.length > 100) flush();
    },
    labelOf(frame: Element) {
      const root = frame.getRootNode();
      const host = root instanceof ShadowRoot ? root.host : frame;
      if (host.localName.startsWith('mds-'))
        return `${host.localName} ${host.getAttribute('domain') ?? ''}`.trim();
      return frame instanceof HTMLIFrameElement && frame.src ? new URL(frame.src).pathname : frame.localName;
    },
    allFrames: () => [document, ...roots].flatMap((root) => [...root.querySelectorAll('iframe')]),
  });
  setInterval(flush, 50);
  addEventListener('pagehide', flush);
}
