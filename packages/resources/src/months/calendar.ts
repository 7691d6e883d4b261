/** Days are `YYYY-MM-DD`, months `YYYY-MM`: they compare as text. */

export const monthOf = (day: string): string => day.slice(0, 7);

/** The month so many later, or earlier. */
export function monthsAfter(month: string, count: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Both ends included; none when the first is after the last. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthsAfter(month, 1)) months.push(month);
  return months;
}

export const firstDay = (month: string): string => `${month}-01`;

const DAY_MS = 86_400_000;
const atNoon = (day: string) => Date.parse(`${day}T12:00:00Z`);

export const daysAfter = (day: string, count: number): string =>
  new Date(atNoon(day) + count * DAY_MS).toISOString().slice(0, 10);

export const lastDay = (month: string): string => daysAfter(firstDay(monthsAfter(month, 1)), -1);
