/** Who works in a generated establishment: each place of work by its number alone, the same in all months. */
import type { Chance } from './chance.ts';
import { FULL_TIME, type Job, type PaymentHabit, type Person } from './jobs.ts';
import { dayOf, firstDay, lastDay, monthsAfter, type Month } from './months.ts';
import { inventedNir } from './numbers.ts';
import { smicOf } from './pay.ts';

export type Employed = { person: Person; jobs: readonly Job[]; habit: PaymentHabit };

export type Staffing = {
  seed: number;
  chance: Chance;
  /** The months that are declared. */
  first: Month;
  last: Month;
  count: number;
};

/** What is drawn of each place. */
const DRAW = { kind: 1, pay: 2, share: 3, when: 4, bonus: 5, amendment: 6, long: 7 };

/** Cents for a month of so many hours: between the SMIC and 2.6 times as much, mostly low. */
function grossOf(at: number, quota: number): (month: Month) => number {
  const factor = 1 + 1.6 * at * at;
  return (month) => Math.round((smicOf(month) * quota * factor) / 100);
}

export function employedAt(staffing: Staffing, place: number): Employed {
  const { seed, chance, first, last, count } = staffing;
  const draw = (what: keyof typeof DRAW) => chance(place, DRAW[what]);
  const someMonth = monthsAfter(first, Math.floor(draw('when') * count));
  const job: Job = {
    number: String(10_000 + (place % 90_000)),
    from: dayOf(`${2010 + Math.floor(draw('long') * 14)}-0${1 + Math.floor(draw('when') * 9)}`, 1),
    until: null,
    quota: FULL_TIME,
    gross: grossOf(draw('pay'), FULL_TIME),
    ...thirteenthMonth(draw('bonus'), first, count),
    ...amended(draw('amendment'), someMonth, last),
  };
  const kind = kindAt(draw('kind'));
  const { jobs, habit } = KINDS[kind](job, {
    ...staffing,
    someMonth,
    share: draw('share'),
    pay: draw('pay'),
  });
  return { person: { nir: inventedNir('generated', place, seed) }, jobs, habit: habit ?? {} };
}

function thirteenthMonth(at: number, first: Month, count: number): Pick<Job, 'bonuses'> {
  if (at > 0.3) return {};
  const decembers = Array.from({ length: count }, (_, index) => monthsAfter(first, index)).filter((month) =>
    month.endsWith('-12'),
  );
  return {
    bonuses: decembers.map((paidIn) => ({
      type: '026',
      amount: 150_000 + Math.round(at * 200_000),
      paidIn,
      from: firstDay(monthsAfter(paidIn, -11)),
    })),
  };
}

/** One in eight is corrected once, a month later. */
function amended(at: number, month: Month, last: Month): Pick<Job, 'amendments'> {
  const declaredIn = monthsAfter(month, 1);
  if (at > 0.12 || declaredIn > last) return {};
  return { amendments: [{ of: month, declaredIn, gross: at < 0.06 ? -12_000 : 8550 }] };
}

type Drawn = Staffing & { someMonth: Month; share: number; pay: number };
type Work = { jobs: readonly Job[]; habit?: PaymentHabit };
type Kind =
  | 'full-time'
  | 'part-time'
  | 'fixed-term'
  | 'apprentice'
  | 'missions'
  | 'sick'
  | 'two-contracts'
  | 'paid-next-month';

/** Of a hundred places. */
const KIND_SHARES: readonly (readonly [below: number, kind: Kind])[] = [
  [0.6, 'full-time'],
  [0.74, 'part-time'],
  [0.82, 'fixed-term'],
  [0.86, 'apprentice'],
  [0.9, 'missions'],
  [0.95, 'sick'],
  [0.97, 'two-contracts'],
  [1, 'paid-next-month'],
];

const kindAt = (at: number): Kind => KIND_SHARES.find(([below]) => at < below)?.[1] ?? 'full-time';

const partOf = (job: Job, hundredths: number, pay: number): Job => {
  const quota = Math.round((FULL_TIME * hundredths) / 100);
  return { ...job, quota, gross: grossOf(pay, quota) };
};

const KINDS: Readonly<Record<Kind, (job: Job, drawn: Drawn) => Work>> = {
  'full-time': (job) => ({ jobs: [job] }),
  'part-time': (job, { share, pay }) => ({
    jobs: [partOf(job, [50, 60, 80][Math.floor(share * 3)] ?? 50, pay)],
  }),
  'fixed-term': (job, { someMonth, share }) => {
    const until = lastDay(monthsAfter(someMonth, 1 + Math.floor(share * 5)));
    return {
      jobs: [
        { ...job, from: dayOf(someMonth, 3), until, plannedUntil: until, nature: '02', endMotive: '031' },
      ],
    };
  },
  apprentice: (job, { first, share }) => {
    const { quota } = job;
    const part = share < 0.5 ? 0.53 : 0.67;
    const gross = (month: Month) => Math.round((smicOf(month) * FULL_TIME * part) / 100);
    const from = firstDay(monthsAfter(first, -Math.floor(share * 12)));
    return { jobs: [{ ...job, from, nature: '02', policy: '64', quota, gross }] };
  },
  missions: (job, { first, count }) => ({
    jobs: Array.from({ length: count * 2 }, (_, index) => missionOf(job, first, index)),
  }),
  sick: (job, { someMonth, share }) => {
    const subrogation = share < 0.5 ? '01' : '02';
    const leave = { motive: '01', subrogation, from: dayOf(someMonth, 9), until: dayOf(someMonth, 22) };
    return { jobs: [{ ...job, leaves: [leave] }] };
  },
  'two-contracts': (job, { pay, share }) => ({
    jobs: [partOf(job, 60, pay), { ...partOf(job, 20, pay), number: `${job.number}B`, amendments: [] }],
    habit: { apart: share < 0.5 },
  }),
  'paid-next-month': (job) => ({ jobs: [job], habit: { paidNextMonth: true } }),
};

/** Two a month, of some days each. */
function missionOf(job: Job, first: Month, index: number): Job {
  const month = monthsAfter(first, Math.floor(index / 2));
  const [from, until] = index % 2 === 0 ? ([2, 10] as const) : ([16, 26] as const);
  return {
    ...job,
    number: `${job.number}-${index + 1}`,
    from: dayOf(month, from),
    until: dayOf(month, until),
    plannedUntil: dayOf(month, until),
    nature: '03',
    endMotive: '032',
    bonuses: [],
    amendments: [],
  };
}
