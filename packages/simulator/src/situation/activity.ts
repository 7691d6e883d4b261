import type { Activity } from '@mds-kit/contract/household';
import type { MonthIndex } from '../calendar.ts';
import { unknown, type Truth } from '../unknown/truth.ts';
import type { Person } from './person.ts';

/** Whether someone is employed, unemployed, a student… in a month; unknown where nobody said what they do. */
export function isOccupied(person: Person, as: Activity, month: MonthIndex): Truth {
  const status = person.statusIn(month);
  return status === undefined ? unknown(`${person.path}.activity`) : status === as;
}
