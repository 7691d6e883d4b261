import type { Amount } from '@mds-kit/contract/money';
import { formatsLocale } from './locale.ts';
import { msg, str } from './msg.ts';

// Making an Intl formatter costs more than drawing a bubble: one per kind and locale is kept.
const made = new Map<string, unknown>();

/** The formatter of this kind in the language of the document. */
export function kept<T>(kind: string, make: (locale: string) => T): T {
  const locale = formatsLocale();
  const key = kind + locale;
  if (!made.has(key)) made.set(key, make(locale));
  return made.get(key) as T;
}

/** `1 420,50 €`. Always with its cents: 0 € is an amount, and reads `0,00 €`. */
export function euros(cents: number): string {
  return kept(
    'euros',
    (locale) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }),
  ).format(cents / 100);
}

/** `151,05 € par mois`; a single payment or a balance has no period to say. */
export function amount({ cents, period }: Amount): string {
  const money = euros(cents);
  switch (period) {
    case 'day':
      return msg(str`${money} par jour`);
    case 'month':
      return msg(str`${money} par mois`);
    case 'quarter':
      return msg(str`${money} par trimestre`);
    case 'year':
      return msg(str`${money} par an`);
    case 'once':
      return money;
  }
}

/** `31 mars 2027`, from an ISO day, which has no time zone and must not slip to the day before. */
export const day = (iso: string): string => date(iso, 'UTC');

/** The same of an instant; where the reader is, or in a time zone. */
export function date(instant: string, timeZone?: string): string {
  const words = kept(
    String(timeZone),
    (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }),
  ).format(new Date(instant));
  // "1er janvier": CLDR has no ordinal for the first of the month in French. A number and its month stay on one line.
  return (formatsLocale() === 'fr' ? words.replace(/^1 /, '1er ') : words).replace(' ', '\u00a0');
}

/** `9 h`, `16 h 30`. */
export function clock(hours: number, minutes: number): string {
  const padded = String(minutes).padStart(2, '0');
  return minutes ? msg(str`${hours}\u00a0h\u00a0${padded}`) : msg(str`${hours}\u00a0h`);
}

/** `14 h 32`, where the reader is. */
export function time(instant: string): string {
  const date = new Date(instant);
  return clock(date.getHours(), date.getMinutes());
}

/** `Léa, Noé et Zoé`. */
export function list(items: readonly string[]): string {
  return kept('list', (locale) => new Intl.ListFormat(locale)).format(items);
}
