import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newNir } from '../testing/deposits.ts';
import { Scheme } from '../testing/scheme.ts';
import { takeIncomes } from './take-incomes.ts';

let scheme: Scheme;
beforeAll(async () => {
  scheme = await Scheme.open();
});
afterAll(() => scheme[Symbol.asyncDispose]());

const income = (nir: string, change: object = {}) => ({
  nir,
  kind: 'pension',
  payer: 'carsat-exemple',
  reference: `${nir}/2026-09`,
  paidOn: '2026-09-09',
  netSocial: 112_340,
  gross: 121_000,
  ...change,
});

const take = async (...lines: readonly (object | string)[]) => {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  return takeIncomes(scheme.store, await scheme.bytes(Buffer.from(text)));
};

describe('replacement incomes', () => {
  it('stand beside salaries, by month of payment, what is not told being null', async () => {
    const nir = newNir();
    expect(await take(income(nir))).toEqual({ incomes: 1, refused: [] });
    const { situation, incomes } = await scheme.salaries(nir, { until: '2026-10' });
    expect(situation).toBe('nothing-declared');
    expect(incomes).toMatchObject([
      {
        kind: 'pension',
        payer: 'carsat-exemple',
        month: '2026-09',
        netSocial: 112_340,
        netTaxable: null,
        gross: 121_000,
      },
    ]);
    expect((await scheme.salaries(nir, { until: '2026-08', months: 1 })).incomes).toHaveLength(1);
    expect((await scheme.salaries(nir, { until: '2026-12', months: 1 })).incomes).toEqual([]);
  });

  it('replace what the same reference said before, and add up what one payer paid in a month', async () => {
    const nir = newNir();
    await take(income(nir));
    await take(
      income(nir, { netSocial: 100_000 }),
      income(nir, { reference: `${nir}/bis`, netSocial: 5_000 }),
    );
    const { incomes } = await scheme.salaries(nir);
    expect(incomes).toMatchObject([{ netSocial: 105_000 }]);
  });

  it('keep the lines beside those that are wrong, which are named without their values', async () => {
    const nir = newNir();
    const outcome = await take(
      '{',
      income('12345'),
      income(nir),
      income(nir, { kind: 'lottery', name: 'Z' }),
    );
    expect(outcome.incomes).toBe(1);
    expect(outcome.refused.map(({ line, field }) => [line, field])).toEqual([
      [1, null],
      [2, 'nir'],
      [4, 'kind'],
    ]);
    expect(JSON.stringify(outcome)).not.toMatch(/12345|lottery/);
  });

  it('refuse a file that cannot be opened', async () => {
    const outcome = await takeIncomes(scheme.store, `${scheme.folder}/nowhere.jsonl`);
    expect(outcome).toMatchObject({ incomes: 0, refused: [{ rule: 'unreadable-file' }] });
  });
});
