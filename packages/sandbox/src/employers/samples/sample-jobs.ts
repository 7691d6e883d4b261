/**
 * The sample citizens' jobs, counted from the clock's month as their files are (see citizens/), so that one goes with
 * the other: whoever is a jobseeker since half a year has lost a job then.
 */
import type { Calendar } from '../../citizens/calendar.ts';
import { FULL_TIME, type Job, type PaymentHabit } from '../jobs.ts';
import { firstDay, lastDay, monthOf, monthsAfter, type Month } from '../months.ts';
import { smicOf } from '../pay.ts';
import { SAMPLE_EMPLOYERS, type Workplace } from './sample-employers.ts';

export type SampleWork = PaymentHabit & {
  /** A sample citizen. */
  login: string;
  at: Workplace;
  jobs: readonly Job[];
  /** Told better in time (*annule et remplace*): the month, and by how many cents the gross was too low. */
  replaced?: { month: Month; by: number };
};

const HALF_TIME = Math.round(FULL_TIME / 2);
const hoursAtSmic =
  (quota: number, factor = 1) =>
  (month: Month) =>
    Math.round((smicOf(month) * quota * factor) / 100);

/** @param last the last month that employers have declared */
export function sampleWork(calendar: Calendar, last: Month): SampleWork[] {
  const ago = (count: number) => monthsAfter(last, -count);
  return [
    ...twoEmployers(ago),
    jobLost(calendar),
    ...students(calendar, ago),
    missions(ago),
    ...offWork(calendar, ago),
    ...steady(ago),
  ];
}

type Ago = (months: number) => Month;

function twoEmployers(ago: Ago): SampleWork[] {
  return [
    {
      login: 'camille',
      at: 'library',
      jobs: [
        {
          number: '0042',
          from: '2021-09-01',
          until: null,
          quota: HALF_TIME,
          gross: hoursAtSmic(HALF_TIME, 1.12),
          bonuses: [{ type: '026', amount: 30_000, paidIn: ago(9) }],
          // What she sees: declared in one month for the third before it, 120 euros less.
          amendments: [{ declaredIn: ago(1), of: ago(4), gross: -12_000, hours: -900 }],
        },
      ],
    },
    {
      login: 'camille',
      at: 'canteen',
      jobs: [
        { number: 'CA-7', from: firstDay(ago(7)), until: null, quota: 2167, gross: hoursAtSmic(2167, 1.05) },
      ],
    },
    {
      login: 'marc',
      at: 'workshop',
      jobs: [
        {
          number: 'AT-3',
          from: '2018-04-03',
          until: null,
          quota: 12_133,
          gross: 196_400,
          bonuses: decembersIn(ago).map((paidIn) => ({
            type: '026',
            amount: 196_400,
            paidIn,
            from: firstDay(monthsAfter(paidIn, -11)),
          })),
        },
      ],
    },
    {
      login: 'marc',
      at: 'transport',
      jobs: [{ number: '118', from: '2023-01-16', until: null, quota: 3033, gross: 46_800 }],
    },
  ];
}

const decembersIn = (ago: Ago): Month[] =>
  Array.from({ length: SAMPLE_MONTHS }, (_, index) => ago(index)).filter((month) => month.endsWith('-12'));

/** How many months the sample employers have declared. */
export const SAMPLE_MONTHS = 18;

/** Registered as a jobseeker on the fourteenth, half a year ago: his last day was a few days before. */
const jobLost = (calendar: Calendar): SampleWork => ({
  login: 'david',
  at: 'printer',
  jobs: [
    {
      number: 'IMP-12',
      from: '2019-03-04',
      until: calendar.monthDay(-6, 9),
      endMotive: '043',
      quota: FULL_TIME,
      gross: 221_000,
      bonuses: [{ type: '020', amount: 94_300, paidIn: monthOf(calendar.monthDay(-6, 9)) }],
    },
  ],
});

function students(calendar: Calendar, ago: Ago): SampleWork[] {
  const summer = monthOf(calendar.yearStart(calendar.monthStart(0).slice(5) >= '09' ? 0 : -1)).replace(
    '-01',
    '-07',
  );
  return [
    {
      login: 'ines',
      at: 'bakery',
      jobs: [
        {
          number: 'ETE',
          from: firstDay(summer),
          until: lastDay(monthsAfter(summer, 1)),
          plannedUntil: lastDay(monthsAfter(summer, 1)),
          nature: '02',
          endMotive: '031',
          quota: FULL_TIME,
          gross: hoursAtSmic(FULL_TIME),
        },
        {
          number: 'SAMEDI',
          from: firstDay(ago(13)),
          until: lastDay(ago(5)),
          plannedUntil: lastDay(ago(5)),
          nature: '02',
          endMotive: '031',
          quota: 3467,
          gross: hoursAtSmic(3467),
        },
      ],
      apart: true,
    },
    {
      login: 'zoe',
      at: 'hairdresser',
      jobs: [
        {
          number: 'APP-1',
          from: firstDay(ago(12)),
          until: null,
          plannedUntil: lastDay(ago(-11)),
          nature: '02',
          policy: '64',
          quota: FULL_TIME,
          gross: hoursAtSmic(FULL_TIME, 0.53),
        },
      ],
    },
  ];
}

/** Ten missions in the last months, with gaps between them. */
function missions(ago: Ago): SampleWork {
  const places: readonly (readonly [months: number, from: number, until: number])[] = [
    [7, 3, 14],
    [6, 2, 6],
    [6, 16, 27],
    [5, 9, 20],
    [4, 1, 5],
    [4, 14, 26],
    [2, 6, 17],
    [2, 20, 24],
    [1, 4, 15],
    [0, 8, 26],
  ];
  return {
    login: 'lea',
    at: 'agency',
    apart: true,
    jobs: places.map(([months, from, until], index) => {
      const day = (number: number) => `${ago(months)}-${String(number).padStart(2, '0')}`;
      return {
        number: `MISSION-${index + 1}`,
        from: day(from),
        until: day(until),
        plannedUntil: day(until),
        nature: '03',
        endMotive: '032',
        quota: FULL_TIME,
        gross: hoursAtSmic(FULL_TIME, 1.1 + index * 0.02),
        workplace: SAMPLE_EMPLOYERS[index % 2 === 0 ? 'printer' : 'transport'].siret,
      };
    }),
  };
}

function offWork(calendar: Calendar, ago: Ago): SampleWork[] {
  return [
    {
      login: 'amina',
      at: 'accountant',
      jobs: [
        {
          number: 'CPT-5',
          from: '2022-05-02',
          until: null,
          quota: FULL_TIME,
          gross: 228_700,
          leaves: [
            { motive: '01', subrogation: '01', from: `${ago(3)}-06`, until: `${ago(3)}-24` },
            { motive: '01', subrogation: '02', from: calendar.day(-22), until: calendar.day(8) },
          ],
        },
      ],
    },
    {
      login: 'emma',
      at: 'nursery',
      jobs: [
        {
          number: 'CR-21',
          from: '2020-01-06',
          until: null,
          quota: FULL_TIME,
          gross: 237_500,
          leaves: [{ motive: '02', subrogation: '02', from: calendar.day(-75), until: calendar.day(37) }],
        },
      ],
    },
    {
      login: 'lucie',
      at: 'vineyard',
      paidNextMonth: true,
      jobs: [
        {
          number: 'OUV-2',
          from: '2015-03-02',
          until: null,
          quota: FULL_TIME,
          gross: hoursAtSmic(FULL_TIME, 1.06),
          leaves: [{ motive: '06', subrogation: '02', from: `${ago(5)}-11`, until: `${ago(5)}-25` }],
        },
      ],
    },
  ];
}

function steady(ago: Ago): SampleWork[] {
  const fullTime = { until: null, quota: FULL_TIME } as const;
  return [
    {
      login: 'thomas',
      at: 'school',
      jobs: [{ ...fullTime, number: 'ENS-1', from: '2008-09-01', nature: '50', gross: 254_600 }],
    },
    {
      login: 'marie-annick',
      at: 'hotel',
      jobs: [{ ...fullTime, number: 'H-9', from: '2017-06-01', gross: hoursAtSmic(FULL_TIME, 1.04) }],
    },
    {
      login: 'jean',
      at: 'garage',
      jobs: [{ ...fullTime, number: 'MEC-4', from: '2004-02-16', gross: 231_800 }],
      replaced: { month: ago(6), by: 15_000 },
    },
    {
      login: 'jean-de-nice',
      at: 'architects',
      jobs: [{ number: 'ARC-2', from: '2011-10-03', until: null, quota: 'days', gross: 412_000 }],
    },
  ];
}
