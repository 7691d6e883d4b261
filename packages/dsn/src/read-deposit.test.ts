import { describe, expect, it } from 'vitest';
import {
  CONTRACT,
  DECLARATION,
  fileOf,
  framed,
  HEAD,
  HEADER,
  otherwise,
  PAYMENT,
  PERSON,
} from './testing/lines.ts';
import { collected, eventsOf, kept, latin1, refusalsIn } from './testing/reading.ts';

const DEPOSIT = framed([...HEADER, ...DECLARATION]);

const read = (lines: readonly string[]) => kept(eventsOf(fileOf(lines)));
const personIn = (lines: readonly string[]) => read(lines).deposits[0]?.declarations[0]?.individuals[0];
const paymentIn = (lines: readonly string[]) => personIn(lines)?.payments[0];

/** Refusals as `line rubrique rule`. */
const toldOf = (lines: readonly string[]) =>
  refusalsIn(eventsOf(fileOf(lines))).map(({ line, rubrique, rule }) => `${line} ${rubrique} ${rule}`);

describe('a deposit', () => {
  it('is told as its header, its declarations, their individuals and what was counted', () => {
    const events = eventsOf(fileOf(DEPOSIT));
    expect(events.map(({ kind }) => kind)).toEqual([
      'deposit',
      'declaration',
      'individual',
      'declaration-end',
      'deposit-end',
    ]);
    expect(events[0]).toEqual({
      kind: 'deposit',
      header: {
        norm: 'P26V01',
        test: false,
        type: '01',
        point: '01',
        senderSiren: '999999999',
        senderNic: '00011',
      },
    });
    expect(events[1]).toMatchObject({
      header: { line: 8, nature: '01', month: '2026-03', declaredOn: '2026-04-02', siret: '99999999900011' },
    });
    expect(events[2]).toMatchObject({
      individual: {
        line: 18,
        nir: '1999999000001',
        ntt: null,
        contracts: [{ number: '0042', from: '2019-09-01', nature: '01', policy: null }],
        payments: [{ paidOn: '2026-03-28', netTaxable: 190_050, netPaid: 185_025, withheldTax: null }],
      },
    });
    expect(events.at(-1)).toEqual({
      kind: 'deposit-end',
      counts: { declarations: 1, individuals: 1, payments: 1 },
      ignored: 0,
    });
  });

  it('may end its lines by LF, and lack the last line end', () => {
    const whole = eventsOf(fileOf(DEPOSIT));
    expect(eventsOf(fileOf(DEPOSIT, '\n'))).toEqual(whole);
    expect(eventsOf(latin1(DEPOSIT.join('\r\n')))).toEqual(whole);
    expect(eventsOf(latin1(`${DEPOSIT.join('\n')}\n\r\n`))).toEqual(whole);
  });

  it('may be of the norm of the year before', () => {
    const lines = otherwise(DEPOSIT, 'S10.G00.00.006', "S10.G00.00.006,'P25V01'");
    expect(read(lines).deposits[0]?.norm).toBe('P25V01');
  });

  it('that is a test is read as any other, and nothing in it was declared', () => {
    const test = otherwise(DEPOSIT, 'S10.G00.00.005', "S10.G00.00.005,'01'");
    expect(eventsOf(fileOf(test))).toMatchObject([
      { kind: 'deposit', header: { test: true } },
      { kind: 'deposit-end', counts: { declarations: 0, individuals: 0, payments: 0 } },
    ]);
    const broken = framed(otherwise(test, 'S21.G00.40.009').slice(0, -2));
    expect(toldOf(broken)).toEqual(['21 S21.G00.40.009 missing-rubrique']);
  });

  it('is not read on once it is refused', async () => {
    // eslint-disable-next-line @typescript-eslint/require-await -- a file's stream is asynchronous
    async function* source() {
      yield fileOf(["S20.G00.05.001,'01'"]);
      throw new Error('Read on');
    }
    const events = await collected(source());
    expect(events.map(({ kind }) => kind)).toEqual(['deposit-refused']);
  });

  it('is as unreadable as the disk that it comes from', async () => {
    // eslint-disable-next-line @typescript-eslint/require-await -- a file's stream is asynchronous
    async function* source() {
      yield fileOf(HEADER);
      throw new Error('The disk is gone');
    }
    await expect(collected(source())).rejects.toThrow('The disk is gone');
  });
});

describe('values', () => {
  it('reach to the last quote of their line', () => {
    const lines = otherwise(DEPOSIT, 'S21.G00.40.009', "S21.G00.40.009,''O'CONNOR''");
    expect(personIn(lines)?.contracts[0]?.number).toBe("'O'CONNOR'");
    expect(personIn(otherwise(lines, 'S21.G00.40.009', "S21.G00.40.009,''''"))?.contracts[0]?.number).toBe(
      "''",
    );
  });

  it('may have the letters of ISO-8859-1', () => {
    const lines = otherwise(DEPOSIT, 'S21.G00.40.009', "S21.G00.40.009,'ÉÀÿ ça'");
    expect(personIn(lines)?.contracts[0]?.number).toBe('ÉÀÿ ça');
  });

  it.each([
    ['-12.3', -1230],
    ['0', 0],
    ['-0.00', 0],
    ['007.05', 705],
    ['123456789012', 12_345_678_901_200],
    ['-99999999.99', -9_999_999_999],
  ])('that are amounts become cents: %s', (value, cents) => {
    expect(paymentIn(otherwise(DEPOSIT, 'S21.G00.50.004', `S21.G00.50.004,'${value}'`))?.netPaid).toBe(cents);
  });

  it.each(['1.234', '1,23', '1.', '.5', '-', '+1', '1e3', ' 1', '--1', '1.-1', '0x1'])(
    'that are no amounts are refused: %s',
    (value) => {
      const lines = otherwise(DEPOSIT, 'S21.G00.50.004', `S21.G00.50.004,'${value}'`);
      expect(toldOf(lines)).toEqual(['26 S21.G00.50.004 not-an-amount']);
    },
  );

  it.each(['1999999000001', '199992A000001', '299992B000001', '8999999000001'])(
    'that are NIRs may be of Corsica, or temporary: %s',
    (nir) => {
      expect(personIn(otherwise(DEPOSIT, 'S21.G00.30.001', `S21.G00.30.001,'${nir}'`))?.nir).toBe(nir);
    },
  );

  it.each([
    '199999900000112',
    '199999900001',
    '5999999000001',
    '19999990000A1',
    '199992C000001',
    '1999932A00001',
  ])('that are no NIRs without their key are refused: %s', (nir) => {
    const [told] = toldOf(otherwise(DEPOSIT, 'S21.G00.30.001', `S21.G00.30.001,'${nir}'`));
    expect(told).toMatch(/^18 S21\.G00\.30\.001 (not-a-nir|value-too-long)$/);
  });

  it.each([
    ['29022024', '2024-02-29'],
    ['29022026', undefined],
    ['29022000', '2000-02-29'],
    ['29021900', undefined],
    ['31042026', undefined],
    ['00012026', undefined],
    ['01002026', undefined],
    ['01132026', undefined],
    ['1012026', undefined],
    ['0101202x', undefined],
    ['01011899', undefined],
  ])('that are days must exist: %s', (value, date) => {
    const lines = otherwise(DEPOSIT, 'S21.G00.50.001', `S21.G00.50.001,'${value}'`);
    expect(toldOf(lines)).toEqual(date ? [] : ['24 S21.G00.50.001 not-a-date']);
    expect(paymentIn(lines)?.paidOn).toBe(date);
  });
});

describe('rubriques that nobody knows', () => {
  const unknown = ["S21.G00.30.903,'X'", "S21.G00.99.001,'X'", "S77.G12.34.567,'X'"];

  it('are counted and passed over, wherever they stand', () => {
    const whole = personIn(DEPOSIT);
    for (let at = HEADER.length + 1; at < DEPOSIT.length - 2; at += 1) {
      const lines = framed(DEPOSIT.slice(0, -2).toSpliced(at, 0, ...unknown));
      const events = eventsOf(fileOf(lines));
      expect(events.at(-1)).toMatchObject({ kind: 'deposit-end', ignored: 3 });
      expect({ ...personIn(lines), line: 0 }).toEqual({ ...whole, line: 0 });
    }
  });

  it('are those of another year, too', () => {
    const of = (norm: string) =>
      eventsOf(
        fileOf(
          framed([
            ...otherwise(HEADER, 'S10.G00.00.006', `S10.G00.00.006,'${norm}'`),
            ...HEAD,
            ...PERSON,
            "S21.G00.30.030,'12345678901234'",
            ...CONTRACT,
            ...PAYMENT,
          ]),
        ),
      ).at(-1);
    expect(of('P25V01')).toMatchObject({ ignored: 1 });
    expect(of('P26V01')).toMatchObject({ ignored: 0 });
  });

  it('surround the deposits that funds hand on, several in a file', () => {
    const lot = ["S05.G51.00.001,'V01R02'", "S06.G51.00.001,'DSNOK'"];
    const end = ["S96.G51.00.001,'FINSL'", "S95.G51.00.002,'2'"];
    const { deposits, counts, outcome } = read([...lot, ...DEPOSIT, ...DEPOSIT, ...end]);
    expect(outcome).toBe('taken');
    expect(deposits).toHaveLength(2);
    expect(counts).toEqual({ declarations: 2, individuals: 2, payments: 2 });
    expect(toldOf([...lot, ...DEPOSIT, ...DECLARATION])).toEqual([
      `${DEPOSIT.length + 3} S20.G00.05.001 header-missing`,
    ]);
  });

  it('may have been counted with the deposit that they stand before', () => {
    const lot = "S05.G51.00.001,'V01R02'";
    expect(read(framed([lot, ...HEADER, ...DECLARATION])).outcome).toBe('taken');
  });
});

describe('a correction of tax', () => {
  const of = (month: string) => [
    `S21.G00.56.001,'${month}'`,
    "S21.G00.56.002,'01'",
    "S21.G00.56.003,'-120.50'",
    "S21.G00.56.007,'-6.02'",
  ];

  it('names the month that was wrong, and by how much', () => {
    expect(paymentIn(framed([...HEADER, ...DECLARATION, ...of('042026')]))?.taxCorrections).toEqual([
      { month: '2026-04', type: '01', netTaxable: -12_050 },
    ]);
  });

  it.each(['132026', '002026', '041899', '01042026', '4 2026'])('is refused for %s', (month) => {
    const refused = toldOf(framed([...HEADER, ...DECLARATION, ...of(month)]));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(/S21\.G00\.56\.001 (not-a-month|value-too-long)$/);
  });
});

describe('the tree', () => {
  it('hangs each block from the latest that it can belong to', () => {
    const second = otherwise(CONTRACT, 'S21.G00.40.009', "S21.G00.40.009,'0043'");
    const person = personIn(
      framed([
        ...HEADER,
        ...HEAD,
        ...PERSON,
        "S21.G00.31.001,'01032026'",
        "S21.G00.31.008,'2999999000001'",
        ...CONTRACT,
        "S21.G00.60.001,'01'",
        "S21.G00.60.002,'09032026'",
        "S21.G00.62.001,'31032026'",
        "S21.G00.62.002,'099'",
        ...second,
        "S21.G00.65.001,'200'",
        "S21.G00.65.002,'16032026'",
        ...PAYMENT,
        "S21.G00.53.001,'01'",
        "S21.G00.53.002,'151.67'",
        ...PAYMENT.slice(3),
        "S21.G00.58.001,'01032026'",
        "S21.G00.58.002,'31032026'",
        "S21.G00.58.003,'03'",
        "S21.G00.58.004,'-1870.00'",
        ...PAYMENT,
      ]),
    );
    expect(person).toMatchObject({
      identityChanges: [{ on: '2026-03-01', formerNir: '2999999000001' }],
      contracts: [
        {
          number: '0042',
          leaves: [{ motive: '01', lastWorkedOn: '2026-03-09' }],
          ends: [{ on: '2026-03-31', motive: '099' }],
          suspensions: [],
        },
        { number: '0043', leaves: [], suspensions: [{ motive: '200', from: '2026-03-16', until: null }] },
      ],
      payments: [
        {
          remunerations: [{ activities: [{ type: '01', measure: 15_167, unit: null }] }, { activities: [] }],
          nets: [{ type: '03', amount: -187_000 }],
        },
        { remunerations: [{ activities: [] }], nets: [] },
      ],
    });
  });

  it('lets individuals follow each other', () => {
    const ntt = ["S21.G00.30.020,'1999999999EXEMPLE'", ...CONTRACT];
    const { counts, deposits } = read(
      framed([...HEADER, ...HEAD, ...PERSON, ...CONTRACT, ...ntt, ...PERSON]),
    );
    expect(counts.individuals).toBe(3);
    expect(deposits[0]?.declarations[0]?.individuals.map(({ nir, ntt: one }) => [nir, one])).toEqual([
      ['1999999000001', null],
      [null, '1999999999EXEMPLE'],
      ['1999999000001', null],
    ]);
  });

  it('of an announced hire are counted, and not looked at', () => {
    const hire = otherwise(otherwise(HEAD, 'S20.G00.05.001', "S20.G00.05.001,'10'"), 'S20.G00.05.005');
    const nameless = ["S21.G00.30.002,'EXEMPLE'", "S21.G00.30.901,'1'", "S21.G00.30.006,'01991999'"];
    const events = eventsOf(
      fileOf(framed([...HEADER, ...hire, ...nameless, ...nameless, "S21.G00.40.001,'01092026'", ...PAYMENT])),
    );
    expect(events.map(({ kind }) => kind)).toEqual([
      'deposit',
      'declaration',
      'declaration-end',
      'deposit-end',
    ]);
    expect(events.at(-1)).toMatchObject({ counts: { declarations: 1, individuals: 2, payments: 1 } });
  });
});
