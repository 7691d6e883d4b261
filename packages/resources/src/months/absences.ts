/** Who was off when: leaves (S21.G00.60) and other suspensions (S21.G00.65), each as it was last stated. */
import type { Absence } from '@mds-kit/contract/salaries';
import { daysAfter, firstDay, lastDay } from './calendar.ts';
import type { Lane } from './lanes.ts';

/** *Annulation*: what was declared to begin on that day never was (S21.G00.60.001, S21.G00.65.001). */
const CANCELLED_LEAVE = '99';
const CANCELLED_SUSPENSION = '998';

export function absencesOf({ statements }: Lane): Absence[] {
  const leaves: Absence[] = [];
  const suspensions: Absence[] = [];
  for (const { said } of statements) {
    for (const { motive, lastWorkedOn, plannedUntil, resumedOn } of said.leaves) {
      const until = resumedOn ? daysAfter(resumedOn, -1) : plannedUntil;
      state(leaves, { motive, from: daysAfter(lastWorkedOn, 1), until }, CANCELLED_LEAVE);
    }
    for (const suspension of said.suspensions) state(suspensions, suspension, CANCELLED_SUSPENSION);
  }
  return [...leaves, ...suspensions].toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

/** Known by motive and first day; whatever else changes (a longer leave, a return) is the same absence. */
function state(absences: Absence[], { motive, from, until }: Absence, cancelled: string): void {
  const before = absences.filter((known) => known.from === from);
  const taken = motive === cancelled ? before : before.filter((known) => known.motive === motive);
  for (const known of taken) absences.splice(absences.indexOf(known), 1);
  if (motive === cancelled) return;
  // A declaration that says no end does not take one back that is known.
  absences.push({ motive, from, until: until ?? taken[0]?.until ?? null });
}

export const absencesIn = (absences: readonly Absence[], month: string): Absence[] =>
  absences.filter(
    ({ from, until }) => from <= lastDay(month) && (until === null || until >= firstDay(month)),
  );
