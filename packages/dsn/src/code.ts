/** A rubrique's code, `S21.G00.30.001`, as the number 210030001: comparing numbers costs less than comparing texts. */

/** `S21.` and `G00.`, four bytes read at once: what nearly all lines begin with. */
const S21 = 0x53_32_31_2e;
const G00 = 0x47_30_30_2e;
const BUSINESS = 210_000_000;

const S = 0x53;
const G = 0x47;
const DOT = 0x2e;
const COMMA_AND_QUOTE = 0x2c_27;
const ZERO = 0x30;

export const QUOTE = 0x27;

/** Where a value begins: `S21.G00.30.001,'`. */
export const VALUE_AT = 16;

/** What a line has for a code that does not begin like one. */
export const NO_CODE = -1;

/** The digit that a word of four bytes has at a place; more than 9: it is none. */
const digit = (word: number, shift: number) => (((word >>> shift) & 0xff) - ZERO) >>> 0;

/**
 * The number of the code that begins here; NO_CODE: it is none, what follows is no comma and quote, or there is not
 * that much before `end`. None of what it accepts is a line end.
 */
export function codeAt(view: DataView, start: number, end: number): number {
  if (end - start < VALUE_AT) return NO_CODE;
  const segment = view.getUint32(start);
  const group = view.getUint32(start + 4);
  const above = segment === S21 && group === G00 ? BUSINESS : segmentAndGroup(segment, group);
  const block = view.getUint32(start + 8);
  const rubrique = view.getUint32(start + 12);
  if (above === NO_CODE || ((block >>> 8) & 0xff) !== DOT || (rubrique & 0xffff) !== COMMA_AND_QUOTE)
    return NO_CODE;
  const blockTens = digit(block, 24);
  const blockOnes = digit(block, 16);
  const hundreds = digit(block, 0);
  const tens = digit(rubrique, 24);
  const ones = digit(rubrique, 16);
  if (blockTens > 9 || blockOnes > 9 || hundreds > 9 || tens > 9 || ones > 9) return NO_CODE;
  return above + blockTens * 10_000 + blockOnes * 1000 + hundreds * 100 + tens * 10 + ones;
}

/** Of `S10.` and `G00.`: 100000000. */
function segmentAndGroup(segment: number, group: number): number {
  const framed =
    segment >>> 24 === S && (segment & 0xff) === DOT && group >>> 24 === G && (group & 0xff) === DOT;
  const tens = digit(segment, 16);
  const ones = digit(segment, 8);
  const groupTens = digit(group, 16);
  const groupOnes = digit(group, 8);
  if (!framed || tens > 9 || ones > 9 || groupTens > 9 || groupOnes > 9) return NO_CODE;
  return ((tens * 10 + ones) * 100 + groupTens * 10 + groupOnes) * 100_000;
}

/** `S21.G00.30.001`, of its number. */
export function nameOf(code: number): string {
  const digits = String(code).padStart(9, '0');
  return `S${digits.slice(0, 2)}.G${digits.slice(2, 4)}.${digits.slice(4, 6)}.${digits.slice(6)}`;
}
