import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, fetch } from 'undici';

/** Browsers resolve `*.localhost` themselves (RFC 6761 §6.3); the system resolver does not always. */
const loopbackLookup: LookupFunction = (hostname, options, callback) => {
  if (hostname !== 'localhost' && !hostname.endsWith('.localhost')) lookup(hostname, options, callback);
  else if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

/** For the public keys of those who ask: a `fetch` that knows `*.localhost`. */
export function createLoopbackFetch() {
  const dispatcher = new Agent({ connect: { lookup: loopbackLookup } });
  return {
    fetch: async (url: string): Promise<Response> => {
      const { status, ...answer } = await fetch(url, { dispatcher, redirect: 'error' }).then(
        async (response) => ({
          status: response.status,
          text: await response.text(),
        }),
      );
      return new Response(answer.text, { status });
    },
    close: () => dispatcher.close(),
  };
}
