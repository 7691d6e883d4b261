/** One more deposit, which corrects what a sample citizen's employer has declared of a month. */
import { Calendar } from '../../citizens/calendar.ts';
import { declarationOf, depositOf, type DepositFile } from '../deposits.ts';
import { raisedBy, runsIn, type Job } from '../jobs.ts';
import { monthsAfter, type Month } from '../months.ts';
import { SAMPLE_EMPLOYERS, type Workplace } from './sample-employers.ts';
import {
  declaredUpTo,
  peopleIn,
  sampleMonths,
  SENDER,
  type Change,
  type SampleMonth,
} from './sample-deposits.ts';

export type SampleCorrection = {
  /** The sample citizen. */
  login: string;
  /** The one that is wrong; the last one that was declared otherwise. */
  month?: Month | undefined;
  /** Where the citizen has several employers; the first one otherwise. */
  at?: Workplace | undefined;
  /** Cents that the gross was too low; too high when negative. */
  by: number;
  /**
   * - `replaced`: the month is declared once more (*annule et remplace*)
   * - `regularised`: the next declaration says it beside its own month, which becomes the last one that is declared
   */
  how?: 'replaced' | 'regularised' | undefined;
};

/**
 * @throws RangeError when no such employer has declared this citizen for that month
 */
export function sampleCorrection(now: Date, wished: SampleCorrection): DepositFile {
  const { login, at, by, how = 'replaced' } = wished;
  const last = declaredUpTo(now);
  const own = sampleMonths(now).find(
    (one) =>
      one.month === (wished.month ?? last) && (at ?? one.at) === one.at && jobsOf(one, login).length > 0,
  );
  if (!own) throw new RangeError(`No employer of the samples has declared ${login} for that month.`);
  const corrected = new Set(jobsOf(own, login).map(({ number }) => number));
  const isIt = (who: string, job: Job) => who === login && corrected.has(job.number);
  const told = { declaredOn: new Calendar(now).day(0), by, isIt };
  return how === 'replaced' ? replacing(own, now, told) : regularising(own, monthsAfter(last, 1), told);
}

/** Those that ran in the month: one whose contract had ended is in no line of it. */
const jobsOf = ({ work, month }: SampleMonth, login: string): Job[] =>
  work
    .filter((one) => one.login === login)
    .flatMap(({ jobs }) => jobs)
    .filter((job) => runsIn(job, month))
    .slice(0, 1);

type Told = { declaredOn: string; by: number; isIt: (who: string, job: Job) => boolean };

function replacing(own: SampleMonth, now: Date, { declaredOn, by, isIt }: Told): DepositFile {
  const change: Change = (who, job) => (isIt(who, job) ? raisedBy(job, by) : job);
  // Higher than whatever came before, also where one corrects twice.
  const order = Math.floor(now.getTime() / 1000);
  return fileOf(own, change, { order, type: '03', declaredOn });
}

function regularising(own: SampleMonth, next: Month, { declaredOn, by, isIt }: Told): DepositFile {
  const amendment = { declaredIn: next, of: own.month, gross: by };
  const change: Change = (who, job) =>
    isIt(who, job) ? { ...job, amendments: [...(job.amendments ?? []), amendment] } : job;
  return fileOf({ ...own, month: next }, change, { declaredOn });
}

function fileOf(
  own: SampleMonth,
  change: Change,
  told: { order?: number; type?: '03'; declaredOn: string },
): DepositFile {
  const { month, at } = own;
  const { siret, point } = SAMPLE_EMPLOYERS[at];
  const declaration = declarationOf({ siret, month, individuals: peopleIn(own, change), ...told });
  return {
    name: `${month}-${siret}-${told.order ?? 'suite'}.dsn`,
    deposit: depositOf({ ...SENDER, point, month, declarations: [declaration] }),
  };
}
