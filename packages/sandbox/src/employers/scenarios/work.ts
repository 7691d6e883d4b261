/** Ways to be employed and paid. */
import { eventOf } from '../deposits.ts';
import { individualOf, leaveOf } from '../individual.ts';
import { FULL_TIME } from '../jobs.ts';
import { daysAfter, firstDay, lastDay } from '../months.ts';
import type { Cast, Tell, Told } from './scenario.ts';

const HALF = Math.round(FULL_TIME / 2);

function sickLeave(cast: Cast, subrogation: '01' | '02', about: string): Told {
  const leave = { motive: '01', subrogation, from: cast.day(1, 9), until: cast.day(1, 22) };
  const job = cast.job({ leaves: [leave] });
  const whole = individualOf({ nir: cast.nir() }, [job], cast.month(1));
  const stopped = {
    ...whole,
    line: 0,
    nir: cast.nir(),
    ntt: null,
    identityChanges: [],
    payments: [],
    contracts: (whole?.contracts ?? []).map((one) => ({
      ...one,
      leaves: [{ ...leaveOf(leave, cast.month(2)), resumedOn: null }],
    })),
  };
  const event = eventOf({
    siret: cast.siret(),
    nature: '04',
    declaredOn: cast.day(1, 12),
    businessId: 'ARRET-1',
    individuals: [stopped],
  });
  const files = cast.filesOf(cast.months(3), [job]);
  return { about, files: files.toSpliced(1, 0, cast.file(cast.month(1), [event], '-arret')) };
}

export const work = {
  'full-time': (cast) => ({
    about: 'A CDI of 35 hours a week: the same salary in each month.',
    files: cast.filesOf(cast.months(3), [cast.job()]),
  }),
  'part-time': (cast) => ({
    about: 'A half-time CDI: half of the hours, and a work share of 50 %.',
    files: cast.filesOf(cast.months(3), [cast.job({ quota: HALF, gross: 107_250 })]),
  }),
  'two-employers': (cast) => {
    const person = { nir: cast.nir() };
    const jobs = [
      cast.job({ quota: HALF, gross: 104_000 }),
      cast.job({ quota: 6067, gross: 79_800, from: '2022-02-01' }),
    ];
    return {
      about: 'One person whom two firms declare in the same months.',
      firms: 2,
      files: cast.months(3).flatMap((month) =>
        jobs.map((job, index) => {
          const individual = individualOf(person, [job], month);
          const told = { siret: cast.siret(index) };
          return cast.file(month, [cast.declaration(month, [individual], told)], `-${index + 1}`);
        }),
      ),
    };
  },
  'two-contracts-paid-apart': (cast) => ({
    about: 'Two contracts with one employer, and a payment for each: both are known apart.',
    files: cast.filesOf(cast.months(3), twoContracts(cast), { habit: { apart: true } }),
  }),
  'two-contracts-paid-together': (cast) => ({
    about:
      'Two contracts with one employer in one payment: its net amounts are of the employer, and of no contract.',
    files: cast.filesOf(cast.months(3), twoContracts(cast)),
  }),
  'fixed-term-ended': (cast) => {
    const until = cast.day(1, 20);
    const job = cast.job({
      from: firstDay(cast.month(3)),
      until,
      plannedUntil: until,
      nature: '02',
      endMotive: '031',
    });
    const last = individualOf({ nir: cast.nir() }, [job], cast.month(1));
    const event = eventOf({
      siret: cast.siret(),
      nature: '07',
      declaredOn: daysAfter(until, 2),
      businessId: 'FIN-1',
      individuals: last ? [{ ...last, payments: [] }] : [],
    });
    const files = cast.filesOf(cast.months(4).slice(0, 3), [job]);
    return {
      about: 'A CDD that ends: the end of the contract (FCTU) is declared by itself and again in the month.',
      files: files.toSpliced(2, 0, cast.file(cast.month(1), [event], '-fin')),
    };
  },
  'end-taken-back': (cast) => {
    const job = cast.job();
    const files = cast.filesOf(cast.months(3), [job]);
    const ended = individualOf({ nir: cast.nir() }, [job], cast.month(1));
    const event = (motive: string, day: number) =>
      eventOf({
        siret: cast.siret(),
        nature: '07',
        declaredOn: cast.day(1, day),
        businessId: `FIN-${motive}`,
        individuals: ended
          ? [
              {
                ...ended,
                payments: [],
                contracts: ended.contracts.map((one) => ({
                  ...one,
                  ends: [{ on: cast.day(1, 15), motive }],
                })),
              },
            ]
          : [],
      });
    const events = [
      cast.file(cast.month(1), [event('059', 16)], '-fin'),
      cast.file(cast.month(1), [event('099', 18)], '-annulation'),
    ];
    return {
      about: 'A resignation is declared, then taken back (motive 099): the contract goes on.',
      files: files.toSpliced(1, 0, ...events),
    };
  },
  'ten-missions': (cast) => {
    const missions = Array.from({ length: 10 }, (_, index) => {
      const ago = 4 - Math.floor(index / 2);
      const [from, until] = index % 2 === 0 ? ([2, 9] as const) : ([15, 24] as const);
      return cast.job({
        number: `M-${index + 1}`,
        from: cast.day(ago, from),
        until: cast.day(ago, until),
        plannedUntil: cast.day(ago, until),
        nature: '03',
        endMotive: '032',
        workplace: cast.siret(1),
        gross: 190_000 + index * 2500,
      });
    });
    return {
      about: 'Ten interim missions in five months, each a contract of its own and paid by itself.',
      files: cast.filesOf(cast.months(5), missions, { habit: { apart: true } }),
    };
  },
  apprentice: (cast) => ({
    about: 'An apprenticeship: a CDD under policy scheme 64, whose net is close to its gross.',
    files: cast.filesOf(cast.months(3), [
      cast.job({
        from: firstDay(cast.month(9)),
        plannedUntil: lastDay(cast.month(-14)),
        nature: '02',
        policy: '64',
        gross: 98_000,
      }),
    ]),
  }),
  'sick-leave-subrogated': (cast) =>
    sickLeave(
      cast,
      '01',
      'Sick for two weeks: the employer keeps the salary up and is paid the daily allowances.',
    ),
  'sick-leave-not-subrogated': (cast) =>
    sickLeave(cast, '02', 'Sick for two weeks: the salary falls, the daily allowances come from elsewhere.'),
  'paid-next-month': (cast) => ({
    about: 'Work of one month is paid on the fifth of the next: it counts in the month of payment.',
    files: cast.filesOf(cast.months(3), [cast.job()], { habit: { paidNextMonth: true } }),
  }),
  'no-net-social': (cast) => ({
    about: 'The employer forgets the montant net social: it is unknown, and not zero.',
    files: cast.filesOf(cast.months(3), [cast.job()], { habit: { withoutNetSocial: true } }),
  }),
} as const satisfies Readonly<Record<string, Tell>>;

function twoContracts(cast: Cast) {
  return [
    cast.job({ number: 'A-1', quota: 9100, gross: 124_000 }),
    cast.job({ number: 'A-2', quota: 3033, gross: 45_200, from: '2023-01-09' }),
  ];
}
