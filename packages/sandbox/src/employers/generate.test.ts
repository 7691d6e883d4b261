import { joined, kept, refusalsIn, withoutLines } from '@mds-kit/dsn/testing/reading';
import fc from 'fast-check';
import stdnum from 'stdnum';
import { describe, expect, it } from 'vitest';
import { CITIZENS } from '../citizens.ts';
import { bytesOf } from './deposits.ts';
import { generatedFiles, type Wish } from './generate.ts';
import { monthsAfter } from './months.ts';
import { inventedNir, inventedSiret } from './numbers.ts';
import { inMemory, read } from './testing/reading.ts';

const wishes: fc.Arbitrary<Wish> = fc.record(
  {
    seed: fc.nat(2 ** 31 - 1),
    establishments: fc.integer({ min: 1, max: 7 }),
    employees: fc.integer({ min: 1, max: 12 }),
    months: fc.integer({ min: 1, max: 4 }),
    until: fc.nat(23).map((number) => monthsAfter('2025-01', number)),
    norm: fc.constantFrom('P25V01', 'P26V01'),
  },
  { requiredKeys: ['seed', 'establishments', 'employees', 'months', 'until'] },
);

const YEAR: Wish = { establishments: 6, employees: 60, months: 12, until: '2026-09' };

const bytesIn = (wish: Wish) =>
  Buffer.concat([...generatedFiles(wish)].map((file) => joined(bytesOf(file)))).toString('latin1');

describe('generated deposits', () => {
  it('are read as they were told, whatever is wished for', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        for (const file of generatedFiles(wish)) {
          const events = read(file);
          expect(refusalsIn(events)).toEqual([]);
          expect(kept(events).deposits.map(withoutLines)).toEqual([withoutLines(inMemory(file))]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same for one seed, and others for another', () => {
    const wish = { ...YEAR, employees: 5, months: 2 };
    expect(bytesIn({ ...wish, seed: 7 })).toBe(bytesIn({ ...wish, seed: 7 }));
    expect(bytesIn({ ...wish, seed: 7 })).not.toBe(bytesIn({ ...wish, seed: 8 }));
    const amounts = (text: string) => text.match(/(?<=S21\.G00\.51\.013,')[^']+/g);
    expect(amounts(bytesIn({ ...wish, seed: 7 }))).not.toEqual(amounts(bytesIn({ ...wish, seed: 8 })));
  });

  it('are in the norm of the year, or in the one that is wished for', () => {
    const norms = (wish: Partial<Wish>) =>
      [...generatedFiles({ ...YEAR, establishments: 1, months: 2, until: '2026-01', ...wish })].map(
        ({ deposit }) => deposit.norm,
      );
    expect(new Set(norms({}))).toEqual(new Set(['P25V01', 'P26V01']));
    expect(new Set(norms({ norm: 'P25V01' }))).toEqual(new Set(['P25V01']));
  });

  it('declare each establishment once a month, and again what is replaced', () => {
    const keys = [...generatedFiles(YEAR)].flatMap((file) =>
      [...file.deposit.declarations].map(({ siret, month, order, type }) => ({
        key: `${siret} ${month}`,
        order,
        type,
      })),
    );
    const first = keys.filter(({ order }) => order === 1);
    expect(first).toHaveLength(6 * 12);
    expect(new Set(first.map(({ key }) => key)).size).toBe(6 * 12);
    const again = keys.filter(({ order }) => order === 2);
    expect(again.length).toBeGreaterThan(0);
    expect(again.length).toBeLessThan(10);
    for (const { type, key } of again) {
      expect(['03', '04']).toContain(type);
      expect(first.some((one) => one.key === key)).toBe(true);
    }
  });

  it('hold all that happens to people at work', () => {
    const people = [...generatedFiles(YEAR)].flatMap((file) =>
      inMemory(file).declarations.flatMap(({ individuals }) => individuals),
    );
    const contracts = people.flatMap((one) => one.contracts);
    const payments = people.flatMap((one) => one.payments);
    expect(new Set(contracts.map(({ nature }) => nature))).toEqual(new Set(['01', '02', '03']));
    expect(new Set(contracts.map(({ workTime }) => workTime))).toEqual(new Set(['10', '20']));
    expect(contracts.some(({ policy }) => policy === '64')).toBe(true);
    expect(contracts.some(({ leaves }) => leaves.some(({ subrogation }) => subrogation === '01'))).toBe(true);
    expect(contracts.some(({ ends }) => ends.length > 0)).toBe(true);
    expect(payments.some(({ bonuses }) => bonuses.length > 0)).toBe(true);
    expect(payments.some(({ bases }) => bases.some(({ amount }) => Number(amount) < 0))).toBe(true);
    expect(people.some((one) => one.payments.length === 2)).toBe(true);
  });

  it('pay what one can live by: gross above all nets, a whole month not below the SMIC', () => {
    for (const file of generatedFiles({ ...YEAR, months: 1 }))
      for (const { contracts, payments } of inMemory(file).declarations.flatMap(
        ({ individuals }) => individuals,
      )) {
        const [contract] = contracts;
        const usual =
          contracts.length === 1 &&
          contract?.policy === '99' &&
          contract.workTime === '10' &&
          contract.nature === '01' &&
          contract.leaves.length === 0;
        if (!usual) continue;
        for (const { bases, netPaid, netTaxable, nets } of payments) {
          const gross = bases
            .filter(({ code }) => code === '03')
            .reduce((sum, { amount }) => sum + Number(amount), 0);
          const netSocial = nets.reduce((sum, { amount }) => sum + amount, 0);
          expect(gross).toBeGreaterThan(186_000 - 12_000);
          expect(gross).toBeLessThan(800_000);
          expect(gross).toBeGreaterThan(Number(netTaxable));
          expect(Number(netTaxable)).toBeGreaterThan(netSocial);
          expect(netSocial).toBeGreaterThan(Number(netPaid));
        }
      }
  });
});

describe('invented numbers', () => {
  it('are nobody’s: a commune that does not exist, order numbers from 990 on', () => {
    const nirs = Array.from({ length: 20_000 }, (_, index) => inventedNir('generated', index, 42));
    expect(new Set(nirs).size).toBe(nirs.length);
    const citizens = new Set(CITIZENS.map(({ nir }) => nir.slice(0, 13)));
    for (const nir of nirs) {
      expect(nir).toMatch(/^[12]\d\d(0[1-9]|1[0-2])\d\d99099\d$/);
      expect(citizens.has(nir)).toBe(false);
    }
  });

  it('never serve two series', () => {
    const some = (['generated', 'scenario', 'colleague'] as const).flatMap((series) =>
      Array.from({ length: 3000 }, (_, index) => inventedNir(series, index)),
    );
    expect(new Set(some).size).toBe(some.length);
  });

  it('are well-formed SIRETs, each one its own', () => {
    const sirets = Array.from({ length: 300 }, (_, index) =>
      inventedSiret('generated', Math.floor(index / 3), index % 3),
    );
    expect(new Set(sirets).size).toBe(sirets.length);
    for (const siret of sirets) {
      expect(siret).toMatch(/^999\d{6}99\d{3}$/);
      expect(stdnum.stdnum.FR?.siret?.validate(siret).isValid).toBe(true);
      expect(stdnum.stdnum.FR?.siren?.validate(siret.slice(0, 9)).isValid).toBe(true);
    }
  });

  it('run out rather than come twice', () => {
    expect(() => inventedNir('colleague', 10_000_000)).toThrow(RangeError);
    expect(() => inventedSiret('sample', 1000)).toThrow(RangeError);
  });
});
