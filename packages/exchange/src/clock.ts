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

/** The day on which the funds are (`YYYY-MM-DD`): expiry and due dates are days of metropolitan France. */
export function dayOf(instant: Date): string {
  return parisDay.format(instant);
}
