/** Values as bytes: read without making text where none is needed, and the same text once only where it comes often. */
import type { Kind } from './norms/blocks.ts';
import type { Rule } from './refusals.ts';

/** Codes, days and contract numbers that come again within a few hundred lines. */
const QUITE_SOME = 512;
const ZERO = 0x30;
const NINE = 0x39;
const MINUS = 0x2d;
const POINT = 0x2e;

const isDigit = (byte: number) => (byte - ZERO) >>> 0 < 10;

/** What is wrong with a value of a kind that cannot be read. */
export const RULE_OF: Readonly<Record<Kind, Rule>> = {
  text: 'empty-value',
  code: 'not-a-code',
  digits: 'not-digits',
  integer: 'not-digits',
  amount: 'not-an-amount',
  date: 'not-a-date',
  month: 'not-a-month',
  nir: 'not-a-nir',
};

/** `MMYYYY` */
const MONTH_ALONE = 6;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const daysIn = (year: number, month: number) =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (DAYS[month - 1] ?? 0);

/** Digits as a number; -1 where one is none. At most 15 of them. */
function integer(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = ((bytes[at] ?? 0) - ZERO) >>> 0;
    if (digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** `MMYYYY`; null: none that there is. */
function month(bytes: Uint8Array, start: number, end: number): string | null {
  const key = end - start === MONTH_ALONE ? integer(bytes, start, end) : -1;
  const [number, year] = [Math.floor(key / 10_000), key % 10_000];
  if (number < 1 || number > 12 || year < 1900 || year > 2099) return null;
  return `${year}-${String(number).padStart(2, '0')}`;
}

/** A decimal number in hundredths; null: malformed. */
function hundredths(bytes: Uint8Array, start: number, end: number): number | null {
  const negative = bytes[start] === MINUS;
  let at = negative ? start + 1 : start;
  let value = 0;
  const first = at;
  for (; at < end; at += 1) {
    const digit = ((bytes[at] ?? 0) - ZERO) >>> 0;
    if (digit > 9) break;
    value = value * 10 + digit;
  }
  if (at === first) return null;
  if (at === end) value *= 100;
  else {
    const decimals = end - at - 1;
    if (bytes[at] !== POINT || decimals < 1 || decimals > 2) return null;
    const fraction = integer(bytes, at + 1, end);
    if (fraction < 0) return null;
    value = value * 100 + (decimals === 1 ? fraction * 10 : fraction);
  }
  return negative && value !== 0 ? -value : value;
}

export class Values {
  readonly #texts: string[] = new Array<string>(QUITE_SOME).fill('');
  readonly #dateKeys = new Int32Array(QUITE_SOME);
  readonly #dates: string[] = new Array<string>(QUITE_SOME).fill('');

  /** null: what the bytes hold is not of this kind. */
  read(kind: Kind, length: number, bytes: Uint8Array, start: number, end: number): string | number | null {
    switch (kind) {
      case 'amount':
        return hundredths(bytes, start, end);
      case 'date':
        return this.#date(bytes, start, end);
      case 'code':
        return this.#code(bytes, start, end);
      case 'text':
        return this.#text(bytes, start, end);
      case 'nir':
        return nir(bytes, start, end);
      case 'month':
        return length === MONTH_ALONE ? month(bytes, start, end) : this.#month(bytes, start, end);
      case 'integer': {
        const value = integer(bytes, start, end);
        return value < 0 ? null : value;
      }
      case 'digits':
        return end - start === length && integer(bytes, start, end) >= 0
          ? this.#interned(bytes, start, end)
          : null;
    }
  }

  #month(bytes: Uint8Array, start: number, end: number): string | null {
    return this.#date(bytes, start, end)?.match(/^(\d{4}-\d\d)-01$/)?.[1] ?? null;
  }

  #date(bytes: Uint8Array, start: number, end: number): string | null {
    if (end - start !== 8) return null;
    const key = integer(bytes, start, end);
    if (key < 0) return null;
    // Neighbouring days and months must not share a place.
    const place = (Math.floor(key / 1_000_000) * 31 + Math.floor(key / 10_000) * 7 + key) % QUITE_SOME;
    if (this.#dateKeys[place] === key) return this.#dates[place] ?? null;
    const year = key % 10_000;
    const month = Math.floor(key / 10_000) % 100;
    const day = Math.floor(key / 1_000_000);
    if (year < 1900 || year > 2099 || day < 1 || day > daysIn(year, month)) return null;
    const two = (number: number) => String(number).padStart(2, '0');
    const date = `${year}-${two(month)}-${two(day)}`;
    this.#dateKeys[place] = key;
    this.#dates[place] = date;
    return date;
  }

  #code(bytes: Uint8Array, start: number, end: number): string | null {
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (!isDigit(byte) && (byte < 0x41 || byte > 0x5a)) return null;
    }
    return this.#interned(bytes, start, end);
  }

  #text(bytes: Uint8Array, start: number, end: number): string | null {
    for (let at = start; at < end; at += 1) if (bytes[at] !== 0x20) return this.#interned(bytes, start, end);
    return null;
  }

  /** The text of the bytes; a text that came lately is not made again. */
  #interned(bytes: Uint8Array, start: number, end: number): string {
    let hash = end - start;
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    const place = (hash >>> 0) % QUITE_SOME;
    const known = this.#texts[place] ?? '';
    if (isTextOf(known, bytes, start, end)) return known;
    const text = latin1(bytes, start, end);
    this.#texts[place] = text;
    return text;
  }
}

function isTextOf(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at - start) !== bytes[at]) return false;
  return true;
}

/** A byte of ISO-8859-1 is its character's number. */
const latin1 = (bytes: Uint8Array, start: number, end: number) =>
  String.fromCharCode(...bytes.subarray(start, end));

/**
 * *Numéro d'inscription au répertoire* without its key: sex 1 or 2 (3, 4: being registered; 7, 8: temporary), then
 * digits, but for the births in Corsica, whose department is 2A or 2B. What its digits say is not judged here: numbers
 * that could not exist are for those who certify people.
 */
function nir(bytes: Uint8Array, start: number, end: number): string | null {
  if (end - start !== 13) return null;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isDigit(byte)) continue;
    const corsican = at === start + 6 && (byte === 0x41 || byte === 0x42) && bytes[at - 1] === 0x32;
    if (!corsican) return null;
  }
  const sex = bytes[start] ?? 0;
  const known = sex !== ZERO && sex !== 0x35 && sex !== 0x36 && sex !== NINE;
  return known ? latin1(bytes, start, end) : null;
}
