import { type Broadcast, CHANNEL_NAME } from '@mds-kit/contract/channel';

const CHANGED = { type: 'session-changed' } satisfies Broadcast;

/** A browser that blocks storage refuses the channel too; each page then knows only of itself. */
function open(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(CHANNEL_NAME);
  } catch {
    return;
  }
}

/** Between the documents of one origin: `tell` the others, and be told (never by oneself). */
export interface SessionNews {
  tell(): void;
  /** Starts to listen; the channel stays open, and keeps a Node process alive, until the answer is called. */
  listen(): () => void;
}

export function sessionNews(onNews: () => void): SessionNews {
  let listening: BroadcastChannel | undefined;
  return {
    tell() {
      const channel = listening ?? open();
      channel?.postMessage(CHANGED);
      if (channel !== listening) channel?.close();
    },
    listen() {
      const channel = (listening = open());
      if (channel)
        channel.onmessage = ({ data }: MessageEvent<Partial<Broadcast> | null>) => {
          // Checked by hand: only documents of our own origin are on this channel, and one word is all they say.
          if (data?.type === CHANGED.type) onNews();
        };
      return () => {
        channel?.close();
        listening = undefined;
      };
    },
  };
}
