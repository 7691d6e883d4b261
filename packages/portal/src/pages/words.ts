/** French for what the contract holds as data. Spaces before `: ; ? !` and inside numbers do not break. */
import type { OpeningHours } from '@mds-kit/contract/organisations';

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

const day = (number: number) => DAYS[number - 1] ?? '';

/** `08:30` → `8 h 30`, as clocks are read aloud. */
function time(text: string): string {
  const [hours = '', minutes = ''] = text.split(':');
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** `du lundi au vendredi, de 8 h 30 à 18 h 30`. */
export function hoursInWords(rows: readonly OpeningHours[]): string {
  return rows
    .map(({ from, to, opens, closes }) => {
      const days = from === to ? `le ${day(from)}` : `du ${day(from)} au ${day(to)}`;
      return `${days}, de ${time(opens)} à ${time(closes)}`;
    })
    .join('\u00a0; ');
}

const moment = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});

/** `mardi 1 décembre à 23 h 00`, at Paris, where most of the funds are. */
export function momentInWords(instant: Date): string {
  const parts = Object.fromEntries(moment.formatToParts(instant).map(({ type, value }) => [type, value]));
  const { weekday = '', day: date = '', month = '', hour = '', minute = '' } = parts;
  return `${weekday} ${date === '1' ? '1er' : date} ${month} à ${time(`${hour}:${minute}`)}`;
}
