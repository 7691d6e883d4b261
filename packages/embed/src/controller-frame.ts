import type { ControllerInit, ShellMessage } from '@mds-kit/contract/embedding';
import { fire, mounted } from './fire.ts';
import { isFrameMessage } from './guards.ts';
import { hiddenFrame, initOnLoad, putInBody } from './frame.ts';
import type { Page } from './page.ts';
import { quietly } from './quietly.ts';
import { askFund } from './ticket.ts';

/**
 * The one hidden frame that holds the page's session. It stands in the light DOM of the body, where its same-origin
 * siblings find it among `parent[i]`; frames in shadow roots are not listed there.
 */
export function controllerFrame(
  { origin, url, patience }: Pick<Page, 'origin' | 'url' | 'patience'>,
  handover: string | undefined,
  returnId: string | undefined,
  ticketUrl?: string,
): Page['controller'] {
  let frame: HTMLIFrameElement | undefined;
  let port: MessagePort | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** A page asks its fund once, whatever the frame wants. */
  let asked = !ticketUrl;
  /** Who waits for the person to be signed out. */
  let leaving: (() => void) | undefined;

  /** Into the page, or into it again, which loads it anew: until it has said a word, after ever longer waits. */
  const load = quietly((wait: number) => {
    clearTimeout(timer);
    if (frame) putInBody(frame);
    timer = setTimeout(load, wait, wait * 2);
  });

  const receive = quietly(({ data }: MessageEvent<unknown>) => {
    if (!isFrameMessage(data)) return;
    clearTimeout(timer);
    if (data.type === 'session') {
      for (const tag of mounted) fire(tag, 'mds-session-change', { signedIn: data.signedIn });
      if (!data.signedIn) leaving?.();
    }
    if (data.type === 'failed') leaving?.();
    if (data.type === 'challenge' && ticketUrl && !asked) {
      asked = true;
      askFund(data.challenge, ticketUrl);
    }
  });

  const leave = () => port?.postMessage({ type: 'sign-out' } satisfies ShellMessage);

  const create = (lang: string) => {
    const created = hiddenFrame(url('controller', lang));
    initOnLoad(created, origin, (newPort) => {
      port = newPort;
      port.onmessage = receive;
      // Heard after the message that goes with the port.
      if (leaving) leave();
      const init: ControllerInit = { mds: 1, type: 'init-controller', lang, tickets: !asked };
      if (returnId) init.returnId = returnId;
      if (handover) init.handover = handover;
      handover = undefined;
      return init;
    });
    return created;
  };

  return (lang) => {
    frame ??= create(lang);
    // Pages that swap their body lose the frame; the next tag brings it back.
    if (!frame.isConnected) load(patience);
    return () =>
      new Promise<void>((resolve) => {
        const before = leaving;
        leaving = () => {
          before?.();
          resolve();
        };
        leave();
      });
  };
}
