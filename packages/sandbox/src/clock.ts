/** The time, passed in and never read: a demo or a test stands still at `MDS_NOW`. */
export type Clock = () => Date;

/** The machine's time, or one instant (ISO 8601) at which time stands still. */
export function clockAt(instant?: string): Clock {
  if (instant === undefined) return () => new Date();
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) throw new RangeError('MDS_NOW is not an ISO instant');
  return () => new Date(moment);
}
