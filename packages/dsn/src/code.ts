/** A rubrique's code, `S21.G00.30.001`, as the number 210030001: comparing numbers costs less than comparing texts. */

const DOT = 0x2e;
const COMMA = 0x2c;
export const QUOTE = 0x27;
const LETTER_S = 0x53;
const LETTER_G = 0x47;
const ZERO = 0x30;

/** Where a value begins: `S21.G00.30.001,'`. */
export const VALUE_AT = 16;

/** What a line has for a code that does not begin like one. */
export const NO_CODE = -1;

/** The number of the code that a line begins with; NO_CODE: it is none, or what follows is no comma and quote. */
export function codeAt(bytes: Uint8Array, start: number, end: number): number {
  if (
    end - start < VALUE_AT ||
    bytes[start] !== LETTER_S ||
    bytes[start + 3] !== DOT ||
    bytes[start + 4] !== LETTER_G ||
    bytes[start + 7] !== DOT ||
    bytes[start + 10] !== DOT ||
    bytes[start + 14] !== COMMA ||
    bytes[start + 15] !== QUOTE
  )
    return NO_CODE;
  const segment = two(bytes, start + 1);
  const group = two(bytes, start + 5);
  const block = two(bytes, start + 8);
  const tens = two(bytes, start + 11);
  const ones = digit(bytes, start + 13);
  // One of them is -1 or less where a character is no digit.
  if ((segment | group | block | tens | ones) < 0) return NO_CODE;
  return ((segment * 100 + group) * 100 + block) * 1000 + tens * 10 + ones;
}

function digit(bytes: Uint8Array, at: number): number {
  const value = (bytes[at] ?? 0) - ZERO;
  return value > 9 ? -1 : value;
}

function two(bytes: Uint8Array, at: number): number {
  const tens = digit(bytes, at);
  const ones = digit(bytes, at + 1);
  return (tens | ones) < 0 ? -1 : tens * 10 + ones;
}

/** `S21.G00.30.001`, of its number. */
export function nameOf(code: number): string {
  const digits = String(code).padStart(9, '0');
  return `S${digits.slice(0, 2)}.G${digits.slice(2, 4)}.${digits.slice(4, 6)}.${digits.slice(6)}`;
}
