/** Any deposit that can be written, small. Its persons were born in a month and a year 99. */
import fc from 'fast-check';
import type { Contract, Declaration, Deposit, Individual, Payment } from '../model.ts';

/** A deposit whose lists are there to be looked at again. */
export type SmallDeposit = Omit<Deposit, 'declarations'> & {
  declarations: (Omit<Declaration, 'individuals'> & { individuals: Individual[] })[];
};

const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 3 });

const digits = (length: number) =>
  fc.nat(10 ** length - 1).map((number) => String(number).padStart(length, '0'));

/** Letters beyond ASCII begin at À: what can never be taken for UTF-8. */
const CHARACTERS = `ABCxyz0189 '",.;-_/\\ÀÉÔÿç`;
const characters = fc.nat(CHARACTERS.length - 1).map((at) => CHARACTERS.charAt(at));
const text = (longest: number) =>
  fc
    .array(characters, { minLength: 1, maxLength: longest, size: 'xsmall' })
    .map((each) => each.join(''))
    .filter((one) => one.trim() !== '');

const code = (length: number) =>
  fc
    .array(
      fc.nat(11).map((at) => '0123456789AZ'.charAt(at)),
      { minLength: length, maxLength: length },
    )
    .map((each) => each.join(''));

const day = fc
  .nat(73_000)
  .map((number) => new Date(Date.UTC(1900, 0, 1 + number)).toISOString().slice(0, 10));
const month = day.map((date) => date.slice(0, 7));
/** As long as the shortest rubrique allows, point and minus counted. */
const amount = fc.oneof(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.constantFrom(0, 1, -1, 99, -100));
const hours = fc.integer({ min: -99_999, max: 999_999 });

const nir = fc
  .tuple(fc.constantFrom('199', '299'), fc.constantFrom('9910', '992A', '992B', '9999'), digits(6))
  .map((parts) => parts.join(''));

const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 2 });

const contract: fc.Arbitrary<Contract> = fc.record({
  number: text(20),
  from: day,
  nature: orNull(code(2)),
  policy: orNull(code(2)),
  plannedUntil: orNull(day),
  unit: orNull(code(2)),
  referenceQuota: orNull(hours),
  quota: orNull(hours),
  workTime: orNull(code(2)),
  workplace: orNull(text(14)),
  changes: fc.uniqueArray(
    fc.record({
      on: day,
      formerNature: orNull(code(2)),
      formerQuota: orNull(hours),
      formerSiret: orNull(digits(14)),
      formerNumber: orNull(text(20)),
      formerFrom: orNull(day),
      recalculatedFrom: orNull(day),
    }),
    { selector: ({ on }) => on, maxLength: 2 },
  ),
  leaves: few(
    fc.record({
      motive: code(2),
      lastWorkedOn: day,
      plannedUntil: orNull(day),
      subrogation: orNull(code(2)),
      resumedOn: orNull(day),
    }),
  ),
  ends: few(fc.record({ on: day, motive: code(3) })),
  suspensions: few(fc.record({ motive: code(3), from: day, until: orNull(day) })),
});

const period = { from: day, until: day };
const beside = (typeLength: number) =>
  fc.record({
    type: code(typeLength),
    amount,
    from: orNull(day),
    until: orNull(day),
    contract: orNull(text(20)),
  });

const payment: fc.Arbitrary<Payment> = fc.record({
  paidOn: day,
  number: orNull(fc.nat(99)),
  netTaxable: orNull(amount),
  netPaid: orNull(amount),
  withheldTax: orNull(amount),
  remunerations: few(
    fc.record({
      ...period,
      contract: text(20),
      type: code(3),
      hours: orNull(hours),
      amount,
      activities: few(fc.record({ type: code(2), measure: hours, unit: orNull(code(2)) })),
    }),
  ),
  bonuses: few(beside(3)),
  otherIncomes: few(beside(2)),
  taxCorrections: few(fc.record({ month, type: code(2), netTaxable: orNull(amount) })),
  nets: few(fc.record({ type: code(2), ...period, amount })),
  bases: few(
    fc.record({
      code: code(2),
      ...period,
      amount: orNull(amount),
      contract: orNull(text(20)),
      crm: orNull(text(18)),
    }),
  ),
});

const individual: fc.Arbitrary<Individual> = fc
  .record({
    line: fc.constant(0),
    nir: orNull(nir),
    ntt: orNull(text(40)),
    identityChanges: fc.uniqueArray(fc.record({ on: day, formerNir: orNull(nir) }), {
      selector: ({ on }) => on,
      maxLength: 2,
    }),
    contracts: few(contract),
    payments: fc.uniqueArray(payment, { selector: ({ paidOn }) => paidOn, maxLength: 2 }),
  })
  .filter((one) => one.nir !== null || one.ntt !== null)
  .filter((one) => one.identityChanges.length + one.contracts.length + one.payments.length > 0);

const declaration = fc
  .record({
    line: fc.constant(0),
    nature: fc.constantFrom('01', '01', '01', '04', '05', '07', '08', '09', '10'),
    type: fc.constantFrom('01', '02', '03', '04', '05'),
    fraction: digits(2),
    order: fc.maxSafeNat().map((number) => number % 10 ** 15),
    month,
    declaredOn: day,
    scope: fc.constantFrom('01', '02', '03'),
    cancelledId: orNull(text(23)),
    businessId: orNull(text(15)),
    substitution: orNull(code(2)),
    siret: digits(14),
    individuals: fc.uniqueArray(individual, {
      selector: ({ nir: one, ntt }) => `${one} ${ntt}`,
      maxLength: 2,
    }),
  } as const)
  // Of an announced hire, only the head is read.
  .map((one) => (one.nature === '10' ? { ...one, month: null, individuals: [] } : one))
  .map((one) => (one.nature === '07' ? { ...one, month: null, scope: null } : one));

export const arbitraryDeposit: fc.Arbitrary<SmallDeposit> = fc.record({
  norm: fc.constantFrom('P25V01', 'P26V01'),
  test: fc.constant(false),
  type: orNull(fc.constantFrom('01', '02')),
  point: orNull(fc.constantFrom('01', '02')),
  senderSiren: orNull(digits(9)),
  senderNic: orNull(digits(5)),
  declarations: fc.array(declaration, { maxLength: 2 }),
} as const);
