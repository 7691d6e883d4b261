import { z } from 'zod';
import { Call } from '../suppliers/wire.ts';

/** What one request makes the portal do towards its suppliers, and the bytes that it answers with. */
export const Plan = z.object({
  path: z.string(),
  /** Calls of one wave are made at once; the next wave needs their answers. */
  waves: z.array(z.array(Call)),
  answer: z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.string() }),
});
export type Plan = z.infer<typeof Plan>;

export const Plans = z.array(Plan);

/** A call that began after all others had ended was waiting for them: it begins another wave. */
export function wavesOf(calls: readonly Call[]): Call[][] {
  const waves: Call[][] = [];
  let until = -Infinity;
  for (const call of calls.toSorted((a, b) => a.from - b.from)) {
    if (call.from >= until) waves.push([]);
    waves.at(-1)?.push(call);
    until = Math.max(until, call.to);
  }
  return waves;
}
