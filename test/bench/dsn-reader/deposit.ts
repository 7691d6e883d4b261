import { open } from 'node:fs/promises';
import type { Declaration, Individual, Payment } from '@mds-kit/dsn/model';
import { writeDeposit } from '@mds-kit/dsn/write-deposit';

const MONTH = '2026-03';
const FROM = `${MONTH}-01`;
const UNTIL = `${MONTH}-31`;
const PAID_ON = `${MONTH}-28`;
const PERSONS_PER_DECLARATION = 500;

/** Spreads like chance, and is the same on each machine. */
const spread = (seed: number, below: number) => (Math.imul(seed + 1, 2_654_435_761) >>> 8) % below;

const period = { from: FROM, until: UNTIL };

function paymentOf(seed: number, contract: string): Payment {
  const gross = 180_000 + spread(seed, 400_000);
  const share = (of: number) => Math.round(gross * of);
  const base = (code: string, amount: number) => ({ code, ...period, amount, contract, crm: null });
  const remuneration = (type: string, amount: number, hours: number | null) => ({
    ...period,
    contract,
    type,
    hours,
    amount,
    activities: type === '002' ? [{ type: '01', measure: 15_167, unit: '10' }] : [],
  });
  return {
    paidOn: PAID_ON,
    number: 1,
    netTaxable: share(0.81),
    netPaid: share(0.78),
    withheldTax: share(0.05),
    remunerations: [
      remuneration('001', gross, null),
      remuneration('002', gross, null),
      remuneration('003', gross, null),
      remuneration('010', gross, 15_167),
    ],
    bonuses: seed % 3 === 0 ? [{ type: '026', amount: share(0.1), from: FROM, until: UNTIL, contract }] : [],
    otherIncomes: [{ type: '18', amount: 4_320, from: FROM, until: UNTIL, contract }],
    taxCorrections: [],
    nets: [{ type: '03', ...period, amount: share(0.79) }],
    bases: [base('02', gross), base('03', gross), base('04', share(0.98)), base('07', gross)],
  };
}

/** Somebody born in month 99 of the year 99, who cannot be. */
function individualOf(seed: number): Individual {
  const number = String(10_000 + (seed % 90_000));
  return {
    line: 0,
    nir: `19999${String(10_000_000 + seed).slice(-8)}`,
    ntt: null,
    identityChanges: [],
    contracts: [
      {
        number,
        from: '2019-09-02',
        nature: seed % 7 === 0 ? '02' : '01',
        policy: '99',
        plannedUntil: null,
        unit: '10',
        referenceQuota: 15_167,
        quota: 15_167,
        workTime: '10',
        workplace: '99999999900011',
        changes: [],
        leaves: [],
        ends: [],
        suspensions: [],
      },
    ],
    payments: [paymentOf(seed, number)],
  };
}

function* declarations(persons: number): Generator<Declaration> {
  for (let first = 0; first < persons; first += PERSONS_PER_DECLARATION) {
    const amount = Math.min(PERSONS_PER_DECLARATION, persons - first);
    yield {
      line: 0,
      nature: '01',
      type: '01',
      fraction: '11',
      order: 1,
      month: MONTH,
      declaredOn: '2026-04-02',
      scope: '01',
      cancelledId: null,
      businessId: null,
      substitution: null,
      siret: `999999${String(10_000_000 + first).slice(-8)}`,
      individuals: Array.from({ length: amount }, (_, index) => individualOf(first + index)),
    };
  }
}

/** What a real deposit has besides: names, addresses, codes that nobody here reads, contributions. */
const BESIDE: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  individual: [
    ['S21.G00.30.002', "D'EXEMPLE"],
    ['S21.G00.30.004', 'Hélène, Zoé'],
    ['S21.G00.30.006', '01011970'],
    ['S21.G00.30.007', 'ICI'],
    ['S21.G00.30.008', '1 RUE DE LA RÉPUBLIQUE'],
    ['S21.G00.30.009', '99000'],
    ['S21.G00.30.010', 'AILLEURS'],
    ['S21.G00.30.014', '99'],
    ['S21.G00.30.015', 'FR'],
    ['S21.G00.30.019', '00001'],
  ],
  contract: [
    ['S21.G00.40.002', '06'],
    ['S21.G00.40.003', '04'],
    ['S21.G00.40.004', '561f'],
    ['S21.G00.40.006', 'Employée'],
    ['S21.G00.40.016', '99'],
    ['S21.G00.40.017', '1501'],
    ['S21.G00.40.018', '200'],
    ['S21.G00.40.020', '200'],
    ['S21.G00.40.024', '99'],
    ['S21.G00.40.026', '99'],
    ['S21.G00.40.036', '01'],
    ['S21.G00.40.037', '01'],
    ['S21.G00.70.012', '1'],
    ['S21.G00.70.013', '100'],
  ],
  base: [
    ['S21.G00.81.001', '045'],
    ['S21.G00.81.002', '78861779300013'],
    ['S21.G00.81.003', '2512.34'],
    ['S21.G00.81.004', '101.12'],
    ['S21.G00.81.007', '4.00'],
    ['S21.G00.81.001', '076'],
    ['S21.G00.81.003', '2512.34'],
    ['S21.G00.81.004', '12.50'],
  ],
};

export type Written = { bytes: number; lines: number; persons: number };

/** A month of so many persons, some hundred lines each, as payroll programs write them. */
export async function writeBenchDeposit(path: string, persons: number): Promise<Written> {
  await using file = await open(path, 'w');
  const deposit = {
    norm: 'P26V01',
    test: false,
    type: '01',
    point: '01',
    senderSiren: '999999999',
    senderNic: '00011',
    declarations: declarations(persons),
  } as const;
  const written = { bytes: 0, lines: 0, persons };
  for (const piece of writeDeposit(deposit, { beside: (block) => BESIDE[block] ?? [] })) {
    await file.write(piece);
    written.bytes += piece.length;
    for (const byte of piece) if (byte === 0x0a) written.lines += 1;
  }
  return written;
}
