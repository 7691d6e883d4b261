import { Connect } from '@mds-kit/contract/channel';
import { serveChannel, type Served } from '@mds-kit/client/serve-channel';

/** Is this the window of another frame in the page that holds us? Only asked of windows of our own origin. */
function isSibling(source: MessageEventSource | null): source is Window {
  return source !== null && 'parent' in source && source !== window && source.parent === parent;
}

/**
 * Serves the visible frames of this page: whoever posts `connect` from our own origin and from a frame beside us. The
 * page around us is of another origin and gets nothing, whatever it posts.
 */
export function receiveFrames(serve: () => Served, partner: string): void {
  const stops = new WeakMap<Window, () => void>();
  addEventListener('message', ({ origin, source, data, ports }: MessageEvent<unknown>) => {
    const [port] = ports;
    if (origin !== location.origin || !isSibling(source) || !port) return;
    if (Connect.safeParse(data).data?.partner !== partner) return;
    // A frame that was loaded anew connects anew: what its former document asked is of no use any more.
    stops.get(source)?.();
    stops.set(source, serveChannel(port, serve()));
  });
}
