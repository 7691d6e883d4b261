import type { IncomingMessage } from 'node:http';

/** The text of a request; undefined when it is longer than `most` bytes, which are read and forgotten. */
export async function bodyOf(request: IncomingMessage, most: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  }
  return size <= most ? Buffer.concat(chunks).toString('utf8') : undefined;
}
