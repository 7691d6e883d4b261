/** The frame of a file: header, declarations, footer; and, around deposits that funds hand on, their *lot*. */
import { BlockReader, type BlockSink } from './block-reader.ts';
import { nameOf, NO_CODE, QUOTE, VALUE_AT } from './code.ts';
import type { Counts, DsnEvent } from './events.ts';
import { headOf, purposeOf, senderOf, type Fault, type Head, type Purpose, type Sender } from './head.ts';
import { Lines, type LineSink } from './lines.ts';
import { BLOCKS, type BlockName } from './norms/blocks.ts';
import type { BlockLayout } from './norms/layout.ts';
import { PassedOver } from './passed-over.ts';
import { People } from './people.ts';
import { refusal, type Refusal, type Rule } from './refusals.ts';
import { amount, slotsOf, sureText, type Slots } from './slots.ts';

/** Segments of codes: what comes first in `S21.G00.30.001`. */
const SEGMENT = { envelope: 10, business: 21, footer: 90 };
const LOT: readonly number[] = [5, 6, 95, 96];

/** Blocks and rubriques, as the numbers that their codes are read as. */
const BLOCK = { deposit: 100_000, sender: 100_001, declaration: 200_005 };
const RUBRIQUE = {
  nic: 210_011_001,
  nir: 210_030_001,
  totalOfRubriques: 900_090_001,
  totalOfDeclarations: 900_090_002,
};

/** Whoever sends thousands of mistakes is told of the first of them. */
const MOST_REFUSALS = 100;

/** Of one individual, in memory at once. A person with a thousand contracts in one month has some ten thousand. */
const MOST_BLOCKS = 100_000;

const INDIVIDUAL_DEPTH = 3;

/** S20.G00.05.001: *déclaration préalable à l'embauche*, of somebody who may have no number and no contract yet. */
const ANNOUNCED_HIRE = '10';

const COMPANY = slotsOf(BLOCKS.company.rubriques);
const ESTABLISHMENT = slotsOf(BLOCKS.establishment.rubriques);
const INDIVIDUAL = slotsOf(BLOCKS.individual.rubriques);
const TOTAL = slotsOf(BLOCKS.total.rubriques);

const NO_SENDER: Sender = { senderSiren: null, senderNic: null };

type Phase = 'start' | 'header' | 'declarations' | 'footer' | 'after' | 'over';

/** Reads one file, whose bytes are pushed in order; `take` gives what there is to say since it was last called. */
export class DepositReader implements LineSink, BlockSink {
  readonly #lines = new Lines(this);
  readonly #blocks = new BlockReader(this);
  readonly #people = new People();
  #events: DsnEvent[] = [];
  #phase: Phase = 'start';
  readonly #counts: Counts = { declarations: 0, individuals: 0, payments: 0 };
  #ignored = 0;
  #lot = false;

  /** Of the deposit that is being read. */
  #linesBefore = 0;
  #rubriques = 0;
  #declarations = 0;
  #purpose: Purpose | undefined;
  #sender = NO_SENDER;

  /** Of the declaration that is being read. */
  #line = 0;
  #head: Head | undefined;
  /** Where no more than its head is of interest. */
  #passed: PassedOver | undefined;
  #siren = '';
  #established = false;
  #refusals: Refusal[] = [];
  #individuals = 0;
  #payments = 0;

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
    if (code === NO_CODE || valueEnd < valueStart || bytes[valueEnd] !== QUOTE)
      this.#lose('malformed-line', line);
    else if (valueEnd === valueStart) this.refused('empty-value', line, code);
    else if (business && this.#passed) this.#passOver(this.#passed, code);
    else if (!this.#blocks.read(code, bytes, valueStart, valueEnd, line)) this.#ignored += 1;
    else if (code === RUBRIQUE.totalOfDeclarations) this.#blocks.close();
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
    else if (Math.floor(code / 1000) !== BLOCK.deposit)
      // A byte order mark, for one.
      this.#refuseFile(this.#lines.utf8Since === line ? 'not-latin-1' : 'header-missing', line, code);
    else this.#beginHeader();
    return !this.isOver;
  }

  /** A declaration's first line, or another of its head where no head is being read: the first was lost. */
  #beginsDeclaration(code: number): boolean {
    if (Math.floor(code / 1000) !== BLOCK.declaration || !this.#blocks.knows(code)) return false;
    return code % 1000 === 1 || this.#blocks.prefix !== BLOCK.declaration;
  }

  #beginHeader(): void {
    this.#phase = 'header';
    this.#blocks.reset();
    this.#rubriques = 0;
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
    this.#line = line;
    this.#head = undefined;
    this.#passed = undefined;
    this.#siren = '';
    this.#established = false;
    this.#refusals = [];
    this.#individuals = 0;
    this.#payments = 0;
  }

  #endDeclaration(): void {
    this.#blocks.close();
    this.#endIndividual();
    if (!this.#established && this.#refusals.length === 0)
      this.refused('missing-establishment', this.#line, RUBRIQUE.nic);
    if (this.#refusals.length > 0) this.#say({ kind: 'declaration-refused', refusals: this.#refusals });
    else if (this.#purpose?.test === false) {
      this.#counts.declarations += 1;
      const counted = { individuals: this.#individuals, payments: this.#payments };
      const { individuals, payments } = this.#passed ?? counted;
      this.#counts.individuals += individuals;
      this.#counts.payments += payments;
      this.#say({ kind: 'declaration-end', individuals, payments });
    }
    this.#refusals = [];
  }

  #passOver(passed: PassedOver, code: number): void {
    this.#ignored += 1;
    if (this.#blocks.knows(code)) passed.pass(code);
  }

  #endIndividual(): void {
    const individual = this.#people.leave();
    if (individual) this.#say({ kind: 'individual', individual });
  }

  opened(block: BlockLayout): void {
    if (block.depth <= INDIVIDUAL_DEPTH) this.#endIndividual();
    // The one whose first line ended the establishment, and so the head.
    this.#passed?.pass(block.prefix * 1000);
  }

  /** A block is over, and whole. */
  closed(name: BlockName, slots: Slots, line: number): void {
    switch (name) {
      case 'deposit': {
        const purpose = purposeOf(slots);
        if ('rule' in purpose) this.#refuseSlot(purpose, BLOCK.deposit);
        else this.#purpose = purpose;
        return;
      }
      case 'sender':
        this.#sender = senderOf(slots);
        return;
      case 'declaration': {
        if (this.#refusals.length > 0) return;
        const head = headOf(slots, line);
        if ('rule' in head) this.#refuseSlot(head, BLOCK.declaration);
        else this.#head = head;
        return;
      }
      case 'company':
        this.#siren = sureText(slots, COMPANY.siren);
        return;
      case 'establishment':
        this.#establish(sureText(slots, ESTABLISHMENT.nic));
        return;
      case 'total':
        this.#checkTotal(slots);
        return;
      default:
        this.#takePerson(name, slots, line);
    }
  }

  refused(rule: Rule, line: number, code: number | null): void {
    if (this.#phase !== 'declarations') {
      this.#refuseFile(rule, line, code);
      return;
    }
    if (this.#refusals.length < MOST_REFUSALS) this.#refusals.push(told(rule, line, code));
    this.#people.leave();
  }

  #refuseFile(rule: Rule, line: number, code: number | null): void {
    this.#say({ kind: 'deposit-refused', refusals: [...this.#refusals, told(rule, line, code)] });
    this.#phase = 'over';
  }

  #refuseSlot({ slot, number, rule }: Fault, block: number): void {
    this.refused(rule, this.#blocks.lineOf(slot), block * 1000 + number);
  }

  /** What stood in a line that cannot be read is not known: something may lack for that reason. */
  #lose(rule: Rule, line: number): void {
    this.#blocks.lostLine();
    this.refused(rule, line, null);
  }

  #establish(nic: string): void {
    this.#established = true;
    const head = this.#head;
    if (!head) return;
    if (head.nature === ANNOUNCED_HIRE) this.#passed = new PassedOver();
    if (this.#isKept())
      this.#say({ kind: 'declaration', header: { ...head, siret: `${this.#siren}${nic}` } });
  }

  #takePerson(name: BlockName, slots: Slots, line: number): void {
    if (this.#passed) return;
    if (name === 'payment') this.#payments += 1;
    else if (name === 'individual') {
      this.#individuals += 1;
      const named = this.#blocks.isFilled(INDIVIDUAL.nir) || this.#blocks.isFilled(INDIVIDUAL.ntt);
      if (!named && !this.#blocks.quiet) this.refused('missing-identifier', line, RUBRIQUE.nir);
    }
    if (!this.#isKept()) return;
    this.#people.take(name, slots, line);
    if (this.#people.blocks > MOST_BLOCKS) this.refused('too-many-blocks', line, null);
  }

  /** Whether anybody wants what is being read: it is no test, and not refused. */
  #isKept(): boolean {
    return this.#refusals.length === 0 && this.#purpose?.test === false;
  }

  #checkTotal(slots: Slots): void {
    const rubriques = amount(slots, TOTAL.rubriques);
    // Whoever put a deposit into a lot may have counted the lines of that before it.
    const agrees = rubriques === this.#rubriques || rubriques === this.#rubriques + this.#linesBefore;
    if (!agrees)
      this.#refuseFile('rubrique-count', this.#blocks.lineOf(TOTAL.rubriques), RUBRIQUE.totalOfRubriques);
    else if (amount(slots, TOTAL.declarations) !== this.#declarations)
      this.#refuseFile(
        'declaration-count',
        this.#blocks.lineOf(TOTAL.declarations),
        RUBRIQUE.totalOfDeclarations,
      );
    else this.#phase = 'after';
  }

  #say(event: DsnEvent): void {
    if (this.#phase !== 'over') this.#events.push(event);
  }
}

const told = (rule: Rule, line: number, code: number | null): Refusal =>
  refusal(rule, line, code === null || code === NO_CODE ? null : nameOf(code));
