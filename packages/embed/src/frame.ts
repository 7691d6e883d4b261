import { quietly } from './quietly.ts';

const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

/** A frame of the portal. allow-same-origin beside allow-scripts is safe because its origin is never the page's. */
export function newFrame(src: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.sandbox.value = SANDBOX;
  frame.allow = 'clipboard-write';
  frame.referrerPolicy = 'no-referrer';
  frame.src = src;
  return frame;
}

/** Each time the frame has loaded, posts it one message with the port over which everything else goes. */
export function initOnLoad(
  frame: HTMLIFrameElement,
  origin: string,
  init: (port: MessagePort) => object,
): void {
  frame.onload = quietly(() => {
    const { port1, port2 } = new MessageChannel();
    frame.contentWindow?.postMessage(init(port1), origin, [port2]);
  });
}
