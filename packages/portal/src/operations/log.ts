/**
 * One JSON line per event. Only the fields listed here are ever written, whatever a caller passes: personal data
 * cannot get in by being forgotten in an object. Addresses are route patterns, never what was in their place.
 */
import { isoOf } from '@mds-kit/exchange/clock';
import type { Clock } from '../clock.ts';

const FIELDS = [
  'level',
  'event',
  'correlation',
  'method',
  'host',
  'route',
  'status',
  'ms',
  'partner',
  'code',
  'error',
  'at',
  'job',
  'turn',
  'port',
  'address',
  'setting',
  'service',
  'supplier',
  'mode',
  'resource',
  'reason',
  'breaker',
] as const;

export type LogEvent = { readonly event: string } & {
  readonly [field in Exclude<(typeof FIELDS)[number], 'event'>]?: string | number | undefined;
};

export type Log = (event: LogEvent) => void;

/** A log that writes through `write`, a line at a time. */
export function createLog(clock: Clock, write: (line: string) => void): Log {
  return (event) => {
    const kept: Record<string, string | number> = { time: isoOf(clock()) };
    for (const field of FIELDS) {
      const value = event[field];
      if (value !== undefined) kept[field] = value;
    }
    write(JSON.stringify(kept));
  };
}

/** How long a line may wait for others, ms. */
const GATHER = 50;

/**
 * Gathers lines, so that a busy moment is one write: writing to a pipe stops everything else in this process. What is
 * still there at the end is written then.
 */
export function lineWriter(write: (text: string) => unknown): (line: string) => void {
  let waiting = '';
  const flush = () => {
    if (waiting !== '') write(waiting);
    waiting = '';
  };
  process.once('exit', flush);
  return (line) => {
    if (waiting === '') setTimeout(flush, GATHER);
    waiting += `${line}\n`;
  };
}

/**
 * What of an error may be written: its class, its code when it is one of a program's, and the line of ours that
 * threw it. Never its message, which may quote what the program was working on.
 */
export function describeError(error: unknown): Pick<LogEvent, 'error' | 'code' | 'at'> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const at = /\/(?:packages\/)?([\w-]+\/src\/[\w./-]+:\d+)/.exec(
    error.stack?.replace(error.message, '') ?? '',
  )?.[1];
  return { error: error.name, at, code: code !== undefined && /^[\w-]{1,40}$/.test(code) ? code : undefined };
}
