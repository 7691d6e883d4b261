/**
 * A `fetch` that knows `*.localhost`. Browsers lead these names to their own machine (RFC 6761 §6.3); the system's
 * resolver, which Node asks, often does not know them. Other names are resolved as usual.
 */
import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { CustomFetch } from 'openid-client';
import { Agent, fetch } from 'undici';

export const lookupLoopback: LookupFunction = (hostname, options, callback) => {
  if (hostname !== 'localhost' && !hostname.endsWith('.localhost')) systemLookup(hostname, options, callback);
  else if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

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
