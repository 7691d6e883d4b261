import { lookupLoopback } from '@mds-kit/exchange/loopback';
import { Agent, fetch } from 'undici';

/** For the public keys of those who ask: a `fetch` that knows `*.localhost`. */
export function createLoopbackFetch() {
  const dispatcher = new Agent({ connect: { lookup: lookupLoopback } });
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
