/** Days are `YYYY-MM-DD`, months `YYYY-MM`: both compare as text. */
export type Day = string;
export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);

/** The month so many later; earlier when negative. */
export function monthsAfter(month: Month, count: number): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** `count` months that end with `last`, the oldest first. */
export const monthsUntil = (last: Month, count: number): Month[] =>
  Array.from({ length: count }, (_, index) => monthsAfter(last, index + 1 - count));

export const firstDay = (month: Month): Day => `${month}-01`;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function daysIn(month: Month): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const leap = number === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : (DAYS[number - 1] ?? 31);
}

/** A day of a month; beyond its end, its last one. */
export const dayOf = (month: Month, day: number): Day =>
  `${month}-${String(Math.min(day, daysIn(month))).padStart(2, '0')}`;

export const lastDay = (month: Month): Day => dayOf(month, 31);

export const daysAfter = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T12:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

export const later = (one: Day, other: Day): Day => (one > other ? one : other);
export const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

/** Days of this month that lie between two days, both included; the second null: without end. */
export function daysWithin(month: Month, from: Day, until: Day | null): number {
  const first = later(from, firstDay(month));
  const last = earlier(until ?? lastDay(month), lastDay(month));
  return last < first ? 0 : Number(last.slice(8)) - Number(first.slice(8)) + 1;
}
