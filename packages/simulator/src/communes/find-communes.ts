import type { HousingZone } from '@mds-kit/contract/household';
import { FIRST_NAMES, FIRST_POSTCODES } from './generated/firsts.ts';
import { searchKey } from './search-key.ts';

/** A commune, or a municipal arrondissement of Paris, Lyon or Marseille. */
export interface Commune {
  /** INSEE code, five characters; that of the commune it is part of by now, for a name of the past. */
  readonly insee: string;
  readonly name: string;
  readonly postcodes: readonly string[];
  /** Zone of the housing aids; null overseas, where there are other scales. */
  readonly zone: HousingZone | null;
  /** The commune that a merged one now belongs to. */
  readonly within?: string;
}

/** As the pages have it: name, INSEE code, postcodes by spaces, zone (0: none), size (0 to 7), commune it merged into. */
export type Line = readonly [
  name: string,
  insee: string,
  postcodes: string,
  zone: 0 | HousingZone,
  size: number,
  within?: string,
];
export type Page = readonly Line[];

/** Pages that one search reads at most: "saint" alone stands on more. */
const MOST_PAGES = 3;

/**
 * Communes by the beginning of their name or postcode, the largest first; nothing for less than two characters. Accents,
 * hyphens, "St" and the article are forgiven. Only the few pages of the index that hold them are loaded (a few kB each);
 * rejects when one cannot be.
 */
export async function findCommunes(typed: string, limit = 10): Promise<Commune[]> {
  const query = typed.trim();
  if (query.length < 2) return [];
  const lines = /^\d+$/.test(query) ? await byPostcode(query) : await byName(searchKey(query));
  return lines
    .toSorted((a, b) => b[4] - a[4] || a[0].localeCompare(b[0], 'fr'))
    .slice(0, limit)
    .map(([name, insee, postcodes, zone, , within]) => ({
      insee,
      name,
      postcodes: postcodes === '' ? [] : postcodes.split(' '),
      zone: zone === 0 ? null : zone,
      ...(within === undefined ? {} : { within }),
    }));
}

async function byPostcode(query: string): Promise<Line[]> {
  const pages = pagesOf(FIRST_POSTCODES, query);
  const loaded = await Promise.all(pages.map((page) => load('postcode', page)));
  const found = loaded
    .flat()
    .filter(([, , postcodes]) => postcodes.split(' ').some((one) => one.startsWith(query)));
  // A commune of several postcodes stands on the page of each.
  return [...new Map(found.map((line) => [`${line[1]} ${line[0]}`, line])).values()];
}

async function byName(query: string): Promise<Line[]> {
  if (query === '') return [];
  const pages = pagesOf(FIRST_NAMES, query);
  const loaded = await Promise.all(pages.map((page) => load('name', page)));
  return loaded.flat().filter(([name]) => searchKey(name).startsWith(query));
}

/** The pages on which what begins so can stand, by the first key of each page. */
function pagesOf(firsts: readonly string[], query: string): number[] {
  const after = firsts.findIndex((first) => first > query);
  const begin = Math.max(0, (after === -1 ? firsts.length : after) - 1);
  // A key that equals the first of a page may stand at the end of the one before too.
  const from = firsts[begin] === query ? Math.max(0, begin - 1) : begin;
  const pages = firsts.map((_, index) => index).filter((index) => index >= from && index < from + MOST_PAGES);
  return pages.filter((index) => index <= begin || (firsts[index] ?? '').startsWith(query));
}

async function load(index: 'name' | 'postcode', page: number): Promise<Page> {
  const number = String(page).padStart(3, '0');
  const module = (await import(`./generated/${index}-${number}.ts`)) as { default: Page };
  return module.default;
}
