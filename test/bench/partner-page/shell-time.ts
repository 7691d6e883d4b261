import { z } from 'zod';

/** Of Chromium's trace, what says who worked when. Times in microseconds; `tdur` on the processor. */
const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
      args: z.object({ data: z.object({ url: z.string().optional() }).optional() }).optional(),
    }),
  ),
});

export const TRACED = ['devtools.timeline', 'v8'];

/** Chromium's names for running a script's own lines; what a module does at first is not said by address. */
const RUNS = ['v8.compileModule', 'v8.evaluateModule', 'FunctionCall'];

/**
 * Milliseconds of processor time for which a script held the main thread of the page that loads it as its only module:
 * read, evaluated and called back, with what its lines made the browser do at once (elements, frames, style, layout).
 */
export function shellTime(trace: Buffer, script: string): number {
  const { traceEvents } = Trace.parse(JSON.parse(trace.toString()));
  const ofScript = (url: string | undefined) => url?.endsWith(script) === true;
  const read = traceEvents.find(({ name, args }) => name === 'v8.compileModule' && ofScript(args?.data?.url));
  if (!read) throw new Error(`The trace does not hold ${script}.`);
  const runs = traceEvents
    .filter(({ pid, tid, name }) => pid === read.pid && tid === read.tid && RUNS.includes(name))
    .filter(({ name, args }) => name === 'v8.evaluateModule' || ofScript(args?.data?.url))
    .sort((a, b) => a.ts - b.ts);
  let [sum, until] = [0, 0];
  for (const { ts, dur = 0, tdur = 0 } of runs) {
    // What runs inside another is in its time already.
    if (ts < until) continue;
    sum += tdur;
    until = ts + dur;
  }
  return sum / 1000;
}
