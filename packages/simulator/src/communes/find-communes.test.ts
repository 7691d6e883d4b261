import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { communePages } from '../../scripts/communes/commune-pages.ts';
import { findCommunes } from './find-communes.ts';
import { searchKey } from './search-key.ts';

const GENERATED = new URL('generated/', import.meta.url);
const first = async (typed: string) => (await findCommunes(typed))[0];

describe('findCommunes', () => {
  it.each([
    ['st etienne', '42218'],
    ['Saint-Étienne', '42218'],
    ['SAINT ETIENNE', '42218'],
    ['havre', '76351'],
    ['Le Havre', '76351'],
    ['l’haÿ les', '94038'],
    ['Evry-Cour', '91228'],
    ['boulogne-b', '92012'],
    ['42000', '42218'],
    ['75011', '75111'],
    ['paris 11', '75111'],
    ['Marseille', '13055'],
    ['97400', '97411'],
  ])('finds %s', async (typed, insee) => {
    expect(await first(typed)).toMatchObject({ insee });
  });

  it('gives the commune that a merged one became, and says so', async () => {
    expect(await first('Arbignieu')).toMatchObject({ insee: '01015', within: 'Arboys en Bugey' });
  });

  it('knows the zone of the housing aids, and none overseas', async () => {
    expect(await first('75011')).toMatchObject({ zone: 1 });
    expect(await first('42000')).toMatchObject({ zone: 2 });
    expect(await first('01400')).toMatchObject({ zone: 3 });
    expect(await first('97400')).toMatchObject({ zone: null });
  });

  it('gives every commune of a postcode that several share', async () => {
    const found = await findCommunes('01400', 50);
    expect(found.length).toBeGreaterThan(5);
    expect(found.every(({ postcodes }) => postcodes.includes('01400'))).toBe(true);
  });

  it.each(['', ' ', 'p', '7', '?!', 'qqqqqq', '00'])('finds nothing for %j', async (typed) => {
    expect(await findCommunes(typed)).toEqual([]);
  });

  it('finds communes drawn from the whole of the index by their names', async () => {
    // Some twenty of them: each search reads pages of its own.
    const names = readdirSync(GENERATED).filter((file) => file.startsWith('name-'));
    const lines = names.flatMap((file) =>
      [...readFileSync(new URL(file, GENERATED), 'utf8').matchAll(/^\["([^"\\]+)","(\w{5})"/gm)].map(
        ([, name = '', insee = '']) => ({ name, insee }),
      ),
    );
    expect(lines.length).toBeGreaterThan(35_000);
    for (const { name, insee } of lines.filter((_, index) => index % 1_949 === 0)) {
      const found = await findCommunes(name, 1_000);
      expect({ name, found: found.some((one) => one.insee === insee) }).toEqual({ name, found: true });
    }
  });
});

describe('the index', () => {
  it('is what the script writes from the official list', () => {
    const pages = communePages();
    expect(readdirSync(GENERATED).sort()).toEqual([...pages.keys()].sort());
    for (const [file, text] of pages) {
      expect({ file, same: readFileSync(new URL(file, GENERATED), 'utf8') === text }).toEqual({
        file,
        same: true,
      });
    }
  });
});

describe('searchKey', () => {
  it('is the same for all that people write', () => {
    const keys = ['L’Haÿ-les-Roses', "L'Hay les roses", 'hay-les-roses'].map(searchKey);
    expect(keys).toEqual(['hay les roses', 'hay les roses', 'hay les roses']);
    expect(searchKey('Ste-Geneviève')).toBe('sainte genevieve');
    expect(searchKey('Œuilly')).toBe('oeuilly');
  });
});
