/** Takes the place of whatever a script in the page might call, and listens in. */
export function patches(): void {
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
          for (const operation of ['session', 'rights', 'salaries', 'accesses', 'startSignIn'])
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
