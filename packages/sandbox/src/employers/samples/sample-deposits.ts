/** The deposits of the sample citizens' employers: one file a month for each deposit point, made by one who declares for all. */
import type { Declaration, Individual } from '@mds-kit/dsn/model';
import { citizenByLogin } from '../../citizens.ts';
import { Calendar } from '../../citizens/calendar.ts';
import { declarationOf, depositOf, type DepositFile } from '../deposits.ts';
import { individualOf } from '../individual.ts';
import { FULL_TIME, raisedBy, type Job } from '../jobs.ts';
import { monthOf, monthsAfter, monthsUntil, type Month } from '../months.ts';
import { inventedNir, inventedSiret } from '../numbers.ts';
import { SAMPLE_EMPLOYERS, type Workplace } from './sample-employers.ts';
import { SAMPLE_MONTHS, sampleWork, type SampleWork } from './sample-jobs.ts';

/** What is declared reaches the scheme about two months later. */
const LAG = 2;

/** The last month that employers have declared at this moment. */
export const declaredUpTo = (now: Date): Month => monthsAfter(monthOf(new Calendar(now).day(0)), -LAG);

const DECLARES_FOR_ALL = inventedSiret('sample', 900);
export const SENDER = { senderSiren: DECLARES_FOR_ALL.slice(0, 9), senderNic: DECLARES_FOR_ALL.slice(9) };

/** An employer's month as it was declared: the sample citizens, and colleagues whom nobody asks about. */
export type SampleMonth = {
  month: Month;
  at: Workplace;
  work: readonly SampleWork[];
};

const nirOf = (login: string): string => {
  const citizen = citizenByLogin(login);
  if (!citizen) throw new RangeError(`There is no sample citizen ${login}.`);
  return citizen.nir.slice(0, 13);
};

/** Another version of the jobs of one month. */
export type Change = (login: string, job: Job) => Job;

const COLLEAGUES = 2;

export function peopleIn(
  { month, at, work }: SampleMonth,
  change: Change = (_login, job) => job,
): Individual[] {
  const place = Object.keys(SAMPLE_EMPLOYERS).indexOf(at) * COLLEAGUES;
  const colleagues = Array.from({ length: COLLEAGUES }, (_, index) =>
    individualOf(
      { nir: inventedNir('colleague', place + index) },
      [
        {
          number: `COL-${index + 1}`,
          from: '2016-01-04',
          until: null,
          quota: FULL_TIME,
          gross: 205_000 + 11_000 * index,
        },
      ],
      month,
    ),
  );
  const citizens = work.map(({ login, jobs, ...habit }) =>
    individualOf(
      { nir: nirOf(login) },
      jobs.map((job) => change(login, job)),
      month,
      habit,
    ),
  );
  return [...citizens, ...colleagues].filter((individual) => individual !== undefined);
}

/** Who is declared where, in the last months, the oldest first. */
export function sampleMonths(now: Date): SampleMonth[] {
  const last = declaredUpTo(now);
  const byPlace = Map.groupBy(sampleWork(new Calendar(now), last), ({ at }) => at);
  return monthsUntil(last, SAMPLE_MONTHS).flatMap((month) =>
    [...byPlace].map(([at, work]) => ({ month, at, work })),
  );
}

const declarationsOf = (months: readonly SampleMonth[]): Declaration[] =>
  months.map((one) =>
    declarationOf({ siret: SAMPLE_EMPLOYERS[one.at].siret, month: one.month, individuals: peopleIn(one) }),
  );

/** The same months told better, before the deadline. */
function replacementsOf(months: readonly SampleMonth[]): DepositFile[] {
  return months.flatMap((one) => {
    const better = one.work.find(({ replaced }) => replaced?.month === one.month);
    const { replaced } = better ?? {};
    if (!replaced) return [];
    const individuals = peopleIn(one, (login, job) =>
      login === better?.login ? raisedBy(job, replaced.by) : job,
    );
    const { siret, point } = SAMPLE_EMPLOYERS[one.at];
    const declaration = declarationOf({ siret, month: one.month, individuals, order: 2, type: '03' });
    return [
      {
        name: `${one.month}-${siret}-remplace.dsn`,
        deposit: depositOf({ ...SENDER, point, month: one.month, declarations: [declaration] }),
      },
    ];
  });
}

/** All that the sample employers have declared at this moment, in the order in which they did. */
export function sampleFiles(now: Date): DepositFile[] {
  const byMonth = Map.groupBy(sampleMonths(now), ({ month }) => month);
  return [...byMonth].flatMap(([month, all]) => {
    const byPoint = Map.groupBy(all, ({ at }) => SAMPLE_EMPLOYERS[at].point);
    const whole = [...byPoint].map(([point, months]) => ({
      name: `${month}-${point === '02' ? 'msa' : 'net-entreprises'}.dsn`,
      deposit: depositOf({ ...SENDER, point, month, declarations: declarationsOf(months) }),
    }));
    return [...whole, ...replacementsOf(all)];
  });
}
