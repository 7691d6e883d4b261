/**
 * What we keep of a payment (*versement*): its figures and which contract each one is of. Of everything else that a
 * deposit says of pay, nobody here has a use (RGPD, art. 5-1 c).
 */
import type { Individual, Payment, Remuneration } from '@mds-kit/dsn/model';
import type { LineKind } from '../database.ts';
import { firstDay, lastDay } from '../months/calendar.ts';

export type PaymentLine = {
  kind: LineKind;
  /** The employer's number; null: of several contracts together. */
  contract: string | null;
  /** Of a bonus. */
  code: string | null;
  from: string | null;
  until: string | null;
  /** Cents; hundredths of an hour. */
  amount: number;
};

/** S21.G00.58.003 */
const NET_SOCIAL = '03';
/** S21.G00.78.001: *assiette brute déplafonnée*, the usual gross. */
const UNCAPPED_BASE = '03';
/** S21.G00.51.011: *rémunération brute non plafonnée*, where a payment has no such base. */
const UNCAPPED_PAY = '001';
/** S21.G00.53: work that was paid, in hours. */
const WORK = '01';
const HOUR = '10';

/**
 * The same hours may stand under several remunerations of one period; these are where the norm wants them first. They
 * are taken once.
 */
const HOURS_UNDER: readonly string[] = ['002', '001', '010', '003'];

/** Numbers that stand for one contract: a number that changed stands for the new one (S21.G00.41.014). */
export type Numbers = { readonly only: string | null; readonly now: (number: string) => string };

export function numbersOf(individual: Individual): Numbers {
  const renamed = new Map<string, string>();
  for (const { number, changes } of individual.contracts)
    for (const { formerNumber, formerSiret } of changes)
      if (formerNumber !== null && formerNumber !== number && formerSiret === null)
        renamed.set(formerNumber, number);
  const now = (number: string): string => renamed.get(number) ?? number;
  const stated = new Set(individual.contracts.map(({ number }) => now(number)));
  const [only = null] = stated;
  return { only: stated.size === 1 ? only : null, now };
}

export function* linesOf(payment: Payment, numbers: Numbers): Generator<PaymentLine> {
  const sole = soleContract(payment, numbers);
  const of = (contract: string | null) => (contract === null ? sole : numbers.now(contract));
  const whole = { contract: sole, code: null, from: null, until: null };
  if (payment.netPaid !== null) yield { kind: 'net-paid', ...whole, amount: payment.netPaid };
  if (payment.netTaxable !== null) yield { kind: 'net-taxable', ...whole, amount: payment.netTaxable };
  for (const { month, netTaxable: amount } of payment.taxCorrections)
    if (amount !== null)
      yield { ...whole, kind: 'net-taxable', from: firstDay(month), until: lastDay(month), amount };
  for (const { type, from, until, amount } of payment.nets)
    if (type === NET_SOCIAL) yield { ...whole, kind: 'net-social', from, until, amount };
  yield* grossOf(payment, of);
  yield* hoursOf(payment, of);
  for (const { type, amount, from, until, contract } of payment.bonuses)
    yield { kind: 'bonus', contract: of(contract), code: type, from, until, amount };
}

/** The one contract that all lines of a payment name; null: several, or none where the person has several. */
function soleContract(payment: Payment, { only, now }: Numbers): string | null {
  let sole: string | undefined;
  for (const lines of [payment.remunerations, payment.bonuses, payment.bases])
    for (const { contract } of lines) {
      if (contract === null) continue;
      const number = now(contract);
      if (sole !== undefined && sole !== number) return null;
      sole = number;
    }
  return sole ?? only;
}

type Of = (contract: string | null) => string | null;

/** Which contract's month of work a line is of. */
const placeOf = (contract: string | null, from: string) => `${from.slice(0, 7)} ${contract ?? ''}`;

function* grossOf(payment: Payment, of: Of): Generator<PaymentLine> {
  const told = new Set<string>();
  for (const { code, contract, from, until, amount } of payment.bases) {
    if (code !== UNCAPPED_BASE || amount === null) continue;
    told.add(placeOf(of(contract), from));
    yield { kind: 'gross', contract: of(contract), code: null, from, until, amount };
  }
  for (const { type, contract, from, until, amount } of payment.remunerations) {
    if (type !== UNCAPPED_PAY) continue;
    if (told.has(placeOf(of(contract), from)) || told.has(placeOf(null, from))) continue;
    yield { kind: 'gross', contract: of(contract), code: null, from, until, amount };
  }
}

function* hoursOf(payment: Payment, of: Of): Generator<PaymentLine> {
  const told = new Map<string, string>();
  for (const pay of inOrder(payment.remunerations)) {
    const amount = workedHours(pay);
    if (amount === null) continue;
    const { type, from, until } = pay;
    const contract = of(pay.contract);
    const place = `${placeOf(contract, from)} ${from}`;
    if ((told.get(place) ?? type) !== type) continue;
    told.set(place, type);
    yield { kind: 'hours', contract, code: null, from, until, amount };
  }
}

const rankOf = ({ type }: Remuneration) =>
  HOURS_UNDER.includes(type) ? HOURS_UNDER.indexOf(type) : HOURS_UNDER.length;

/** Those with activities first: `hours` (.012) is of overtime, and of base pay where an employer says it there. */
function inOrder(remunerations: readonly Remuneration[]): readonly Remuneration[] {
  const said = ({ activities }: Remuneration) => (activities.length > 0 ? 0 : 1);
  return remunerations
    .filter(({ type }) => HOURS_UNDER.includes(type))
    .toSorted((one, other) => said(one) - said(other) || rankOf(one) - rankOf(other));
}

function workedHours({ activities, hours }: Remuneration): number | null {
  const worked = activities.filter(({ type, unit }) => type === WORK && (unit ?? HOUR) === HOUR);
  if (worked.length > 0) return worked.reduce((sum, { measure }) => sum + measure, 0);
  return activities.length > 0 ? null : hours;
}
