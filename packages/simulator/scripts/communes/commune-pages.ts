/**
 * The pages of the commune index, from `@etalab/decoupage-administratif` (INSEE's official codes with La Poste's postcodes)
 * and the zones of the housing aids.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Line } from '../../src/communes/find-communes.ts';
import { searchKey } from '../../src/communes/search-key.ts';

/** As many as keep the largest page under 6,000 bytes compressed. */
const LINES_PER_PAGE = 450;

const Source = z.array(
  z.object({
    code: z.string(),
    nom: z.string(),
    type: z.enum(['commune-actuelle', 'commune-deleguee', 'commune-associee', 'arrondissement-municipal']),
    chefLieu: z.string().optional(),
    codesPostaux: z.array(z.string()).optional(),
    population: z.number().optional(),
  }),
);
type Commune = z.infer<typeof Source>[number];

const path = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json');
const communes = Source.parse(JSON.parse(readFileSync(path, 'utf8')));
const zones = z
  .object({ zone1: z.array(z.string()), zone2: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(new URL('housing-zones.json', import.meta.url), 'utf8')));
const [zone1, zone2] = [new Set(zones.zone1), new Set(zones.zone2)];
const current = new Map(
  communes.filter(({ type }) => type === 'commune-actuelle').map((one) => [one.code, one]),
);

/** Municipal arrondissements have the zone of their city (they are not in the orders). */
const CITIES: Readonly<Record<string, string>> = { '751': '75056', '132': '13055', '693': '69123' };
const isArrondissement = ({ type }: Commune) => type === 'arrondissement-municipal';

function zoneOf(code: string): Line[3] {
  if (code.startsWith('97') || code.startsWith('98')) return 0;
  return zone1.has(code) ? 1 : zone2.has(code) ? 2 : 3;
}

function lineOf(one: Commune): Line | undefined {
  const merged = one.chefLieu !== undefined && one.chefLieu !== one.code;
  const home = one.chefLieu === undefined ? one : current.get(one.chefLieu);
  if (!home || (one.chefLieu === one.code && home.nom === one.nom)) return undefined;
  const city = isArrondissement(one) ? (CITIES[one.code.slice(0, 3)] ?? one.code) : home.code;
  const size = merged ? 0 : Math.floor(Math.log10(Math.max(1, one.population ?? 1)));
  const base = [one.nom, home.code, (home.codesPostaux ?? []).join(' '), zoneOf(city), size] as const;
  return home === one ? base : [...base, home.nom];
}

const lines = communes.map(lineOf).filter((line) => line !== undefined);
// Under a postcode the arrondissement is what one lives in, and a name of the past adds nothing.
const cities = new Set(Object.values(CITIES));
const dwellings = lines.filter((line) => line.length === 5 && !cities.has(line[1]));

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byName = lines
  .map((line) => ({ key: searchKey(line[0]), line }))
  .sort((a, b) => compare(a.key, b.key) || compare(a.line[1], b.line[1]));
const byPostcode = dwellings
  .flatMap((line) => line[2].split(' ').map((key) => ({ key, line })))
  .filter(({ key }) => key !== '')
  .sort((a, b) => compare(a.key, b.key) || compare(a.line[1], b.line[1]));

/** The files of src/communes/generated, by name. */
export function communePages(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const firstNames = addPages(files, 'name', byName);
  const firstPostcodes = addPages(files, 'postcode', byPostcode);
  files.set(
    'firsts.ts',
    `export const FIRST_NAMES: readonly string[] = ${JSON.stringify(firstNames)};\n` +
      `export const FIRST_POSTCODES: readonly string[] = ${JSON.stringify(firstPostcodes)};\n`,
  );
  return files;
}

/** Cuts a sorted index into pages, and returns the first key of each. */
function addPages(
  files: Map<string, string>,
  index: 'name' | 'postcode',
  keyed: readonly { key: string; line: Line }[],
): string[] {
  const firsts: string[] = [];
  for (let start = 0; start < keyed.length; start += LINES_PER_PAGE) {
    const page = keyed.slice(start, start + LINES_PER_PAGE);
    const rows = page.map(({ line }) => JSON.stringify(line)).join(',\n');
    files.set(
      `${index}-${String(firsts.length).padStart(3, '0')}.ts`,
      `import type { Page } from '../find-communes.ts';\nconst page: Page = [\n${rows},\n];\nexport default page;\n`,
    );
    firsts.push(page[0]?.key ?? '');
  }
  return firsts;
}
