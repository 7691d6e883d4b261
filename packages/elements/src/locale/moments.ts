import type { OpeningHours } from '@mds-kit/contract/organisations';
import { clock, date, kept, time } from './formats.ts';
import { msg, str } from './msg.ts';

// Apart from formats.ts, because closed bubbles say none of this.

/** `31 mars 2027 à 14 h 32`, where the reader is. */
export function moment(instant: string): string {
  return msg(str`${date(instant)} à\u00a0${time(instant)}`);
}

/** `lundi`, from 1 for Monday (ISO 8601). */
function weekday(number: number): string {
  // 1 January 2024 was a Monday.
  return kept(
    'weekday',
    (locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
  ).format(Date.UTC(2024, 0, number));
}

/** `du lundi au vendredi, de 9 h à 16 h 30`. */
export function openingHours(hours: readonly OpeningHours[]): string {
  return hours
    .map(({ from, to, opens, closes }) => {
      const [first, last] = [weekday(from), weekday(to)];
      const [start, end] = [clockTime(opens), clockTime(closes)];
      return from === to
        ? msg(str`le ${first}, de\u00a0${start} à\u00a0${end}`)
        : msg(str`du ${first} au ${last}, de\u00a0${start} à\u00a0${end}`);
    })
    .join('\u00a0; ');
}

function clockTime(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return clock(hours, minutes);
}
