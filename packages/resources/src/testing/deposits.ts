/** Deposits made by hand, of people who do not exist: each helper fills in what a test does not care about. */
import type {
  Base,
  Bonus,
  Contract,
  ContractChange,
  Declaration,
  Individual,
  Leave,
  Norm,
  Payment,
  Remuneration,
} from '@mds-kit/dsn/model';
import { writeDeposit } from '@mds-kit/dsn/write-deposit';
import { firstDay, lastDay, monthsAfter } from '../months/calendar.ts';

let made = 0;

/** Somebody born in month 99, who cannot be. */
export const newNir = (): string => `19999${String(10_000_000 + (made += 1)).slice(-8)}`;

/** An establishment of a company of its own, whose number passes no check. */
export const newSiret = (): string => `9${String(10_000_000 + (made += 1)).slice(-8)}00011`;

/** Euros, so that tests read. */
export const euros = (amount: number): number => Math.round(amount * 100);

export const contract = (change: Partial<Contract> = {}): Contract => ({
  number: '00001',
  from: '2024-01-01',
  nature: '01',
  policy: '99',
  plannedUntil: null,
  unit: '10',
  referenceQuota: 15_167,
  quota: 15_167,
  workTime: '10',
  workplace: null,
  changes: [],
  leaves: [],
  ends: [],
  suspensions: [],
  ...change,
});

export const contractChange = (change: Partial<ContractChange>): ContractChange => ({
  on: '2026-01-01',
  formerNature: null,
  formerQuota: null,
  formerSiret: null,
  formerNumber: null,
  formerFrom: null,
  recalculatedFrom: null,
  ...change,
});

export const leave = (change: Partial<Leave> = {}): Leave => ({
  motive: '01',
  lastWorkedOn: '2026-03-09',
  plannedUntil: '2026-03-20',
  subrogation: '02',
  resumedOn: null,
  ...change,
});

type Worked = { contract?: string; from?: string; until?: string; hours?: number };

/** Gross of one contract and one period, with its hours: S21.G00.51, .53 and .78. */
export function gross(amount: number, worked: Worked & { month: string }) {
  const { contract: number = '00001', month, hours } = worked;
  const period = { from: worked.from ?? firstDay(month), until: worked.until ?? lastDay(month) };
  const pay = (type: string, activities: Remuneration['activities']): Remuneration => ({
    ...period,
    contract: number,
    type,
    hours: null,
    amount,
    activities,
  });
  const worth = hours === undefined ? [] : [{ type: '01', measure: hours, unit: '10' }];
  const base: Base = { code: '03', ...period, amount, contract: number, crm: null };
  return { remunerations: [pay('001', []), pay('002', worth)], bases: [base] };
}

export const netSocial = (amount: number, month: string) => ({
  type: '03',
  from: firstDay(month),
  until: lastDay(month),
  amount,
});

export const bonus = (change: Partial<Bonus>): Bonus => ({
  type: '026',
  amount: euros(500),
  from: null,
  until: null,
  contract: '00001',
  ...change,
});

export const payment = (change: Partial<Payment> & { paidOn: string }): Payment => ({
  number: 1,
  netTaxable: null,
  netPaid: null,
  withheldTax: null,
  remunerations: [],
  bonuses: [],
  otherIncomes: [],
  taxCorrections: [],
  nets: [],
  bases: [],
  ...change,
});

/** A usual month's pay of one contract; the nets follow from the gross. */
export function pay(month: string, amount: number, change: Worked & Partial<Payment> = {}): Payment {
  const { contract: number, from, until, hours = 15_167, ...rest } = change;
  const worked = {
    month,
    hours,
    ...(number !== undefined && { contract: number }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  };
  return payment({
    paidOn: `${month}-28`,
    netTaxable: Math.round(amount * 0.81),
    netPaid: Math.round(amount * 0.78),
    nets: [netSocial(Math.round(amount * 0.79), month)],
    ...gross(amount, worked),
    ...rest,
  });
}

export const individual = (nir: string | null, change: Partial<Individual> = {}): Individual => ({
  line: 0,
  nir,
  ntt: null,
  identityChanges: [],
  contracts: [contract()],
  payments: [],
  ...change,
});

/** The fifth of the month after, the first deadline of a monthly declaration. */
export const declaration = (
  siret: string,
  month: string | null,
  individuals: readonly Individual[],
  change: Partial<Declaration> = {},
): Declaration => ({
  line: 0,
  nature: '01',
  type: '01',
  fraction: '11',
  order: 1,
  month,
  declaredOn: month === null ? '2026-06-15' : `${monthsAfter(month, 1)}-05`,
  scope: month === null ? null : '01',
  cancelledId: null,
  businessId: null,
  substitution: null,
  siret,
  individuals,
  ...change,
});

export function bytesOfDeposit(
  declarations: readonly Declaration[],
  { norm = 'P26V01', test = false }: { norm?: Norm; test?: boolean } = {},
): Uint8Array {
  const header = { norm, test, type: '01', point: '01', senderSiren: '999999999', senderNic: '00011' };
  return Buffer.concat([...writeDeposit({ ...header, declarations })]);
}
