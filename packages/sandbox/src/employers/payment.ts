/** What is paid for a month of work, with all the lines that a payroll program makes of it. */
import type { Base, Bonus, Net, Payment, Remuneration } from '@mds-kit/dsn/model';
import { amendmentsIn, runsIn, type Amendment, type Job, type PaymentHabit } from './jobs.ts';
import {
  dayOf,
  daysIn,
  daysWithin,
  earlier,
  firstDay,
  lastDay,
  later,
  monthsAfter,
  monthOf,
  type Day,
  type Month,
} from './months.ts';
import { payOf, withheldTaxOf } from './pay.ts';

/** Part of the salary that the employer keeps up during a leave with subrogation, and the daily allowances it hands on. */
const KEPT_UP = 0.4;
const DAILY_ALLOWANCES = 0.5;
/** CSG and CRDS on daily allowances (CSS, L136-8): 6.7 %. */
const ALLOWANCE_CONTRIBUTIONS = 0.067;

type Earned = {
  from: Day;
  until: Day;
  base: number;
  gross: number;
  worked: number;
  absent: number;
  /** Daily allowances that the employer was paid and hands on, cents net. */
  allowances: number;
  bonuses: Bonus[];
};

const share = (whole: number, part: number) => Math.round(whole * part);

function earnedIn(job: Job, month: Month): Earned {
  const days = daysIn(month);
  const present = daysWithin(month, job.from, job.until) / days;
  const off = (subrogation: readonly (string | null)[]) =>
    (job.leaves ?? [])
      .filter((leave) => subrogation.includes(leave.subrogation))
      .reduce((sum, { from, until }) => sum + daysWithin(month, later(from, job.from), until), 0) / days;
  const subrogated = off(['01']);
  const absent = subrogated + off(['02', null]);
  const whole = typeof job.gross === 'number' ? job.gross : job.gross(month);
  const hours = job.quota === 'days' ? 1900 : job.quota;
  const base = share(whole, Math.max(0, present - absent));
  const allowances = share(whole, subrogated * DAILY_ALLOWANCES * (1 - ALLOWANCE_CONTRIBUTIONS));
  const bonuses = (job.bonuses ?? [])
    .filter(({ paidIn }) => paidIn === month)
    .map(({ type, amount, from, until }) => ({
      type,
      amount,
      from: from ?? firstDay(month),
      until: until ?? lastDay(month),
      contract: job.number,
    }));
  return {
    from: later(job.from, firstDay(month)),
    until: earlier(job.until ?? lastDay(month), lastDay(month)),
    base,
    gross: base + share(whole, subrogated * KEPT_UP) + bonuses.reduce((sum, { amount }) => sum + amount, 0),
    worked: share(hours, Math.max(0, present - absent)),
    absent: share(hours, Math.min(present, absent)),
    allowances,
    bonuses,
  };
}

export function paymentOf(jobs: readonly Job[], month: Month, number: number, habit: PaymentHabit): Payment {
  const payment: Payment = {
    paidOn: habit.paidNextMonth ? dayOf(monthsAfter(month, 1), 5) : dayOf(month, 28),
    number,
    netTaxable: 0,
    netPaid: 0,
    withheldTax: 0,
    remunerations: [],
    bonuses: [],
    otherIncomes: [],
    taxCorrections: [],
    nets: [],
    bases: [],
  };
  for (const job of jobs) {
    if (runsIn(job, month)) addEarned(payment, job, earnedIn(job, month));
    for (const amendment of amendmentsIn(job, month)) addAmendment(payment, job, amendment);
  }
  if (habit.withoutNetSocial) payment.nets = [];
  return { ...payment, withheldTax: withheldTaxOf(payment.netTaxable ?? 0) };
}

const isApprentice = ({ policy }: Job) => policy === '64' || policy === '65';

function addEarned(payment: Payment, job: Job, earned: Earned): void {
  const { from, until, base, gross, worked, absent, allowances } = earned;
  const unit = job.quota === 'days' ? '12' : '10';
  const activities = [
    { type: '01', measure: worked, unit },
    ...(absent > 0 ? [{ type: '02', measure: absent, unit }] : []),
  ];
  const line = { from, until, contract: job.number, activities: [], hours: null };
  payment.remunerations.push(
    { ...line, type: '001', amount: gross },
    { ...line, type: '002', amount: gross, activities },
    { ...line, type: '003', amount: absent > 0 ? base + share(base, absent / Math.max(1, worked)) : gross },
    { ...line, type: '010', amount: base, hours: job.quota === 'days' ? null : worked },
  );
  payment.bonuses.push(...earned.bonuses);
  const pay = payOf(gross, isApprentice(job));
  const nets = netsOf({ from, until }, pay.netSocial + allowances, allowances);
  payment.nets = merged(payment.nets, nets);
  payment.bases.push(...basesOf(job.number, { from, until }, gross, null));
  payment.netTaxable = (payment.netTaxable ?? 0) + pay.netTaxable + allowances;
  payment.netPaid = (payment.netPaid ?? 0) + pay.netPaid + allowances;
}

function addAmendment(payment: Payment, job: Job, { of, gross, hours, crm }: Amendment): void {
  const period = {
    from: later(firstDay(of), job.from),
    until: earlier(lastDay(of), job.until ?? lastDay(of)),
  };
  const line = { ...period, contract: job.number, hours: null, amount: gross };
  const activities: Remuneration['activities'] =
    hours === undefined ? [] : [{ type: '01', measure: hours, unit: '10' }];
  payment.remunerations.push(
    { ...line, type: '001', activities: [] },
    { ...line, type: '002', activities },
    { ...line, type: '003', activities: [] },
  );
  const pay = payOf(gross, isApprentice(job));
  payment.nets.push(...netsOf(period, pay.netSocial, 0));
  payment.bases.push(...basesOf(job.number, period, gross, crm ?? null));
  payment.netTaxable = (payment.netTaxable ?? 0) + pay.netTaxable;
  payment.netPaid = (payment.netPaid ?? 0) + pay.netPaid;
}

type Period = { from: Day; until: Day };

const netsOf = (period: Period, netSocial: number, allowances: number): Net[] => [
  { ...period, type: '03', amount: netSocial },
  ...(allowances > 0 ? [{ ...period, type: '10', amount: allowances }] : []),
];

/** The net social is one of the whole payment: contracts that are paid together share it. */
function merged(known: readonly Net[], added: readonly Net[]): Net[] {
  const nets = [...known];
  for (const net of added) {
    const at = nets.findIndex(({ type, from }) => type === net.type && monthOf(from) === monthOf(net.from));
    const before = nets[at];
    if (!before) nets.push(net);
    else
      nets[at] = {
        type: net.type,
        from: earlier(before.from, net.from),
        until: later(before.until, net.until),
        amount: before.amount + net.amount,
      };
  }
  return nets;
}

/** Uncapped pay above the monthly ceiling of social security is left out of the capped base. */
const CEILING = 400_500;

const basesOf = (contract: string, period: Period, gross: number, crm: string | null): Base[] =>
  [
    { code: '02', amount: Math.min(gross, CEILING) },
    { code: '03', amount: gross },
    { code: '04', amount: share(gross, 0.9825) },
    { code: '07', amount: gross },
  ].map(({ code, amount }) => ({ code, ...period, amount, contract, crm }));
