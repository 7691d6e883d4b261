import { describe, expect, it } from 'vitest';
import { shellTime } from './shell-time.ts';

type Event = { name: string; ts: number; dur: number; tdur: number; url?: string; tid?: number };

const trace = (events: readonly Event[]) =>
  Buffer.from(
    JSON.stringify({
      traceEvents: events.map(({ url, tid = 1, ...event }) => ({
        ...event,
        pid: 7,
        tid,
        ...(url === undefined ? {} : { args: { data: { url } } }),
      })),
    }),
  );

const ours = 'http://widgets.localhost/kit/1.0.0/embed.js';
const read = { name: 'v8.compileModule', ts: 10, dur: 5, tdur: 1000, url: ours };

describe('shellTime', () => {
  it('adds up what the script ran on its own thread, what is inside of it once', () => {
    const events = [
      { name: 'FunctionCall', ts: 40, dur: 3, tdur: 500, url: ours },
      read,
      { name: 'v8.evaluateModule', ts: 20, dur: 10, tdur: 4000 },
      { name: 'FunctionCall', ts: 22, dur: 3, tdur: 2000, url: ours },
      { name: 'FunctionCall', ts: 50, dur: 3, tdur: 8000, url: 'http://partner.localhost/page.js' },
      { name: 'FunctionCall', ts: 60, dur: 3, tdur: 8000, url: ours, tid: 2 },
      { name: 'RunTask', ts: 5, dur: 90, tdur: 90_000 },
    ];
    expect(shellTime(trace(events), '/embed.js')).toBe(5.5);
  });

  it('refuses a trace in which the script never ran', () => {
    expect(() => shellTime(trace([]), '/embed.js')).toThrow('embed.js');
  });
});
