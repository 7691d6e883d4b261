/**
 * Milliseconds that `Retry-After` asks to wait (RFC 9110 §10.2.3), 0 without one. A date is taken against the
 * answer's own `Date`, so that a clock that is wrong on this device does not matter.
 */
export function retryAfter(headers: Headers): number {
  const value = headers.get('Retry-After');
  const seconds = Number(value);
  if (!Number.isNaN(seconds)) return seconds * 1000;
  return Date.parse(value ?? '') - Date.parse(headers.get('Date') ?? '') || 0;
}
