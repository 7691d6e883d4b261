import { describe, expect, it } from 'vitest';
import type { Rule } from './refusals.ts';
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
import { eventsOf, kept, latin1, refusalsIn, streamed } from './testing/reading.ts';

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
    const before = fileOf(["S20.G00.05.001,'01'"]);
    expect(refusalsIn(await streamed([before, fileOf(DEPOSIT)]))).toMatchObject([{ rule: 'header-missing' }]);
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

  it('of an announced hire is not looked at', () => {
    const hire = otherwise(otherwise(HEAD, 'S20.G00.05.001', "S20.G00.05.001,'10'"), 'S20.G00.05.005');
    const events = eventsOf(fileOf(framed([...HEADER, ...hire, ...PERSON, "S21.G00.40.001,'01092026'"])));
    expect(events.map(({ kind }) => kind)).toEqual([
      'deposit',
      'declaration',
      'declaration-end',
      'deposit-end',
    ]);
  });
});

type Broken = readonly [rule: Rule, told: string, lines: readonly string[]];

const inPerson = (rubrique: string, ...instead: readonly string[]) =>
  framed([...HEADER, ...otherwise(DECLARATION, rubrique, ...instead)]);
const inHeader = (rubrique: string, ...instead: readonly string[]) =>
  framed([...otherwise(HEADER, rubrique, ...instead), ...DECLARATION]);

describe('one declaration is refused', () => {
  const BROKEN: readonly Broken[] = [
    ['malformed-line', '22 null', inPerson('S21.G00.40.007', "S21.G00.40.007;'01'")],
    ['malformed-line', '22 null', inPerson('S21.G00.40.007', "S21.G00.40.007,'01")],
    ['malformed-line', '22 null', inPerson('S21.G00.40.007', "S21.G00.40.007,'")],
    ['malformed-line', '22 null', inPerson('S21.G00.40.007', '')],
    ['malformed-line', '22 null', inPerson('S21.G00.40.007', "s21.G00.40.007,'01'")],
    ['malformed-line', '22 null', inPerson('S21.G00.40.007', "S21.G00.4x.007,'01'")],
    ['malformed-line', '23 null', inPerson('S21.G00.40.009', "S21.G00.40.009 '0042'")],
    ['malformed-line', '18 null', inPerson('S21.G00.30.001', '1999999000001')],
    ['line-too-long', '19 null', inPerson('S21.G00.30.002', `S21.G00.30.002,'${'A'.repeat(4080)}'`)],
    ['empty-value', '19 S21.G00.30.002', inPerson('S21.G00.30.002', "S21.G00.30.002,''")],
    ['empty-value', '23 S21.G00.40.009', inPerson('S21.G00.40.009', "S21.G00.40.009,'  '")],
    ['value-too-long', '23 S21.G00.40.009', inPerson('S21.G00.40.009', `S21.G00.40.009,'${'4'.repeat(21)}'`)],
    ['not-digits', '16 S21.G00.06.001', inPerson('S21.G00.06.001', "S21.G00.06.001,'99999999'")],
    ['not-digits', '11 S20.G00.05.004', inPerson('S20.G00.05.004', "S20.G00.05.004,'1A'")],
    ['not-a-code', '22 S21.G00.40.007', inPerson('S21.G00.40.007', "S21.G00.40.007,'0a'")],
    ['not-a-month', '12 S20.G00.05.005', inPerson('S20.G00.05.005', "S20.G00.05.005,'02032026'")],
    ['unknown-nature', '8 S20.G00.05.001', inPerson('S20.G00.05.001', "S20.G00.05.001,'02'")],
    ['unknown-type', '9 S20.G00.05.002', inPerson('S20.G00.05.002', "S20.G00.05.002,'06'")],
    ['unknown-scope', '14 S20.G00.05.008', inPerson('S20.G00.05.008', "S20.G00.05.008,'04'")],
    [
      'currency-not-euro',
      '15 S20.G00.05.010',
      inPerson('S20.G00.05.008', "S20.G00.05.008,'01'", "S20.G00.05.010,'02'"),
    ],
    ['missing-rubrique', '8 S20.G00.05.005', inPerson('S20.G00.05.005')],
    ['missing-rubrique', '8 S20.G00.05.008', inPerson('S20.G00.05.008')],
    ['missing-rubrique', '8 S20.G00.05.003', inPerson('S20.G00.05.003')],
    ['missing-rubrique', '21 S21.G00.40.009', inPerson('S21.G00.40.009')],
    ['missing-rubrique', '27 S21.G00.51.013', inPerson('S21.G00.51.013')],
    ['missing-identifier', '18 S21.G00.30.001', inPerson('S21.G00.30.001')],
    ['missing-establishment', '8 S21.G00.11.001', framed([...HEADER, ...HEAD.slice(0, -1)])],
    [
      'repeated-rubrique',
      '15 S20.G00.05.008',
      inPerson('S20.G00.05.008', ...Array<string>(2).fill("S20.G00.05.008,'01'")),
    ],
    [
      'repeated-rubrique',
      '18 S21.G00.11.001',
      inPerson('S21.G00.11.001', ...Array<string>(2).fill("S21.G00.11.001,'00011'")),
    ],
    [
      'repeated-rubrique',
      '25 S21.G00.50.001',
      inPerson('S21.G00.50.001', ...Array<string>(2).fill("S21.G00.50.001,'28032026'")),
    ],
    [
      'missing-rubrique',
      '27 S21.G00.50.001',
      inPerson('S21.G00.50.004', ...Array<string>(2).fill("S21.G00.50.004,'1850.25'")),
    ],
    [
      'repeated-block',
      '32 S21.G00.06.001',
      framed([...HEADER, ...DECLARATION, "S21.G00.06.001,'999999999'"]),
    ],
    [
      'block-without-parent',
      '21 S21.G00.60.001',
      inPerson(
        'S21.G00.40.001',
        "S21.G00.60.001,'01'",
        "S21.G00.60.002,'09032026'",
        "S21.G00.40.001,'01092019'",
      ),
    ],
    [
      'block-without-parent',
      '32 S21.G00.62.001',
      framed([...HEADER, ...DECLARATION, "S21.G00.62.001,'31032026'", "S21.G00.62.002,'031'"]),
    ],
    ['block-without-parent', '17 S21.G00.30.001', inPerson('S21.G00.11.001')],
  ];

  it.each(BROKEN)('%s: %s', (rule, told, lines) => {
    const events = eventsOf(fileOf(lines));
    expect(toldOf(lines)[0]).toBe(`${told} ${rule}`);
    // Nothing is told of what only follows from it.
    expect(refusalsIn(events)).toHaveLength(1);
    expect(kept(events)).toMatchObject({
      outcome: 'taken',
      counts: { declarations: 0, individuals: 0, payments: 0 },
    });
  });

  it('while those before and after it are taken', () => {
    const lines = framed([
      ...HEADER,
      ...DECLARATION,
      ...otherwise(DECLARATION, 'S21.G00.40.009'),
      ...DECLARATION,
    ]);
    const events = eventsOf(fileOf(lines));
    expect(events.map(({ kind }) => kind)).toEqual([
      'deposit',
      ...['declaration', 'individual', 'declaration-end'],
      ...['declaration', 'declaration-refused'],
      ...['declaration', 'individual', 'declaration-end'],
      'deposit-end',
    ]);
    expect(kept(events).counts).toEqual({ declarations: 2, individuals: 2, payments: 2 });
  });

  it('with what is wrong in it, up to a hundred', () => {
    const wrong = Array<string>(150).fill('?');
    expect(toldOf(framed([...HEADER, ...DECLARATION, ...wrong]))).toHaveLength(100);
  });

  it('though a line may have 4096 bytes', () => {
    const line = `S21.G00.30.002,'${'A'.repeat(4079)}'`;
    expect(toldOf(inPerson('S21.G00.30.002', line))).toEqual([]);
  });
});

describe('a file is refused whole', () => {
  const cut = DEPOSIT.slice(0, -2);
  const BROKEN: readonly Broken[] = [
    ['not-latin-1', '23 null', inPerson('S21.G00.40.009', "S21.G00.40.009,'\u00c3\u00a9'")],
    ['not-latin-1', '23 null', inPerson('S21.G00.40.009', "S21.G00.40.009,'\u00c3\u0089'")],
    ['forbidden-character', '23 null', inPerson('S21.G00.40.009', "S21.G00.40.009,'œ'")],
    ['forbidden-character', '23 null', inPerson('S21.G00.40.009', "S21.G00.40.009,'0\t1'")],
    ['forbidden-character', '23 null', inPerson('S21.G00.40.009', "S21.G00.40.009,'0\r1'")],
    ['forbidden-character', '23 null', inPerson('S21.G00.40.009', "S21.G00.40.009,'0\u007f1'")],
    ['not-latin-1', '1 null', [`\u00ef\u00bb\u00bf${DEPOSIT[0] ?? ''}`, ...DEPOSIT.slice(1)]],
    ['header-missing', '1 null', []],
    ['header-missing', '1 S20.G00.05.001', framed(DECLARATION)],
    ['header-missing', '1 S10.G00.01.001', framed([...HEADER.slice(5), ...DECLARATION])],
    ['missing-rubrique', '1 S10.G00.00.006', inHeader('S10.G00.00.006')],
    ['unknown-norm', '3 S10.G00.00.006', inHeader('S10.G00.00.006', "S10.G00.00.006,'P24V01'")],
    ['unknown-purpose', '2 S10.G00.00.005', inHeader('S10.G00.00.005', "S10.G00.00.005,'03'")],
    ['malformed-line', '6 null', inHeader('S10.G00.01.001', 'S10')],
    [
      'repeated-rubrique',
      '4 S10.G00.00.006',
      inHeader('S10.G00.00.006', ...Array<string>(2).fill("S10.G00.00.006,'P26V01'")),
    ],
    ['line-outside-declaration', '8 S21.G00.06.001', framed([...HEADER, ...HEAD.slice(8), ...DECLARATION])],
    [
      'header-out-of-place',
      '32 S10.G00.01.001',
      framed([...HEADER, ...DECLARATION, "S10.G00.01.001,'999999999'"]),
    ],
    ['footer-missing', '31 null', cut],
    ['footer-missing', '32 null', DEPOSIT.slice(0, -1)],
    ['footer-missing', '20 null', DEPOSIT.slice(0, 20)],
    ['footer-missing', '7 null', HEADER],
    ['rubrique-count', '32 S90.G00.90.001', [...cut, "S90.G00.90.001,'32'", "S90.G00.90.002,'1'"]],
    ['declaration-count', '33 S90.G00.90.002', [...cut, "S90.G00.90.001,'33'", "S90.G00.90.002,'2'"]],
    ['missing-rubrique', '32 S90.G00.90.001', [...cut, "S90.G00.90.002,'1'"]],
    ['after-footer', '34 S21.G00.30.001', [...DEPOSIT, ...PERSON]],
    ['after-footer', '34 S10.G00.00.001', [...DEPOSIT, ...DEPOSIT]],
    ['after-footer', '33 S21.G00.30.001', [...DEPOSIT.slice(0, -1), ...PERSON]],
    ['line-too-long', '8 null', framed([...HEADER, 'A'.repeat(5000), ...DECLARATION])],
  ];

  it.each(BROKEN)('%s: %s', (rule, told, lines) => {
    const events = eventsOf(fileOf(lines));
    expect(toldOf(lines)).toEqual([`${told} ${rule}`]);
    expect(kept(events)).toMatchObject({ outcome: 'refused', deposits: [], counts: { declarations: 0 } });
  });

  it('though ISO-8859-1 may look like UTF-8 here, when it does not there', () => {
    const lines = inPerson('S21.G00.30.002', "S21.G00.30.002,'Ã© é'");
    expect(read(lines).outcome).toBe('taken');
  });
});
