import { day, kept } from '../locale/formats.ts';
import { formatsLocale } from '../locale/locale.ts';
import { msg, str } from '../locale/msg.ts';

const formatter = (kind: string, options: Intl.DateTimeFormatOptions) =>
  kept(kind, (locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `avril 2026` */
export const monthName = (month: string): string =>
  formatter('month', { month: 'long', year: 'numeric' }).format(new Date(month));

/** `avr. 2026` */
export const shortMonth = (month: string): string =>
  formatter('short month', { month: 'short', year: 'numeric' })
    .format(new Date(month))
    .replace(' ', '\u00a0');

/** `avr.` */
export const tinyMonth = (month: string): string =>
  formatter('tiny month', { month: 'short' }).format(new Date(month));

/** `Avril 2026`, where a line begins with it. */
export const monthTitle = (month: string): string => capital(monthName(month));

/** `6–31 octobre 2025`; one day alone is that day. */
export function days(from: string, until: string): string {
  if (from === until) return day(from);
  const words = formatter('days', { dateStyle: 'long' }).formatRange(new Date(from), new Date(until));
  return formatsLocale() === 'fr' ? words.replace(/(?<!\d)1(?=[ \u2009]?[–\s])/g, '1er') : words;
}

/** Of what may go on: `6–31 octobre 2025`, `depuis le 1er mars 2020`. */
export const since = (from: string, until: string | null): string =>
  until === null ? msg(str`depuis le ${day(from)}`) : days(from, until);
