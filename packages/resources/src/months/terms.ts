/** What a contract is: as it was last stated, and whether it has ended. */
import type { Contract } from '@mds-kit/contract/salaries';
import type { Lane } from './lanes.ts';
import { monthOf } from './calendar.ts';

export type Terms = Omit<Contract, 'id' | 'months'>;

/** S21.G00.62.002: takes an end back that was declared before. */
const CANCELLED_END = '099';

/** S21.G00.40.008: no scheme of public policy. */
const NO_POLICY = '99';

export function termsOf(lane: Lane, today: string): Terms {
  const last = lane.statements.at(-1);
  const end = endOf(lane) ?? plannedEnd(lane, today);
  return {
    nature: last?.nature ?? null,
    policy: last?.policy === NO_POLICY ? null : (last?.policy ?? null),
    from: lane.begins,
    until: end?.on ?? null,
    plannedUntil: last?.plannedUntil ?? null,
    endMotive: end?.motive ?? null,
    workShare: last?.workShare ?? null,
  };
}

type End = { on: string; motive: string | null };

function endOf({ statements, begins }: Lane): End | undefined {
  let end: End | undefined;
  for (const { said } of statements)
    for (const { on, motive } of said.ends) end = motive === CANCELLED_END ? undefined : { on, motive };
  // Of a former contract that goes on in this one.
  return end && end.on >= begins ? end : undefined;
}

/** A planned end that has come is one, unless the contract is stated again for a later month: it was made longer. */
function plannedEnd({ statements }: Lane, today: string): End | undefined {
  const planned = statements.at(-1)?.plannedUntil ?? null;
  if (planned === null || planned >= today) return undefined;
  const later = statements.some(({ by }) => by.month !== null && by.month > monthOf(planned));
  return later ? undefined : { on: planned, motive: null };
}
