import { Broadcast, CHANNEL_NAME, type Connect } from '@mds-kit/contract/channel';
import type { ChannelPortalClient } from '@mds-kit/client/portal-client';
import { findController, MARK } from './find-controller.ts';

/** The channel to all documents of ours in this partition; undefined where the browser blocks storage. */
export function openBroadcast(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(CHANNEL_NAME);
  } catch {
    return;
  }
}

/** Lets visible frames find this document, those that look again later and those that wait for a word. */
export function announceController(): void {
  document.documentElement.dataset[MARK] = '';
  const channel = openBroadcast();
  channel?.postMessage({ type: 'hello' } satisfies Broadcast);
  channel?.close();
}

const LOOK_EVERY = 200;
const LOOK_TIMES = 75;

/**
 * Connects this frame's client to the page's controller over a port of our own making, now or when it is up, and
 * again when it was replaced. The partner's page has no part in it, so it cannot keep an end of that port.
 */
export function linkToController(client: ChannelPortalClient, partner: string): void {
  let linked: Document | undefined;
  const link = () => {
    const controller = findController();
    if (!controller || controller.document === linked) return;
    linked = controller.document;
    const { port1, port2 } = new MessageChannel();
    controller.postMessage({ type: 'connect', partner } satisfies Connect, location.origin, [port2]);
    client.attach(port1);
  };

  const channel = openBroadcast();
  if (channel)
    channel.onmessage = ({ data }) => {
      if (Broadcast.safeParse(data).data?.type === 'hello') link();
    };
  // Where there is no broadcast, looking a few times finds it too.
  let looks = 0;
  const look = () => {
    link();
    if (!linked && ++looks < LOOK_TIMES) setTimeout(look, LOOK_EVERY);
  };
  look();
}
