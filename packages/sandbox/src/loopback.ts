import { lookupLoopback } from '@mds-kit/exchange/loopback';
import { Agent, fetch } from 'undici';

export type LoopbackRequest = {
  method?: string;
  headers?: Headers | Record<string, string>;
  body?: string | URLSearchParams | Uint8Array | ArrayBuffer | ReadableStream | null | undefined;
  redirect?: 'manual' | 'follow' | 'error';
  signal?: AbortSignal | undefined;
};

/** A `fetch` that knows `*.localhost`, for what one server asks of another. */
export function createLoopbackFetch() {
  const dispatcher = new Agent({ connect: { lookup: lookupLoopback } });
  const loopbackFetch = async (url: string | URL, request: LoopbackRequest = {}): Promise<Response> => {
    const { headers = {}, body, signal, ...rest } = request;
    const response = await fetch(url, {
      ...rest,
      dispatcher,
      headers: headers instanceof Headers ? [...headers] : headers,
      body: body instanceof URLSearchParams ? body.toString() : (body ?? null),
      signal: signal ?? null,
    });
    const empty = response.status === 204 || response.status === 303 || response.status === 304;
    return new Response(empty ? null : await response.arrayBuffer(), {
      status: response.status,
      headers: [...response.headers],
    });
  };
  return { fetch: loopbackFetch, close: () => dispatcher.close() };
}
