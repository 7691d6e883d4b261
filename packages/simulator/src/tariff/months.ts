import { monthIndex, monthName } from '../calendar.ts';

/** The first month that can be simulated: rules look back from it, so tariffs reach further. */
export const firstMonth = '2025-06';

/** The last month for which the tariffs (*barèmes*) were read; later ones are computed with the last values. */
export const latestMonth = '2026-07';

/** A month before the first tariff, or none at all: `month` says which, `firstMonth` what would be right. */
export class MonthOutOfReach extends RangeError {
  readonly code = 'month-out-of-reach';
  readonly month: string;

  constructor(month: string) {
    super(`"${month}" cannot be simulated: give a month YYYY-MM from ${firstMonth} on`);
    this.name = 'MonthOutOfReach';
    this.month = month;
  }
}

/** @throws MonthOutOfReach */
export function checkMonth(month: string): void {
  const index = monthIndex(month);
  const isMonth = Number.isInteger(index) && monthName(index) === month;
  if (!isMonth || index < monthIndex(firstMonth)) throw new MonthOutOfReach(month);
}
