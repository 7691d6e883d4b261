import { ChannelAnswer, type ChannelRequest } from '@mds-kit/contract/channel';
import { assemble } from './assemble.ts';
import { givenUp } from './given-up.ts';
import type { Ask } from './operation.ts';
import type { ChannelClientOptions, ChannelPortalClient } from './portal-client.ts';
import { PortalError } from './portal-error.ts';

interface Waiting {
  readonly call: ChannelRequest;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: PortalError) => void;
}

/**
 * A client for a visible frame, which asks its page's controller. Only ever give it a port whose other end is a
 * document of our own origin (who made the port could keep that end).
 */
export function createChannelClient(options: ChannelClientOptions): ChannelPortalClient {
  const { channel, timeoutMs = 15_000 } = options;
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<() => void>();
  let port: MessagePort | undefined;
  let calls = 0;

  const changed = () => {
    forget();
    for (const listener of listeners) listener();
  };

  const onMessage = ({ data }: MessageEvent<unknown>) => {
    const answer = ChannelAnswer.safeParse(data).data;
    if (!answer) return;
    if (answer.type === 'session-changed') {
      changed();
      return;
    }
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.type === 'answer') asker?.resolve(answer.value);
    else asker?.reject(new PortalError(answer.code, answer));
  };

  const attach = (newPort: MessagePort) => {
    const replaced = port;
    replaced?.close();
    port = newPort;
    port.onmessage = onMessage;
    for (const { call } of waiting.values()) port.postMessage(call);
    if (replaced) changed();
  };

  const ask: Ask = ({ name }, argument, wish, fresh) => {
    if (wish?.aborted) return givenUp(wish);
    if (name === 'redeem' || name === 'situation') return Promise.reject(new PortalError('invalid-request'));
    const id = calls++;
    const limit = AbortSignal.timeout(timeoutMs);
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        if (!waiting.delete(id)) return;
        port?.postMessage({ type: 'abort', id } satisfies ChannelRequest);
        if (wish?.aborted) resolve(givenUp(wish));
        else reject(new PortalError('timeout'));
      };
      wish?.addEventListener('abort', giveUp);
      limit.addEventListener('abort', giveUp);
      const call: ChannelRequest = {
        type: 'call',
        id,
        operation: name,
        ...(argument && { argument }),
        ...(fresh && { fresh }),
      };
      waiting.set(id, { call, resolve, reject });
      port?.postMessage(call);
    });
  };

  const { forget, ...client } = assemble(ask, options);
  if (channel) attach(channel);
  return {
    ...client,
    attach,
    onSessionChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
