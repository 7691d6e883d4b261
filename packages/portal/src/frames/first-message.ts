import { PROTOCOL_VERSION, type FrameMessage } from '@mds-kit/contract/embedding';
import type { DocumentMeta } from './document-meta.ts';

interface Schema<T> {
  safeParse(data: unknown): { data?: T | undefined };
}

/** A message of this kind from another version of the protocol: its sender is told, rather than left to wait. */
function isOtherVersion(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'mds' in data && data.mds !== PROTOCOL_VERSION;
}

/**
 * The one message that the partner's page posts to this window, and the port that comes with it. Only the page that
 * holds this frame is heard, and only on an origin that the partner has registered (the server wrote them into the
 * document); whoever else posts here gets no answer.
 */
export function firstMessage<T>(
  schema: Schema<T>,
  { partnerOrigins }: Pick<DocumentMeta, 'partnerOrigins'>,
): Promise<{ message: T; port: MessagePort }> {
  return new Promise((resolve) => {
    const listen = ({ source, origin, data, ports }: MessageEvent<unknown>) => {
      const [port] = ports;
      if (source !== parent || !partnerOrigins.includes(origin) || !port) return;
      const message = schema.safeParse(data).data;
      if (message) {
        removeEventListener('message', listen);
        resolve({ message, port });
      } else if (isOtherVersion(data))
        port.postMessage({ type: 'failed', code: 'version' } satisfies FrameMessage);
    };
    addEventListener('message', listen);
  });
}
