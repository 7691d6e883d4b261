import type { Calendar } from '../citizens/calendar.ts';
import type { Regime } from '../citizens/citizen.ts';

/** `lien` is an id of the portal's catalogue, never an address. Without `regimes` it is for everybody. */
export type NewsItem = {
  id: string;
  titre: string;
  texte?: string;
  langue: string;
  date_publication: string;
  date_fin: string;
  regimes?: Regime[];
  lien: string;
};

type Sketch = Omit<NewsItem, 'langue' | 'date_publication' | 'date_fin'> & {
  /** Days from today. */
  from: number;
  until: number;
};

export function news(calendar: Calendar, ...sketches: Sketch[]): NewsItem[] {
  return sketches.map(({ from, until, ...item }) => ({
    ...item,
    langue: 'fr',
    date_publication: calendar.day(from),
    date_fin: calendar.day(until),
  }));
}
