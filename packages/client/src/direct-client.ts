import { assemble, checked } from './assemble.ts';
import { http } from './http.ts';
import type { Ask } from './operation.ts';
import type { DirectClientOptions, DirectPortalClient } from './portal-client.ts';
import { PortalError } from './portal-error.ts';
import { sessionNews } from './session-news.ts';

/** A client for pages of the portal's own origins, for pages that show it by convention, and for Node. */
export function createDirectClient(options: DirectClientOptions): DirectPortalClient {
  const send = http(options);
  const listeners = new Set<() => void>();
  let stopListening: (() => void) | undefined;
  let changes = 0;

  const changed = () => {
    changes++;
    forget();
    for (const listener of listeners) listener();
  };
  const news = sessionNews(changed);
  const tell = <T>(value: T) => {
    changed();
    news.tell();
    return value;
  };

  /** Six calls that find the session ended are one change. */
  const ask: Ask = async (...call) => {
    const before = changes;
    try {
      return await send(...call);
    } catch (error) {
      if (error instanceof PortalError && error.code === 'session-ended' && before === changes) tell(error);
      throw error;
    }
  };

  const { forget, ...client } = assemble(ask, options);
  return {
    ...client,
    signOut: async (how) => tell(await client.signOut(how)),
    redeem: async (operation, code, how) => tell(await checked(ask, operation, code, how?.signal)),
    onSessionChange(listener) {
      if (!listeners.size) stopListening = news.listen();
      listeners.add(listener);
      return () => {
        if (listeners.delete(listener) && !listeners.size) stopListening?.();
      };
    },
  };
}
