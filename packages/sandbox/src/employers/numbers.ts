/**
 * Numbers of people and firms that hold every rule about their form, and that nobody real has:
 *
 * - NIR: born in a commune numbered 990, which no department has; order number 990 and up; as the sample citizens'
 * - SIRET: SIREN 999 xxx xxx, and an establishment numbered 99 000 and up, which no firm has opened
 */
import { CITIZENS } from '../citizens.ts';

/** Who is numbered: nobody has the number of somebody of another series. */
export type Series = 'generated' | 'scenario' | 'colleague';

const SIRENS: Readonly<Record<Series | 'sample', { first: number; count: number }>> = {
  generated: { first: 0, count: 90_000 },
  scenario: { first: 90_000, count: 1000 },
  sample: { first: 91_000, count: 1000 },
  colleague: { first: 92_000, count: 1000 },
};

/** The digit that makes the sum of Luhn's formula end with 0. */
function luhnDigit(digits: string): number {
  let sum = 0;
  for (let at = digits.length - 1, doubled = true; at >= 0; at -= 1, doubled = !doubled) {
    const digit = Number(digits[at]) * (doubled ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return (10 - (sum % 10)) % 10;
}

const withLuhn = (digits: string) => `${digits}${luhnDigit(digits)}`;

/** Establishments of one firm that can be numbered. */
const MOST_ESTABLISHMENTS = 100;

/** @throws RangeError when there are no such numbers left */
export function inventedSiret(series: Series | 'sample', firm: number, establishment = 0): string {
  const { first, count } = SIRENS[series];
  if (firm >= count || establishment >= MOST_ESTABLISHMENTS)
    throw new RangeError(
      `There are only ${count} invented firms, with ${MOST_ESTABLISHMENTS} establishments each.`,
    );
  const siren = withLuhn(`999${String(first + firm).padStart(5, '0')}`);
  return withLuhn(`${siren}${9900 + establishment}`);
}

const YEARS = { first: 60, count: 40 };
const MONTHS = 12;

/** Metropolitan departments in which no sample citizen was born: nobody here gets a citizen's number. */
const taken = new Set(CITIZENS.map(({ nir }) => nir.slice(5, 7)));
const DEPARTMENTS = Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, '0')).filter(
  (department) => department !== '20' && !taken.has(department),
);

const ORDERS: Readonly<Record<Series, { first: number; count: number }>> = {
  generated: { first: 990, count: 8 },
  scenario: { first: 998, count: 1 },
  colleague: { first: 999, count: 1 },
};

/** A prime that divides no size below: multiples of it visit each place once. */
const STRIDE = 7_368_787;

/**
 * The NIR of one of a series, 13 characters without its key. Different for each index of one seed.
 *
 * @throws RangeError when there are no such numbers left
 */
export function inventedNir(series: Series, index: number, seed = 0): string {
  const order = ORDERS[series];
  const sizes = [2, YEARS.count, MONTHS, DEPARTMENTS.length, order.count] as const;
  const size = sizes.reduce((product, one) => product * one, 1);
  if (index >= size) throw new RangeError(`There are only ${size} invented people of this kind.`);
  let place = (((index + seed) % size) * STRIDE) % size;
  const [sex, year, month, department, number] = sizes.map((count) => {
    const digit = place % count;
    place = Math.floor(place / count);
    return digit;
  }) as [number, number, number, number, number];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${sex + 1}${two(YEARS.first + year)}${two(month + 1)}${DEPARTMENTS[department] ?? ''}990${order.first + number}`;
}
