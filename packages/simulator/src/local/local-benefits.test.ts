import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import type { Household } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { arbitraryCase } from '../testing/arbitrary-household.ts';
import { arbitraryForgetting, withUnknown } from '../testing/forgetting.ts';
import { EPCI_MEMBERS } from './epci-members.ts';
import { LocalBenefit } from './local-benefit.ts';
import { localBenefits, localMoneyPerMonth } from './local-benefits.ts';
import { describedTerritories, loadRows } from './rows.ts';
import { territoriesOf } from './territory.ts';
import { worthOf } from './worth.ts';

const all = await Promise.all(
  describedTerritories().map(async (where) => ({ where, rows: await loadRows(where) })),
);

const livingIn = (commune: string, rest: Partial<Household> = {}): Household => ({
  adults: [{ id: 'p1', birthDate: '2003-05-10' }],
  ...rest,
  housing: { commune, ...rest.housing },
});
const child = (birthDate: string, index: number) => ({ id: `c${String(index)}`, birthDate });
const MONTH = '2026-06';
const idsIn = async (commune: string) =>
  (await localBenefits(livingIn(commune), { month: MONTH })).results.map(({ id }) => id);

describe('the rows', () => {
  it('are eighty benefits, each of the territory whose file it stands in', () => {
    for (const { where, rows } of all) {
      expect({ where, problems: z.array(LocalBenefit).safeParse(rows).error?.issues }).toEqual({ where });
      for (const { territory } of rows) expect(territory.include).toContainEqual(where);
    }
    expect(new Set(all.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(80);
    const core = new Set(all.flatMap(({ rows }) => rows.filter((row) => row.core).map(({ id }) => id)));
    expect(core.size).toBe(42);
  });

  it('are all reached: no file without its line', () => {
    const files = readdirSync(new URL('rows/', import.meta.url)).filter((file) => file.endsWith('.ts'));
    expect(files.sort()).toEqual(all.map(({ where }) => `${where.level}-${where.code}.ts`).sort());
  });

  it('name the members of their intercommunalités as the official list does', () => {
    const read: unknown = createRequire(import.meta.url)('@etalab/decoupage-administratif/data/epci.json');
    const official = z
      .array(z.object({ code: z.string(), membres: z.array(z.object({ code: z.string() })) }))
      .parse(read);
    for (const [siren, members] of Object.entries(EPCI_MEMBERS)) {
      const theirs = official.find(({ code }) => code === siren)?.membres.map(({ code }) => code);
      expect({ siren, members: members.split(' ') }).toEqual({ siren, members: theirs?.sort() });
    }
  });
});

describe('territory', () => {
  it('takes an arrondissement for its city', () => {
    const codes = (insee: string) => territoriesOf(insee).map(({ level, code }) => `${level} ${code}`);
    expect(codes('75111')).toEqual(['region 11', 'departement 75', 'commune 75056']);
    expect(codes('69383')).toContain('commune 69123');
    expect(codes('13216')).toContain('commune 13055');
    expect(codes('2A004')).toEqual(['region 94', 'departement 2A', 'commune 2A004']);
    expect(codes('97411')).toEqual(['region 04', 'departement 974', 'commune 97411']);
  });

  it('tells a région from a département of the same code', async () => {
    // 44 is the région Grand Est and the département Loire-Atlantique, which lies in the région 52.
    const strasbourg = await idsIn('67482');
    expect(strasbourg.some((id) => id.startsWith('region-44'))).toBe(true);
    const nantes = await idsIn('44109');
    expect(nantes.some((id) => id.startsWith('region-44'))).toBe(false);
    expect(nantes.some((id) => id.startsWith('region-52'))).toBe(true);
  });

  it('leaves out whom a row excludes', async () => {
    const [member = ''] = EPCI_MEMBERS['243300316']?.split(' ') ?? [];
    expect(await idsIn(member)).not.toContain('dept-33-permis-rural');
    expect(await idsIn('33009')).toContain('dept-33-permis-rural');
  });

  it('says of a territory without rows that it is unknown, never that there is nothing', async () => {
    const { results, territories } = await localBenefits(livingIn('03190'), { month: MONTH });
    expect(territories).toContainEqual({ level: 'commune', code: '03190', known: false });
    expect(results.every(({ id }) => id.startsWith('region-84'))).toBe(true);
    const nowhere = await localBenefits({ adults: [{ id: 'p1' }] }, { month: MONTH });
    expect(nowhere).toEqual({ results: [], territories: [] });
  });
});

describe('conditions', () => {
  it('never turn a no into a yes for want of a fact, nor a yes into a no', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryCase,
        arbitraryForgetting,
        fc.constantFrom('75056', '69123', '35238', '33063', '59350', '97411'),
        async ({ month, household }, forgotten, commune) => {
          const there = { ...household, housing: { ...household.housing, commune } };
          const without = withUnknown(there, forgotten);
          const known = (await localBenefits(there, { month })).results;
          const unsure = (
            await localBenefits({ ...without, housing: { ...without.housing, commune } }, { month })
          ).results;
          for (const [index, was] of known.entries()) {
            const is = unsure[index]?.status;
            if (is !== 'cannot-tell') expect({ id: was.id, is }).toEqual({ id: was.id, is: was.status });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are answered by what the household does not say', async () => {
    const results = async (answers: Record<string, boolean | number>) =>
      (await localBenefits(livingIn('75111'), { month: MONTH, answers })).results;
    const before = (await results({})).filter(({ status }) => status === 'cannot-tell');
    const asked = before.flatMap(({ missing }) => missing).filter((path) => path.startsWith('local.'));
    expect(asked.length).toBeGreaterThan(0);
    const fact = (asked[0] ?? '').slice('local.'.length);
    const after = (await results({ [fact]: true })).flatMap(({ missing }) => missing);
    expect(after).not.toContain(`local.${fact}`);
  });
});

describe('money', () => {
  it('adds up what is received every month, and nothing else', () => {
    const base = {
      title: '',
      topic: '',
      body: { kind: 'region', name: '' },
      missing: [],
      links: { info: 'https://a.fr' },
    } as const;
    const row = {
      ...base,
      asOf: '2026-08-19',
      confirmed: false,
      manualChecks: [],
      status: 'eligible',
    } as const;
    const fixed = { kind: 'fixed', value: 50_00, unit: 'cents' } as const;
    const worth = { least: 50_00, most: 50_00 };
    const sum = localMoneyPerMonth([
      { ...row, id: 'a', worth, amount: { ...fixed, period: 'month' } },
      { ...row, id: 'b', worth, amount: { ...fixed, period: 'once' } },
      { ...row, id: 'c', worth, amount: { ...fixed, period: 'year' } },
      {
        ...row,
        id: 'd',
        worth: null,
        amount: { kind: 'loan', value: 50_00, unit: 'cents', period: 'month' },
      },
      { ...row, id: 'e', worth, status: 'cannot-tell', amount: { ...fixed, period: 'month' } },
      { ...row, id: 'f', worth, status: 'not-eligible', amount: { ...fixed, period: 'month' } },
      { ...row, id: 'g', worth, manualChecks: ['à voir'], amount: { ...fixed, period: 'month' } },
    ]);
    expect(sum).toEqual({ least: 50_00, most: 150_00 });
  });

  it('is for the children it is for, of those who live there', async () => {
    const family = livingIn('59350', {
      ...{ couple: 'single', children: ['2025-01-10', '2018-03-10', '2014-03-10'].map(child) },
    });
    const answers = { allParentsWorking: true, netTaxableIncomeMonthInSmic: 1 };
    const { results } = await localBenefits(family, { month: MONTH, answers });
    // 30 € a month for the one under three whom a lone parent has looked after.
    expect(results.find(({ id }) => id === 'region-32-garde-enfant')).toMatchObject({
      ...{ status: 'eligible', worth: { least: 30_00, most: 30_00 } },
    });
  });

  it('has no figure for what is no money received', () => {
    const nothing = (fact: string) => ({ value: undefined, path: fact });
    const parameters = { 'rsa.base_amount': 1, 'aspa.amount': 1 };
    const without = all
      .flatMap(({ rows }) => rows)
      .filter(({ amount }) => worthOf(amount, nothing, parameters) === null)
      .map(({ amount }) => amount.kind);
    expect([...new Set(without)].sort()).toEqual([
      'discount',
      'discount-scale',
      'in-kind',
      'loan',
      'per-child', // of how many children is not known here
      'percent-of-cost',
      'reduced-tariff',
      'variable',
    ]);
  });
});
