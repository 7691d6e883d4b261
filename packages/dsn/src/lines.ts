/** Bytes of a file, as they come, cut into lines. Judges characters on the way, since it looks at each byte anyway. */

import { codeAt, NO_CODE, VALUE_AT } from './code.ts';

/** Without its line end. A payroll program writes 256 at most. */
export const LONGEST_LINE = 4096;

const LF = 0x0a;
const CR = 0x0d;

const LATIN_1_FIRST = 0xa0;
const isPrintable = (byte: number) => (byte >= 0x20 && byte < 0x7f) || byte >= LATIN_1_FIRST;

export type Characters = 'latin-1' | 'forbidden' | 'utf-8';

export type LineSink = {
  /**
   * One line without its end, and the code that it begins with; false: no more of the file is wanted. `number` counts
   * from 1.
   */
  line(bytes: Uint8Array, start: number, end: number, number: number, code: number): boolean;
  /** A line that is longer than it may be. */
  longLine(number: number, code: number): boolean;
  /** A line with bytes that no deposit has. Nothing more of the file is given out. */
  wrongCharacters(characters: 'forbidden' | 'utf-8', number: number): void;
};

export class Lines {
  readonly #sink: LineSink;
  #number = 0;
  #open = true;

  /** The line that a chunk ended in: as much of it as is looked at, how long it is, and its last byte. */
  readonly #held = new Uint8Array(LONGEST_LINE + 1);
  readonly #heldView = new DataView(this.#held.buffer);
  #heldLength = 0;
  #heldLast = 0;

  /** The first line with a byte beyond ASCII, and whether all such bytes so far are well-formed UTF-8. */
  #firstBeyondAscii = 0;
  #allUtf8 = true;

  constructor(sink: LineSink) {
    this.#sink = sink;
  }

  get number(): number {
    return this.#number;
  }

  /** Where the first byte beyond ASCII is, when all of them look like UTF-8 and like nothing else. */
  get utf8Since(): number | undefined {
    return this.#firstBeyondAscii > 0 && this.#allUtf8 ? this.#firstBeyondAscii : undefined;
  }

  push(chunk: Uint8Array): void {
    let start = 0;
    if (this.#heldLength > 0) {
      const lineEnd = chunk.indexOf(LF);
      this.#hold(chunk, 0, lineEnd === -1 ? chunk.length : lineEnd);
      if (lineEnd === -1) return;
      this.#giveHeld();
      start = lineEnd + 1;
    }
    this.#walk(chunk, start);
  }

  /** The file ends here: a last line may have no line end. */
  end(): void {
    if (this.#heldLength > 0) this.#giveHeld();
  }

  #walk(chunk: Uint8Array, from: number): void {
    const { length } = chunk;
    const view = new DataView(chunk.buffer, chunk.byteOffset, length);
    let start = from;
    while (start < length && this.#open) {
      const code = codeAt(view, start, length);
      let at = code === NO_CODE ? start : start + VALUE_AT;
      // ASCII that prints goes by at one comparison for each byte.
      while (at < length && ((chunk[at] ?? 0) - 0x20) >>> 0 < 0x5f) at += 1;
      let end = at;
      let plain = true;
      if (at < length && chunk[at] !== LF) {
        plain = chunk[at] === CR && chunk[at + 1] === LF;
        at = plain ? at + 1 : chunk.indexOf(LF, at);
        if (at === -1) at = length;
        if (!plain) end = at > start && chunk[at - 1] === CR ? at - 1 : at;
      }
      if (at >= length) {
        this.#hold(chunk, start, length);
        return;
      }
      this.#give(chunk, start, end, plain, code);
      start = at + 1;
    }
  }

  #hold(chunk: Uint8Array, start: number, end: number): void {
    if (end === start) return;
    const room = this.#held.length - this.#heldLength;
    if (room > 0) this.#held.set(chunk.subarray(start, Math.min(end, start + room)), this.#heldLength);
    this.#heldLength += end - start;
    this.#heldLast = chunk[end - 1] ?? 0;
  }

  #giveHeld(): void {
    const end = this.#heldLast === CR ? this.#heldLength - 1 : this.#heldLength;
    const code = codeAt(this.#heldView, 0, Math.min(end, this.#held.length));
    this.#heldLength = 0;
    this.#give(this.#held, 0, end, false, code);
  }

  #give(bytes: Uint8Array, start: number, end: number, plain: boolean, code: number): void {
    if (!this.#open) return;
    this.#number += 1;
    const long = end - start > LONGEST_LINE;
    const lookedAt = long ? start + LONGEST_LINE : end;
    if (!plain && !this.#charactersHold(bytes, start, lookedAt, long)) {
      this.#open = false;
      return;
    }
    this.#open = long
      ? this.#sink.longLine(this.#number, code)
      : this.#sink.line(bytes, start, end, this.#number, code);
  }

  #charactersHold(bytes: Uint8Array, start: number, end: number, cut: boolean): boolean {
    let printable = true;
    let ascii = true;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      printable &&= isPrintable(byte);
      ascii &&= byte < 0x80;
    }
    if (!ascii) {
      this.#firstBeyondAscii ||= this.#number;
      this.#allUtf8 &&= isUtf8(bytes, start, end, cut);
    }
    if (!printable) this.#sink.wrongCharacters(ascii || !this.#allUtf8 ? 'forbidden' : 'utf-8', this.#number);
    return printable;
  }
}

/**
 * Whether each byte beyond ASCII belongs to a well-formed sequence (RFC 3629; overlong forms do not matter here).
 *
 * @param cut the last sequence may go on after `end`
 */
function isUtf8(bytes: Uint8Array, start: number, end: number, cut: boolean): boolean {
  let due = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (due > 0) {
      if (byte >> 6 !== 0b10) return false;
      due -= 1;
    } else if (byte >= 0x80) {
      if (byte >= 0xc2 && byte < 0xe0) due = 1;
      else if (byte >= 0xe0 && byte < 0xf0) due = 2;
      else if (byte >= 0xf0 && byte < 0xf5) due = 3;
      else return false;
    }
  }
  return due === 0 || cut;
}
