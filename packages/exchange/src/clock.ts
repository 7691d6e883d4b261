/** The time, passed in and never read (`MDS_NOW` holds everywhere). */
export type Clock = () => Date;

/** Milliseconds that only ever grow: deadlines must not move when the machine's time is set. */
export type Monotonic = () => number;

export const monotonic: Monotonic = () => performance.now();

const parisDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

let millisecond = Number.NaN;
let text = '';

/** ISO 8601, in UTC. What is answered, journalled and logged within a millisecond is dated once: it takes 0.5 µs. */
export function isoOf(instant: Date): string {
  const now = instant.getTime();
  if (now !== millisecond) [millisecond, text] = [now, instant.toISOString()];
  return text;
}

let minute = Number.NaN;
let day = '';

/** The day on which the funds are (`YYYY-MM-DD`): expiry and due dates are days of metropolitan France. */
export function dayOf(instant: Date): string {
  // Days begin at whole minutes, and every answer asks several times: formatting takes 5 µs.
  const now = Math.floor(instant.getTime() / 60_000);
  if (now !== minute) [minute, day] = [now, parisDay.format(instant)];
  return day;
}
