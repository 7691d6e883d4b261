/** The frame of a file: header, declarations, footer; and, around deposits that funds hand on, their *lot*. */
import { BlockReader, type BlockSink } from './block-reader.ts';
import { NO_CODE, QUOTE, VALUE_AT } from './code.ts';
import { DECLARATION, DeclarationReader, told } from './declaration-reader.ts';
import type { Counts, DsnEvent } from './events.ts';
import { purposeOf, senderOf, type Purpose, type Sender } from './head.ts';
import { Lines, type LineSink } from './lines.ts';
import { BLOCKS, type BlockName } from './norms/blocks.ts';
import type { BlockLayout } from './norms/layout.ts';
import type { Rule } from './refusals.ts';
import { amount, slotsOf, type Slots } from './slots.ts';

/** Segments of codes: what comes first in `S21.G00.30.001`. */
const SEGMENT = { envelope: 10, business: 21, footer: 90 };
const LOT: readonly number[] = [5, 6, 95, 96];

/** Block and rubriques, as the numbers that their codes are read as. */
const DEPOSIT = 100_000;
const TOTAL_OF_RUBRIQUES = 900_090_001;
const TOTAL_OF_DECLARATIONS = 900_090_002;

const TOTAL = slotsOf(BLOCKS.total.rubriques);

const NO_SENDER: Sender = { senderSiren: null, senderNic: null };

type Phase = 'start' | 'header' | 'declarations' | 'footer' | 'after' | 'over';

/** Reads one file, whose bytes are pushed in order; `take` gives what there is to say since it was last called. */
export class DepositReader implements LineSink, BlockSink {
  readonly #lines = new Lines(this);
  readonly #blocks = new BlockReader(this);
  readonly #declaration = new DeclarationReader(this.#blocks, (event) => {
    this.#say(event);
  });
  #events: DsnEvent[] = [];
  #phase: Phase = 'start';
  readonly #counts: Counts = { declarations: 0, individuals: 0, payments: 0 };
  #ignored = 0;
  #lot = false;

  /** Of the deposit that is being read. */
  #linesBefore = 0;
  #rubriques = 0;
  #emptyLines = 0;
  #declarations = 0;
  #purpose: Purpose | undefined;
  #sender = NO_SENDER;

  push(chunk: Uint8Array): void {
    this.#lines.push(chunk);
  }

  /** There are no more bytes. */
  end(): void {
    this.#lines.end();
    const { number, utf8Since } = this.#lines;
    const last = Math.max(1, number);
    if (utf8Since !== undefined) this.#refuseFile('not-latin-1', utf8Since, null);
    else if (this.#phase === 'start') this.#refuseFile('header-missing', last, null);
    else if (this.#phase !== 'after') this.#refuseFile('footer-missing', last, null);
    this.#say({ kind: 'deposit-end', counts: this.#counts, ignored: this.#ignored });
    this.#phase = 'over';
  }

  /** Whether the file is refused, and nothing more is to be said of it. */
  get isOver(): boolean {
    return this.#phase === 'over';
  }

  take(): readonly DsnEvent[] {
    const events = this.#events;
    if (events.length > 0) this.#events = [];
    return events;
  }

  line(bytes: Uint8Array, start: number, end: number, line: number, code: number): boolean {
    const business = Math.floor(code / 10_000_000) === SEGMENT.business;
    if (business && this.#phase === 'declarations') this.#rubriques += 1;
    else if (this.#stands(code, line, end === start)) this.#rubriques += 1;
    else return this.#phase !== 'over';
    const valueStart = start + VALUE_AT;
    const valueEnd = end - 1;
    if (code === NO_CODE || valueEnd < valueStart || bytes[valueEnd] !== QUOTE) {
      if (end === start) this.#emptyLines += 1;
      this.#lose('malformed-line', line);
    } else if (valueEnd === valueStart) this.refused('empty-value', line, code);
    else if (business && this.#declaration.isPassedOver) this.#passOver(code);
    else if (!this.#blocks.read(code, bytes, valueStart, valueEnd, line)) this.#ignored += 1;
    else if (code === TOTAL_OF_DECLARATIONS) this.#blocks.close();
    return this.#phase !== 'over';
  }

  longLine(line: number, code: number): boolean {
    if (this.#stands(code, line, false)) {
      this.#rubriques += 1;
      this.#lose('line-too-long', line);
    }
    return this.#phase !== 'over';
  }

  wrongCharacters(characters: 'forbidden' | 'utf-8', line: number): void {
    this.#refuseFile(characters === 'utf-8' ? 'not-latin-1' : 'forbidden-character', line, null);
  }

  /** Where a line stands in the frame; false: it is none of a deposit's lines, or the file is refused. */
  #stands(code: number, line: number, empty: boolean): boolean {
    const segment = Math.floor(code / 10_000_000);
    switch (this.#phase) {
      case 'start':
      case 'after':
        return this.#standsBetween(code, segment, line, empty);
      case 'header':
        if (this.#beginsDeclaration(code)) {
          this.#endHeader(line);
          this.#beginDeclaration(line);
        } else if (segment === SEGMENT.footer) {
          this.#endHeader(line);
          if (!this.isOver) this.#phase = 'footer';
        } else if (segment !== SEGMENT.envelope && this.#blocks.knows(code))
          this.#refuseFile('line-outside-declaration', line, code);
        break;
      case 'declarations':
        if (segment === SEGMENT.footer) {
          this.#endDeclaration();
          this.#phase = 'footer';
        } else if (this.#beginsDeclaration(code)) {
          this.#endDeclaration();
          this.#beginDeclaration(line);
        } else if (segment === SEGMENT.envelope && this.#blocks.knows(code))
          this.#refuseFile('header-out-of-place', line, code);
        break;
      case 'footer':
        if (segment !== SEGMENT.footer) this.#refuseFile('after-footer', line, code);
        break;
      case 'over':
    }
    return !this.isOver;
  }

  /** Before the first header and after a footer: nothing, or the lines of a *lot* and the deposits that it holds. */
  #standsBetween(code: number, segment: number, line: number, empty: boolean): boolean {
    const start = this.#phase === 'start';
    if (LOT.includes(segment)) {
      this.#lot = true;
      if (start) this.#linesBefore += 1;
      return false;
    }
    if (!start && empty) return false;
    if (!start && !this.#lot) this.#refuseFile('after-footer', line, code);
    else if (Math.floor(code / 1000) !== DEPOSIT)
      // A byte order mark, for one.
      this.#refuseFile(this.#lines.utf8Since === line ? 'not-latin-1' : 'header-missing', line, code);
    else this.#beginHeader();
    return !this.isOver;
  }

  /** A declaration's first line, or another of its head where no head is being read: the first was lost. */
  #beginsDeclaration(code: number): boolean {
    if (Math.floor(code / 1000) !== DECLARATION || !this.#blocks.knows(code)) return false;
    return code % 1000 === 1 || this.#blocks.prefix !== DECLARATION;
  }

  #beginHeader(): void {
    this.#phase = 'header';
    this.#blocks.reset();
    this.#rubriques = 0;
    this.#emptyLines = 0;
    this.#declarations = 0;
    this.#purpose = undefined;
    this.#sender = NO_SENDER;
  }

  #endHeader(line: number): void {
    this.#blocks.close();
    if (!this.#purpose) {
      this.#refuseFile('header-missing', line, null);
      return;
    }
    this.#blocks.useNorm(this.#purpose.norm);
    this.#say({ kind: 'deposit', header: { ...this.#purpose, ...this.#sender } });
  }

  #beginDeclaration(line: number): void {
    if (this.isOver) return;
    this.#phase = 'declarations';
    this.#blocks.reset();
    this.#declarations += 1;
    this.#declaration.begin(line, this.#purpose?.test !== false);
  }

  #endDeclaration(): void {
    this.#blocks.close();
    const { declarations, individuals, payments } = this.#declaration.end();
    this.#counts.declarations += declarations;
    this.#counts.individuals += individuals;
    this.#counts.payments += payments;
  }

  #passOver(code: number): void {
    this.#ignored += 1;
    this.#declaration.passOver(code);
  }

  opened(block: BlockLayout): void {
    if (this.#phase === 'declarations') this.#declaration.opened(block);
  }

  /** A block is over, and whole. */
  closed(name: BlockName, slots: Slots, line: number): void {
    switch (name) {
      case 'deposit': {
        const purpose = purposeOf(slots);
        if ('rule' in purpose)
          this.refused(purpose.rule, this.#blocks.lineOf(purpose.slot), DEPOSIT * 1000 + purpose.number);
        else this.#purpose = purpose;
        return;
      }
      case 'sender':
        this.#sender = senderOf(slots);
        return;
      case 'total':
        this.#checkTotal(slots);
        return;
      default:
        this.#declaration.closed(name, slots, line);
    }
  }

  refused(rule: Rule, line: number, code: number | null): void {
    if (this.#phase === 'declarations') this.#declaration.refused(rule, line, code);
    else this.#refuseFile(rule, line, code);
  }

  #refuseFile(rule: Rule, line: number, code: number | null): void {
    this.#say({ kind: 'deposit-refused', refusals: [...this.#declaration.refusals, told(rule, line, code)] });
    this.#phase = 'over';
  }

  /** What stood in a line that cannot be read is not known: something may lack for that reason. */
  #lose(rule: Rule, line: number): void {
    this.#blocks.lostLine();
    this.refused(rule, line, null);
  }

  #checkTotal(slots: Slots): void {
    const rubriques = amount(slots, TOTAL.rubriques);
    const counted = [
      this.#rubriques,
      // Whoever put a deposit into a lot may have counted the lines of that before it.
      this.#rubriques + this.#linesBefore,
      // An empty line is none, unless it was emptied.
      this.#rubriques - this.#emptyLines,
    ];
    if (rubriques === null || !counted.includes(rubriques))
      this.#refuseFile('rubrique-count', this.#blocks.lineOf(TOTAL.rubriques), TOTAL_OF_RUBRIQUES);
    else if (amount(slots, TOTAL.declarations) !== this.#declarations)
      this.#refuseFile('declaration-count', this.#blocks.lineOf(TOTAL.declarations), TOTAL_OF_DECLARATIONS);
    else this.#phase = 'after';
  }

  #say(event: DsnEvent): void {
    if (this.#phase !== 'over') this.#events.push(event);
  }
}
