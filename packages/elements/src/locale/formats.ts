import { msg, str } from '@lit/localize';
import type { Amount } from '@mds-kit/contract/money';
import { formatsLocale, wordsLocale } from './locale.ts';

// Making an Intl formatter costs more than drawing a bubble: one per locale and kind is kept.
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.ListFormat>();

function kept<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.ListFormat>(
  kind: string,
  make: (locale: string) => T,
): T {
  const key = kind + formatsLocale();
  let format = made.get(key) as T | undefined;
  if (!format) made.set(key, (format = make(formatsLocale())));
  return format;
}

/** Keeps a number and its word on one line. */
const NBSP = '\u00a0';

/** `1 420,50 €`. Always with its cents: 0 € is an amount, and reads `0,00 €`. */
export function euros(cents: number): string {
  return kept('€', (locale) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' })).format(
    cents / 100,
  );
}

/** `151,05 € par mois`; a single payment or a balance has no period to say. */
export function amount({ cents, period }: Amount): string {
  const money = euros(cents);
  switch (period) {
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
export function day(iso: string): string {
  const words = kept(
    'day',
    (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
  ).format(new Date(`${iso}T00:00Z`));
  // "1er janvier": CLDR has no ordinal for the first of the month in French.
  const ordinal = wordsLocale() === 'fr' ? words.replace(/^1 /, '1er ') : words;
  return ordinal.replace(' ', NBSP);
}

/** `14 h 32`, where the reader is. */
export function time(instant: string | Date): string {
  const date = new Date(instant);
  return clock(date.getHours(), date.getMinutes());
}

/** `9 h`, `16 h 30`. */
export function clock(hours: number, minutes: number): string {
  const padded = String(minutes).padStart(2, '0');
  return minutes === 0 ? msg(str`${hours} h`) : msg(str`${hours} h ${padded}`);
}

/** `31 mars 2027 à 14 h 32`, where the reader is. */
export function moment(instant: string): string {
  const date = new Date(instant);
  const words = kept('moment', (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' })).format(
    date,
  );
  return msg(str`${words} à ${time(date)}`);
}

/** `lundi`, from 1 for Monday (ISO 8601). */
export function weekday(number: number): string {
  // 1 January 2024 was a Monday.
  return kept(
    'weekday',
    (locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
  ).format(Date.UTC(2024, 0, number));
}

/** `Léa, Noé et Zoé`. */
export function list(items: readonly string[]): string {
  return kept('list', (locale) => new Intl.ListFormat(locale)).format(items);
}
