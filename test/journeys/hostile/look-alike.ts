/** A frame that pretends to be one of ours, towards the page's other frames. */
export function pretend(): void {
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
        for (const operation of ['session', 'rights', 'salaries'])
          port1.postMessage({ type: 'call', id: 1, operation, argument: 'family' });
      }
  }, 1000);
}
