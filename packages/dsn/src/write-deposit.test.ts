import { describe, expect, it } from 'vitest';
import type { Individual } from './model.ts';
import type { SmallDeposit } from './testing/arbitrary-deposit.ts';
import { eventsOf, joined, kept, latin1, withoutLines } from './testing/reading.ts';
import { DECLARATION, fileOf, framed, HEADER } from './testing/lines.ts';
import { writeDeposit, type WriteOptions } from './write-deposit.ts';

/** A deposit as the reader gives it. */
function aDeposit(change: (individual: Individual) => void = () => undefined): SmallDeposit {
  const [deposit] = kept(eventsOf(fileOf(framed([...HEADER, ...DECLARATION])))).deposits;
  const individual = deposit?.declarations[0]?.individuals[0];
  if (!deposit || !individual) throw new Error('The example cannot be read');
  change(individual);
  return deposit;
}

const written = (deposit: SmallDeposit, options?: WriteOptions) =>
  String.fromCharCode(...joined(writeDeposit(deposit, options)));

describe('a deposit that is written', () => {
  it('has its rubriques in order, CRLF, and its own lines counted', () => {
    const lines = written(aDeposit()).split('\r\n');
    expect(lines.slice(0, 6)).toEqual([
      "S10.G00.00.005,'02'",
      "S10.G00.00.006,'P26V01'",
      "S10.G00.00.007,'01'",
      "S10.G00.00.008,'01'",
      "S10.G00.01.001,'999999999'",
      "S10.G00.01.002,'00011'",
    ]);
    expect(lines).toContain("S20.G00.05.005,'01032026'");
    expect(lines).toContain("S21.G00.50.002,'1900.50'");
    expect(lines.slice(-3)).toEqual([`S90.G00.90.001,'${lines.length - 1}'`, "S90.G00.90.002,'1'", '']);
  });

  it('says that it is a test', () => {
    const events = eventsOf(latin1(written({ ...aDeposit(), test: true })));
    expect(events[0]).toMatchObject({ header: { test: true } });
  });

  it('takes rubriques along that the model does not have, each in its place', () => {
    const beside: WriteOptions['beside'] = (block) =>
      block === 'individual'
        ? [
            ['S21.G00.34.001', '02'],
            ['S21.G00.30.002', "D'ÉXEMPLE"],
          ]
        : block === 'contract'
          ? [['S21.G00.40.002', '06']]
          : [];
    const text = written(aDeposit(), { beside });
    expect(text).toContain(
      "S21.G00.30.001,'1999999000001'\r\nS21.G00.30.002,'D'ÉXEMPLE'\r\nS21.G00.34.001,'02'\r\nS21.G00.40.001,'01092019'\r\nS21.G00.40.002,'06'",
    );
    expect(kept(eventsOf(latin1(text))).deposits.map(withoutLines)).toEqual([withoutLines(aDeposit())]);
  });

  it('is given out in pieces, while its individuals are made', () => {
    const deposit = aDeposit();
    const [declaration] = deposit.declarations;
    const [individual] = declaration?.individuals ?? [];
    if (!declaration || !individual) throw new Error('The example has nobody');
    let made = 0;
    function* many(one: Individual) {
      for (; made < 2000; made += 1) yield one;
    }
    const pieces = writeDeposit({
      ...deposit,
      declarations: [{ ...declaration, individuals: many(individual) }],
    });
    expect(pieces.next().value?.length).toBeGreaterThan(1000);
    expect(made).toBeLessThan(500);
    expect([...pieces].length).toBeGreaterThan(5);
  });
});

describe('what cannot be written is refused without its value', () => {
  const CANARY = 'QXJKVZ';
  const firstOf = <Value>(values: readonly Value[]) => {
    const [value] = values;
    if (value === undefined) throw new Error('The example lacks one');
    return value;
  };

  it.each<readonly [told: string, change: (individual: Individual) => void]>([
    ['S21.G00.40.009: forbidden-character', ({ contracts }) => (firstOf(contracts).number = `${CANARY}œ`)],
    ['S21.G00.40.009: value-too-long', ({ contracts }) => (firstOf(contracts).number = CANARY.repeat(9))],
    ['S21.G00.40.009: empty-value', ({ contracts }) => (firstOf(contracts).number = '')],
    ['S21.G00.40.009: empty-value', ({ contracts }) => (firstOf(contracts).number = '  ')],
    ['S21.G00.40.007: not-a-code', ({ contracts }) => (firstOf(contracts).nature = 'a')],
    ['S21.G00.50.001: not-a-date', ({ payments }) => (firstOf(payments).paidOn = '2026-02-29')],
    ['S21.G00.50.001: not-a-date', ({ payments }) => (firstOf(payments).paidOn = CANARY)],
    ['S21.G00.50.004: not-an-amount', ({ payments }) => (firstOf(payments).netPaid = 0.5)],
    ['S21.G00.50.004: value-too-long', ({ payments }) => (firstOf(payments).netPaid = 1e15)],
    ['S21.G00.50.003: not-digits', ({ payments }) => (firstOf(payments).number = -1)],
    ['S21.G00.30.001: not-a-nir', (individual) => (individual.nir = '19999')],
    ['S21.G00.30: an individual needs a NIR', (individual) => (individual.nir = null)],
    [
      'S21.G00.30: an individual needs a contract',
      (individual) => (individual.contracts = individual.payments = []),
    ],
  ])('%s', (told, change) => {
    let message = '';
    try {
      written(aDeposit(change));
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
      message = String(error);
    }
    expect(message).toContain(told);
    expect(message).not.toContain(CANARY);
  });

  it('nor is a month without a month', () => {
    const deposit = aDeposit();
    const declarations = deposit.declarations.map((one) => ({ ...one, month: null }));
    expect(() => written({ ...deposit, declarations })).toThrow('S20.G00.05');
  });
});
