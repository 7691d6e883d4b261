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

/** A frame that nobody is to see or to come upon. */
export function hiddenFrame(src: string): HTMLIFrameElement {
  const frame = newFrame(src);
  frame.title = 'Mes droits sociaux';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  // Laid out, since a frame that is `display: none` may be throttled or never load, yet nowhere on the page. Set
  // through the CSSOM: a style attribute needs the partner's policy to allow it.
  frame.style.cssText = 'position:fixed;top:0;width:1px;height:1px;border:0;opacity:0;pointer-events:none';
  return frame;
}

/** Into the body. Not `document.body`, which an element of that name takes the place of. */
export function putInBody(frame: HTMLIFrameElement): void {
  document.querySelector('body')?.append(frame);
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
