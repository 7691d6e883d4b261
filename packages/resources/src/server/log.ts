/**
 * One JSON line per event. Only the fields listed here are ever written, whatever a caller passes: a number, a name or
 * an amount cannot get in by being forgotten in an object. Addresses are routes; files are known by their hash.
 */
import type { Clock } from '../clock.ts';

const FIELDS = [
  'level',
  'event',
  'method',
  'route',
  'status',
  'ms',
  'partner',
  'purpose',
  'error',
  'code',
  'port',
  'address',
  'job',
  'turn',
  'file',
  'declarations',
  'refusals',
  'rule',
  'line',
  'rubrique',
] as const;

export type LogEvent = { readonly event: string } & {
  readonly [field in Exclude<(typeof FIELDS)[number], 'event'>]?: string | number | null | undefined;
};

const WRITTEN: ReadonlySet<string> = new Set(FIELDS);

export type Log = (event: LogEvent) => void;

export function createLog(clock: Clock, write: (line: string) => void): Log {
  return (event) => {
    const kept: Record<string, string | number> = { time: clock().toISOString() };
    for (const [field, value] of Object.entries(event))
      if (value !== undefined && value !== null && WRITTEN.has(field)) kept[field] = value;
    write(JSON.stringify(kept));
  };
}

/** What of an error may be written: its class and its code, never its message, which may quote what it is about. */
export function describeError(error: unknown): Pick<LogEvent, 'error' | 'code'> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error ? String(error.code) : '';
  return { error: error.name, ...(/^[\w-]{1,40}$/.test(code) && { code }) };
}
