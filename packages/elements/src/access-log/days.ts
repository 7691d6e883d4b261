import type { Access } from '@mds-kit/contract/accesses';
import { DOMAINS } from '@mds-kit/contract/domains';
import type { Domain } from '@mds-kit/contract/domains';
import { kept, time } from '../locale/formats.ts';
import { formatsLocale } from '../locale/locale.ts';

/** What a person reads as one access: domains that one site showed within one minute are one look. */
export interface Line {
  /** Of its latest entry. */
  readonly access: Access;
  readonly domains: readonly Domain[];
  /** Positions of its entries among all that were given. */
  readonly from: number;
  readonly to: number;
}

export interface Day {
  readonly name: string;
  readonly lines: readonly Line[];
}

/** `dimanche 22 novembre 2026`, where the reader is. */
function nameOf(instant: string): string {
  const words = kept('full-day', (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full' })).format(
    new Date(instant),
  );
  // "1er janvier": CLDR has no ordinal for the first of the month in French.
  return formatsLocale().startsWith('fr') ? words.replace(' 1 ', ' 1er ') : words;
}

const sameLook = (one: Access, other: Access) =>
  one.event === 'rights' &&
  other.event === 'rights' &&
  one.partner.id === other.partner.id &&
  time(one.at) === time(other.at);

/** The entries, the latest first as the portal gives them, by the reader's own days. */
export function daysOf(entries: readonly Access[]): Day[] {
  const days: { name: string; lines: Line[] }[] = [];
  for (const [position, access] of entries.entries()) {
    const name = nameOf(access.at);
    let day = days.at(-1);
    if (day?.name !== name) days.push((day = { name, lines: [] }));
    const last = day.lines.at(-1);
    const look = last && sameLook(last.access, access) ? day.lines.pop() : undefined;
    const seen = [access.domain, ...(look?.domains ?? [])];
    day.lines.push({
      access: look?.access ?? access,
      // In the order that people know from the overview; seen twice within the minute is said once.
      domains: DOMAINS.filter((domain) => seen.includes(domain)),
      from: look?.from ?? position,
      to: position,
    });
  }
  return days;
}
