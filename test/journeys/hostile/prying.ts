/** Prying: in words of our own protocol to every frame, and by all requests that a page can make. */
export function prying(): void {
  const { note, allFrames, labelOf } = window;
  const asFrames = (say: (frame: Window, port: MessagePort) => void) => {
    for (let index = 0; index < window.length; index++) {
      const frame = window[index];
      if (!frame) continue;
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', ({ data }) => note('pried', String(index), data));
      port1.start();
      say(frame, port2);
      for (const operation of ['session', 'rights', 'salaries', 'situation', 'accesses', 'catalogue'])
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

    const addresses = ['session', 'rights/family', 'salaries', 'situation', 'accesses', 'me'].flatMap(
      (name) => [widgets, portal].map((host) => `${host}/v1/${name}`),
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
