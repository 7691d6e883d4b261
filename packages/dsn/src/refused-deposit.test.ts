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
import { eventsOf, kept, refusalsIn } from './testing/reading.ts';

const DEPOSIT = framed([...HEADER, ...DECLARATION]);

/** Refusals as `line rubrique rule`. */
const toldOf = (lines: readonly string[]) =>
  refusalsIn(eventsOf(fileOf(lines))).map(({ line, rubrique, rule }) => `${line} ${rubrique} ${rule}`);

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
    [
      'block-without-parent',
      '35 S21.G00.53.001',
      framed([...HEADER, ...DECLARATION, ...PERSON, "S21.G00.53.001,'01'", "S21.G00.53.002,'1'"]),
    ],
    ['block-without-parent', '17 S21.G00.30.001', inPerson('S21.G00.11.001')],
    // No rubrique: S90 does not count it.
    ['malformed-line', '22 null', DEPOSIT.toSpliced(21, 0, '')],
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

  it('for what a whole individual after a line that was lost lacks, and not for what the line may have held', () => {
    const without = otherwise(PAYMENT, 'S21.G00.50.001');
    const lost = otherwise(PAYMENT, 'S21.G00.50.001', '?');
    const whole = [...PERSON, ...CONTRACT, ...PAYMENT];
    const people = [...PERSON, ...CONTRACT, ...lost, ...whole, ...PERSON, ...CONTRACT, ...without];
    expect(toldOf(framed([...HEADER, ...HEAD, ...people]))).toEqual([
      '24 null malformed-line',
      '52 S21.G00.50.001 missing-rubrique',
    ]);
  });

  it('for an individual of more than 100,000 blocks, which would have to be held at once', () => {
    const activity = ["S21.G00.53.001,'01'", "S21.G00.53.002,'1'"];
    const lines = framed([...HEADER, ...DECLARATION, ...Array<string[]>(100_000).fill(activity).flat()]);
    expect(toldOf(lines)).toHaveLength(1);
    expect(toldOf(lines)[0]).toContain('too-many-blocks');
  });

  it('for a line that is too long, of which nobody looks at the end', () => {
    const lines = inPerson('S21.G00.30.002', `S21.G00.30.002,'${'A'.repeat(9000)}œ'`);
    const bytes = fileOf(lines);
    expect(toldOf(lines)).toEqual(['19 null line-too-long']);
    expect(eventsOf(...Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)))).toEqual(eventsOf(bytes));
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
    // Lines that end in CR alone are one long line.
    [
      'forbidden-character',
      '1 null',
      [inPerson('S21.G00.30.002', `S21.G00.30.002,'é'`).join('\r').padEnd(5000)],
    ],
    [
      'not-latin-1',
      '19 null',
      inPerson('S21.G00.30.002', `S21.G00.30.002,'A${'\u00c3\u0089'.repeat(3000)}'`),
    ],
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
    const before = inPerson('S21.G00.30.002', "S21.G00.30.002,'é'");
    expect(toldOf(otherwise(before, 'S21.G00.40.009', "S21.G00.40.009,'Ã©'"))).toEqual([]);
    const after = inPerson('S21.G00.30.002', "S21.G00.30.002,'Ã©'");
    expect(toldOf(otherwise(after, 'S21.G00.40.009', "S21.G00.40.009,'é'"))).toEqual([]);
  });

  it('though it may do so in one line', () => {
    const lines = inPerson('S21.G00.30.002', "S21.G00.30.002,'Ã© é'");
    expect(kept(eventsOf(fileOf(lines))).outcome).toBe('taken');
  });
});
