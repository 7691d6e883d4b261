import type { Transport } from '../http-transport.ts';

/** A transport whose answers are there already: JSON, by address. */
export function answering(answer: (url: string) => { status?: number; body: string }): Transport {
  // eslint-disable-next-line @typescript-eslint/require-await -- what accept throws is a failed call
  return async ({ url, accept }) => {
    const { status = 200, body } = answer(url);
    accept({ status, contentType: 'application/json', contentEncoding: '' });
    return { status, body: new TextEncoder().encode(body) };
  };
}
