/** The time, passed in and never read; only this file reads the machine's. */
export type Clock = () => Date;

/** The machine's time, or one instant (ISO 8601) at which time stands still, for the demo and for tests. */
export function clockAt(instant?: string): Clock {
  if (instant === undefined) return () => new Date();
  const moment = new Date(instant);
  return () => new Date(moment);
}
