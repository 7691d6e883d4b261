import { msg, str } from '@lit/localize';
import type { OpeningHours } from '@mds-kit/contract/organisations';
import { clock, weekday } from './formats.ts';

/** `du lundi au vendredi, de 9 h à 16 h 30`, a line each. */
export function openingHours(hours: readonly OpeningHours[]): string {
  return hours
    .map(({ from, to, opens, closes }) => {
      const [first, last] = [weekday(from), weekday(to)];
      const [start, end] = [clockTime(opens), clockTime(closes)];
      return from === to
        ? msg(str`le ${first}, de ${start} à ${end}`)
        : msg(str`du ${first} au ${last}, de ${start} à ${end}`);
    })
    .join(' ; ');
}

function clockTime(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return clock(hours, minutes);
}
