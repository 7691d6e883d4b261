/**
 * Months as whole numbers (year × 12 + month, January being 0): a rule walks over windows of them. Nothing here reads
 * the clock: whoever asks says for which month.
 */
export type MonthIndex = number;

export function monthIndex(month: string): MonthIndex {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function monthName(index: MonthIndex): string {
  return `${String(yearOf(index))}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export const yearOf = (index: MonthIndex): number => Math.floor(index / 12);
export const januaryOf = (year: number): MonthIndex => year * 12;

/** A birth date as the rules need it. */
export interface Birth {
  readonly month: MonthIndex;
  readonly day: number;
}

export function birth(date: string): Birth {
  return { month: monthIndex(date), day: Number(date.slice(8, 10)) };
}

/** Whole months of life on the first day of a month: a right that *begins* at an age begins with the month after the birthday. */
export const monthsOld = (born: Birth, at: MonthIndex): number => at - born.month - (born.day > 1 ? 1 : 0);

/** Completed years on the first day of a month. */
export const yearsOld = (born: Birth, at: MonthIndex): number => Math.floor(monthsOld(born, at) / 12);

/**
 * Completed years as a right that *ends* at an age counts them: it ends on the first day of the birthday month
 * (CSS, art. L552-1), so whoever turns 20 in March has no longer, in March, the age of 19.
 */
export const yearsReached = (born: Birth, at: MonthIndex): number => Math.floor((at - born.month) / 12);
