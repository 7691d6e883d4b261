import { BLOCKS, type Block, type BlockName, type Kind, type ValuesOf } from './norms/blocks.ts';
import { LONGEST_LINE } from './lines.ts';
import { messageOf, type Rule } from './refusals.ts';
import { RULE_OF, Values } from './values.ts';

type Beside = (block: BlockName, record: object) => Iterable<readonly [code: string, value: string]>;

const NOT_LATIN_1 = /[^\u0020-\u007e\u00a0-\u00ff]/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MONTH = /^(\d{4})-(\d\d)$/;

/** Blocks as lines, gathered until they are taken. Refuses what a reader would. */
export class LineWriter {
  readonly #beside: Beside;
  readonly #values = new Values();
  readonly #value = new Uint8Array(LONGEST_LINE);
  #bytes = new Uint8Array(1 << 12);

  /** Bytes gathered, and all lines ever written. */
  length = 0;
  lines = 0;

  constructor(beside: Beside) {
    this.#beside = beside;
  }

  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  block<Name extends BlockName>(name: Name, record: ValuesOf<Name>): void {
    const block: Block = BLOCKS[name];
    const own = this.#own(block, record);
    for (const [code, value] of this.#beside(name, record)) own.push([code, value]);
    const inside = ([code]: readonly [string, string]) => code.startsWith(`${block.code}.`);
    const sorted = own.filter(inside).sort(([one], [other]) => (one < other ? -1 : 1));
    for (const [code, value] of sorted) this.#line(code, value);
    for (const pair of own) if (!inside(pair)) this.#line(...pair);
  }

  #own(block: Block, record: Readonly<Record<string, unknown>>): [string, string][] {
    const own: [string, string][] = [];
    for (const [name, { number, kind, length, required }] of Object.entries(block.rubriques)) {
      const code = `${block.code}.${String(number).padStart(3, '0')}`;
      const value = record[name];
      if (value === null) {
        if (required) throw unwritable(code, 'missing-rubrique');
        continue;
      }
      const text = formatted(kind, length, value);
      this.#check(code, kind, length, text);
      own.push([code, text]);
    }
    return own;
  }

  /** By the reader's own eyes, so that whatever is written can be read. */
  #check(code: string, kind: Kind, length: number, text: string): void {
    if (NOT_LATIN_1.test(text)) throw unwritable(code, 'forbidden-character');
    if (text === '') throw unwritable(code, RULE_OF[kind]);
    if (text.length > length) throw unwritable(code, 'value-too-long');
    put(text, this.#value, 0);
    if (this.#values.read(kind, length, this.#value, 0, text.length) === null)
      throw unwritable(code, RULE_OF[kind]);
  }

  #line(code: string, value: string): void {
    if (NOT_LATIN_1.test(value)) throw unwritable(code, 'forbidden-character');
    const line = `${code},'${value}'\r\n`;
    if (this.length + line.length > this.#bytes.length) {
      const larger = new Uint8Array(2 * (this.length + line.length));
      larger.set(this.#bytes.subarray(0, this.length));
      this.#bytes = larger;
    }
    put(line, this.#bytes, this.length);
    this.length += line.length;
    this.lines += 1;
  }
}

/** A character of ISO-8859-1 is its byte. */
function put(text: string, bytes: Uint8Array, start: number): void {
  for (let at = 0; at < text.length; at += 1) bytes[start + at] = text.charCodeAt(at);
}

const unwritable = (code: string, rule: Rule) => new RangeError(`${code}: ${rule}. ${messageOf(rule)}`);

/** The model's value as a deposit has it; empty where it is none of its kind. */
function formatted(kind: Kind, length: number, value: unknown): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) return '';
    return kind === 'amount' ? decimal(value) : String(value);
  }
  if (typeof value !== 'string') return '';
  if (kind === 'date') return DAY.exec(value)?.slice(1).reverse().join('') ?? '';
  if (kind === 'month') return MONTH.test(value) ? value.replace(MONTH, '01$2$1').slice(-length) : '';
  return value;
}

function decimal(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
