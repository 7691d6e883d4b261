import type { MonthIndex } from '../calendar.ts';
import { at } from '../tariff/dated.ts';
import { LIVRET_A_RATE } from '../tariff/general.parameters.ts';
import { times, type Num } from '../unknown/num.ts';
import type { Adult } from './person.ts';

/** What the *Livret A* brings over a window of months, both ends included: cents, at the rate of each month. */
export function livretAInterest(adult: Adult, from: MonthIndex, until: MonthIndex): Num {
  if (adult.livretA === 0) return 0;
  let rates = 0;
  for (let month = from; month <= until; month += 1) rates += at(LIVRET_A_RATE, month);
  return times(adult.livretA, rates / 12);
}
