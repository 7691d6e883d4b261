import { DepositReader } from './deposit-reader.ts';
import type { DsnEvent } from './events.ts';

/** A source that gives a whole file at once must not make one batch of it. */
const PIECE = 1 << 18;

/**
 * Reads a deposit as its bytes come, in batches of events, about one batch for each chunk. What is wrong in the file is
 * told by events, never thrown; only what `source` throws is. Holds no more than one batch, one individual and one
 * line. Does not read on until its batch was taken, nor once the file is refused.
 */
export async function* readDeposit(source: AsyncIterable<Uint8Array>): AsyncGenerator<readonly DsnEvent[]> {
  const reader = new DepositReader();
  for await (const chunk of source) {
    for (let start = 0; start < chunk.length; start += PIECE) {
      reader.push(chunk.length <= PIECE ? chunk : chunk.subarray(start, start + PIECE));
      const events = reader.take();
      if (events.length > 0) yield events;
    }
    if (reader.isOver) return;
  }
  reader.end();
  yield reader.take();
}
