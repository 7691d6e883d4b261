/** Who was off when: leaves (S21.G00.60) and other suspensions (S21.G00.65), each as it was last stated. */
import type { Absence } from '@mds-kit/contract/salaries';
import { daysAfter, firstDay, lastDay } from './calendar.ts';
import type { Lane } from './lanes.ts';

/** Known by motive and first day; whatever else changes (a longer leave, a return) is the same absence. */
export function absencesOf({ statements }: Lane): Absence[] {
  const absences = new Map<string, Absence>();
  const state = (motive: string, from: string, until: string | null) => {
    const key = `${motive} ${from}`;
    // A declaration that says no end does not take one back that is known.
    absences.set(key, { motive, from, until: until ?? absences.get(key)?.until ?? null });
  };
  for (const { said } of statements) {
    for (const { motive, lastWorkedOn, plannedUntil, resumedOn } of said.leaves)
      state(motive, daysAfter(lastWorkedOn, 1), resumedOn ? daysAfter(resumedOn, -1) : plannedUntil);
    for (const { motive, from, until } of said.suspensions) state(motive, from, until);
  }
  return [...absences.values()].toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

export const absencesIn = (absences: readonly Absence[], month: string): Absence[] =>
  absences.filter(
    ({ from, until }) => from <= lastDay(month) && (until === null || until >= firstDay(month)),
  );
