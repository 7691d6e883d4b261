/** Rubriques into blocks, by the order of their lines and the norm's tree. */
import { FIRST_SLOT, KNOWN, LAYOUTS, type BlockLayout } from './norms/layout.ts';
import type { BlockName } from './norms/blocks.ts';
import type { Norm } from './model.ts';
import type { Rule } from './refusals.ts';
import type { Slots } from './slots.ts';
import { RULE_OF, Values } from './values.ts';

/** More than any block has that we read. */
const SLOTS = 16;

export type BlockSink = {
  /** A block begins: those that hang from its elder siblings are over. */
  opened(block: BlockLayout, line: number): void;
  /** A block is over, with all that it needs. The slots are used again afterwards. */
  closed(name: BlockName, slots: Slots, line: number): void;
  /** `code` is a rubrique's number, 210030001. */
  refused(rule: Rule, line: number, code: number | null): void;
};

/** Before the first block, and where none is being read. */
const NONE: BlockLayout = {
  name: null,
  prefix: -1,
  parent: null,
  depth: 0,
  once: false,
  fields: new Uint8Array(1000),
  kinds: [],
  lengths: [],
  numbers: [],
  required: 0,
};

export class BlockReader {
  readonly #sink: BlockSink;
  readonly #values = new Values();
  #layout = LAYOUTS.P26V01;

  #block = NONE;
  /** Where the block began, its latest rubrique, how many it has, and the slots that are filled, as bits. */
  #line = 0;
  #last = 0;
  #count = 0;
  #filled = 0;
  readonly #slots: (string | number | null)[] = new Array<string | number | null>(SLOTS).fill(null);
  readonly #lines = new Int32Array(SLOTS);

  /** The open blocks by depth; what stands deeper than the last one is of the past. */
  readonly #open: BlockLayout[] = [];
  readonly #once = new Set<BlockLayout>();

  /**
   * A line that could not be read may have been what a block lacks, or the beginning of the next individual. Missing
   * rubriques are not told again until a whole individual has passed.
   */
  #quiet = 0;

  constructor(sink: BlockSink) {
    this.#sink = sink;
  }

  /** Another declaration or deposit begins. */
  reset(): void {
    this.#block = NONE;
    this.#open.length = 0;
    this.#once.clear();
    this.#quiet = 0;
  }

  useNorm(norm: Norm): void {
    this.#layout = LAYOUTS[norm];
  }

  get prefix(): number {
    return this.#block.prefix;
  }

  /** Whether what lacks may have stood in a line that could not be read. */
  get quiet(): boolean {
    return this.#quiet > 0;
  }

  lostLine(): void {
    this.#quiet = 2;
  }

  /** Whether the current block has this rubrique, well formed or not. */
  isFilled(slot: number): boolean {
    return ((this.#filled >> slot) & 1) === 1;
  }

  /** The line that a slot of the current block came from. */
  lineOf(slot: number): number {
    return this.isFilled(slot) ? (this.#lines[slot] ?? this.#line) : this.#line;
  }

  knows(code: number): boolean {
    const prefix = Math.floor(code / 1000);
    return (this.#find(prefix)?.fields[code - prefix * 1000] ?? 0) !== 0;
  }

  /** Reads one rubrique; false: it is in no table, and was passed over. */
  read(code: number, bytes: Uint8Array, start: number, end: number, line: number): boolean {
    const prefix = Math.floor(code / 1000);
    const number = code - prefix * 1000;
    const same = prefix === this.#block.prefix;
    const block = same ? this.#block : this.#find(prefix);
    const field = block?.fields[number] ?? 0;
    if (block === undefined || field === 0) return false;
    if (!same) this.#enter(block, code, line);
    else if (number <= this.#last && !this.#again(block, code, bytes, start, end, line)) return true;
    this.#last = number;
    this.#count += 1;
    if (field !== KNOWN) this.#fill(block, field - FIRST_SLOT, code, bytes, start, end, line);
    return true;
  }

  /** The block that is being read ends here. */
  close(): void {
    const block = this.#block;
    this.#block = NONE;
    if (block.name === null) return;
    const missing = block.required & ~this.#filled;
    if (missing === 0) this.#sink.closed(block.name, this.#slots, this.#line);
    else if (!this.quiet) this.#sink.refused('missing-rubrique', this.#line, this.#firstOf(block, missing));
  }

  #firstOf(block: BlockLayout, bits: number): number {
    const slot = 31 - Math.clz32(bits & -bits);
    return block.prefix * 1000 + (block.numbers[slot] ?? 0);
  }

  #find(prefix: number): BlockLayout | undefined {
    const segment = Math.floor(prefix / 10_000);
    const found = this.#layout.at[segment * 100 + (prefix % 100)];
    return found?.prefix === prefix ? found : undefined;
  }

  #fill(
    block: BlockLayout,
    slot: number,
    code: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    line: number,
  ): void {
    const kind = block.kinds[slot] ?? 'text';
    const length = block.lengths[slot] ?? 0;
    this.#filled |= 1 << slot;
    if (end - start > length) {
      this.#sink.refused('value-too-long', line, code);
      return;
    }
    const value = this.#values.read(kind, length, bytes, start, end);
    if (value === null) this.#sink.refused(RULE_OF[kind], line, code);
    this.#slots[slot] = value;
    this.#lines[slot] = line;
  }

  #enter(block: BlockLayout, code: number, line: number): void {
    this.close();
    const { depth, name } = block;
    const standsUnderParent = depth === 0 || this.#open[depth - 1] === block.parent;
    if (!standsUnderParent) {
      // What nobody reads has no need to stand right.
      if (name === null) {
        this.#begin(block, line);
        return;
      }
      this.#sink.refused('block-without-parent', line, code);
    }
    if (block.once) {
      if (this.#once.has(block)) this.#sink.refused('repeated-block', line, code);
      this.#once.add(block);
    }
    if (this.#quiet > 0 && name === 'individual') this.#quiet -= 1;
    this.#sink.opened(block, line);
    this.#open[depth] = block;
    this.#open.length = depth + 1;
    this.#begin(block, line);
  }

  #begin(block: BlockLayout, line: number): void {
    this.#block = block;
    this.#line = line;
    this.#last = 0;
    this.#count = 0;
    this.#filled = 0;
    for (let slot = block.kinds.length - 1; slot >= 0; slot -= 1) this.#slots[slot] = null;
  }

  /**
   * A number that is not higher than the one before begins another block of the same kind; false: not here. Nor does a
   * line that only says once more what its block has begun with, and that is all there is: it was doubled.
   */
  #again(
    block: BlockLayout,
    code: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    line: number,
  ): boolean {
    const slot = (block.fields[code % 1000] ?? 0) - FIRST_SLOT;
    const doubled =
      this.#count === 1 &&
      slot >= 0 &&
      code % 1000 === this.#last &&
      this.#slots[slot] ===
        this.#values.read(block.kinds[slot] ?? 'text', block.lengths[slot] ?? 0, bytes, start, end);
    if (doubled || block.once || block.name === 'declaration') {
      this.#sink.refused('repeated-rubrique', line, code);
      return false;
    }
    this.#enter(block, code, line);
    return true;
  }
}
