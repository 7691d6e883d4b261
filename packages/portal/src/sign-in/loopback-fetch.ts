/** A `fetch` that knows `*.localhost`, as browsers do and the system's resolver often does not. */
import { lookupLoopback } from '@mds-kit/exchange/loopback';
import type { CustomFetch } from 'openid-client';
import { Agent, fetch } from 'undici';

export interface LoopbackFetch {
  readonly fetch: CustomFetch;
  readonly close: () => Promise<void>;
}

export function createLoopbackFetch(): LoopbackFetch {
  const dispatcher = new Agent({ connect: { lookup: lookupLoopback } });
  return {
    async fetch(url, { body, headers, method, signal }) {
      const response = await fetch(url, {
        method,
        headers,
        dispatcher,
        redirect: 'manual',
        // openid-client sends forms, as text or as parameters
        body: body instanceof URLSearchParams || typeof body === 'string' ? String(body) : null,
        signal: signal ?? null,
      });
      // undici's own Response is another class than the one that openid-client checks for.
      const content = NO_CONTENT.has(response.status) ? null : await response.arrayBuffer();
      return new Response(content, { status: response.status, headers: [...response.headers] });
    },
    close: () => dispatcher.close(),
  };
}

/** Statuses whose Response may have no body (Fetch standard, "null body status"). */
const NO_CONTENT = new Set([204, 205, 304]);
