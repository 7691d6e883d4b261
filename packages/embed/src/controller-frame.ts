import type { ControllerInit, ShellMessage } from '@mds-kit/contract/embedding';
import { fire, mounted } from './fire.ts';
import { isFrameMessage } from './guards.ts';
import { initOnLoad, newFrame } from './frame.ts';
import type { Page } from './page.ts';
import { quietly } from './quietly.ts';
import { ticketFor } from './ticket.ts';

/**
 * The one hidden frame that holds the page's session. It stands in the light DOM of the body, where its same-origin
 * siblings find it among `parent[i]`; frames in shadow roots are not listed there.
 */
export function controllerFrame(
  { origin, url }: Pick<Page, 'origin' | 'url'>,
  handover: string | undefined,
  returnId: string | undefined,
  ticketUrl?: string,
): Page['controller'] {
  let frame: HTMLIFrameElement | undefined;
  let port: MessagePort | undefined;
  /** A page asks its fund once, and once more after the session ended, whatever the frame wants. */
  let asks = 2;

  const create = (lang: string) => {
    const created = newFrame(url('controller', lang));
    created.title = 'Mes droits sociaux';
    created.tabIndex = -1;
    created.ariaHidden = 'true';
    // Laid out, since a frame that is `display: none` may be throttled or never load, yet nowhere on the page. Set
    // through the CSSOM: a style attribute needs the partner's policy to allow it.
    created.style.cssText =
      'position:fixed;top:0;width:1px;height:1px;border:0;opacity:0;pointer-events:none';
    initOnLoad(created, origin, (newPort) => {
      port = newPort;
      port.onmessage = quietly(({ data }: MessageEvent<unknown>) => {
        if (!isFrameMessage(data)) return;
        if (data.type === 'session')
          for (const tag of mounted) fire(tag, 'mds-session-change', { signedIn: data.signedIn });
        if (data.type === 'challenge' && ticketUrl && asks-- > 0)
          void ticketFor(data.challenge, ticketUrl).then((ticket) =>
            newPort.postMessage({ type: 'ticket', ticket }),
          );
      });
      const init: ControllerInit = { mds: 1, type: 'init-controller', lang, tickets: !!ticketUrl };
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
    if (!frame.isConnected) document.body.append(frame);
    return () => port?.postMessage({ type: 'sign-out' } satisfies ShellMessage);
  };
}
