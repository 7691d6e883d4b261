import type { DsnEvent } from './events.ts';

/**
 * Reads a deposit as its bytes come, in batches of events, about one batch for each chunk. What is wrong in the file is
 * told by events, never thrown; only what `source` throws is. Holds no more than one individual and one line.
 */
export async function* readDeposit(source: AsyncIterable<Uint8Array>): AsyncGenerator<readonly DsnEvent[]> {
  throw new Error('Not here yet.');
}
