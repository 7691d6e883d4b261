/** A month of somebody's jobs as the employer declares it. */
import type { Contract, Individual, Leave } from '@mds-kit/dsn/model';
import {
  amendmentsIn,
  FULL_TIME,
  runsIn,
  type Job,
  type OffWork,
  type PaymentHabit,
  type Person,
} from './jobs.ts';
import { daysAfter, firstDay, lastDay, monthOf, type Day, type Month } from './months.ts';
import { paymentOf } from './payment.ts';

/** *Forfait jours*: hundredths of a day a year. */
const DAY_PACKAGE = 21_800;

/** What an employer declares of a person in a month; undefined: nothing. */
export function individualOf(
  person: Person,
  jobs: readonly Job[],
  month: Month,
  habit: PaymentHabit = {},
): Individual | undefined {
  const here = jobs.filter((job) => runsIn(job, month) || amendmentsIn(job, month).length > 0);
  if (here.length === 0) return undefined;
  const groups = habit.apart ? here.map((job) => [job]) : [here];
  return {
    line: 0,
    nir: person.nir,
    ntt: person.ntt ?? null,
    identityChanges: (person.identityChanges ?? []).filter(({ on }) => monthOf(on) === month),
    contracts: here.map((job) => contractOf(job, month)),
    payments: groups.map((group, index) => paymentOf(group, month, index + 1, habit)),
  };
}

function contractOf(job: Job, month: Month): Contract {
  const inMonth = <Dated extends { on: Day }>(dated: readonly Dated[] | undefined) =>
    dated?.filter(({ on }) => monthOf(on) === month) ?? [];
  const days = job.quota === 'days';
  return {
    number: job.number,
    from: job.from,
    nature: job.nature ?? '01',
    policy: job.policy ?? '99',
    plannedUntil: job.plannedUntil ?? null,
    unit: days ? '20' : '10',
    referenceQuota: days ? DAY_PACKAGE : FULL_TIME,
    quota: job.quota === 'days' ? DAY_PACKAGE : job.quota,
    workTime: days || job.quota === FULL_TIME ? '10' : '20',
    workplace: job.workplace ?? null,
    changes: inMonth(job.changes).map((change) => ({
      formerNature: null,
      formerQuota: null,
      formerSiret: null,
      formerNumber: null,
      formerFrom: null,
      recalculatedFrom: null,
      ...change,
    })),
    leaves: (job.leaves ?? []).filter((leave) => touches(leave, month)).map((leave) => leaveOf(leave, month)),
    ends:
      job.until !== null && monthOf(job.until) === month && job.endMotive !== undefined
        ? [{ on: job.until, motive: job.endMotive }]
        : [],
    suspensions: (job.suspensions ?? []).filter((suspension) => touches(suspension, month)),
  };
}

const touches = ({ from, until }: { from: Day; until: Day | null }, month: Month) =>
  from <= lastDay(month) && (until === null || until >= firstDay(month));

/** The return is said once the person is back; the planned end before. */
export const leaveOf = ({ motive, subrogation, from, until }: OffWork, month: Month): Leave => ({
  motive,
  lastWorkedOn: daysAfter(from, -1),
  plannedUntil: until,
  subrogation,
  resumedOn: until !== null && monthOf(until) <= month ? daysAfter(until, 1) : null,
});
