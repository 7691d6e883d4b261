import { everySalaries, sharedPayment, twoEmployers } from '@mds-kit/contract/fixtures/salaries';
import type { Salaries } from '@mds-kit/contract/salaries';
import { describe, expect, it } from 'vitest';
import { SALAIRES } from '../testing/salaires.ts';
import { incomesOf } from './incomes.ts';

const NOW = '2026-11';
const of = (salaries: Salaries, thisMonth = NOW) =>
  Object.fromEntries(incomesOf(salaries, thisMonth).map(({ kind, income }) => [kind, income]));

/** The one contract of the small answer, with its months changed by one function, and a second employer beside it. */
function twoJobs(change: (state: string) => object): Salaries {
  const [employer] = SALAIRES.employers;
  if (!employer) throw new RangeError('no employer');
  const second = {
    ...employer,
    contracts: employer.contracts.map((contract) => ({
      ...contract,
      months: contract.months.map((month) => ({ ...month, ...change(month.state) })),
    })),
  };
  return { ...SALAIRES, employers: [employer, second] };
}

describe('months of resources', () => {
  it('are the sums over all employers, measure by measure', () => {
    const [first, second] = twoEmployers.employers.map(({ contracts }) => contracts[0]?.months ?? []);
    const at = twoEmployers.months.length - 1;
    const expected = (first?.[at]?.measures.netSocial ?? 0) + (second?.[at]?.measures.netSocial ?? 0);
    const { salary } = of(twoEmployers);
    expect(salary?.netSocial?.at(-1)).toBe(expected);
    expect(expected).toBeGreaterThan(0);
    for (const measure of ['netPaid', 'netTaxable', 'gross'] as const)
      expect(salary?.[measure]).toHaveLength(salary?.netSocial?.length ?? 0);
  });

  it('are those that are declared, from the first to the last, in the measures that are', () => {
    expect(of(SALAIRES)).toEqual({
      salary: { start: '2026-09', netSocial: [471142], gross: [520000] },
      unemployment: { start: '2026-08', netSocial: [91230] },
    });
  });

  it.each(['not-declared', 'pending'] as const)(
    'are not known in a month that one employer has %s: half of a pay is not the pay',
    (state) => {
      const measures = { netSocial: null, netPaid: null, netTaxable: null, gross: null };
      const half = twoJobs((was) => (was === 'corrected' ? { state, measures } : {}));
      expect(of(half).salary).toBeUndefined();
      expect(of(twoJobs(() => ({}))).salary?.netSocial).toEqual([942284]);
    },
  );

  it('lack only the measure that one employer did not declare', () => {
    const measures = { netSocial: 10000, netPaid: null, netTaxable: null, gross: null };
    const salaries = twoJobs((state) => (state === 'corrected' ? { measures } : {}));
    expect(of(salaries).salary).toEqual({ start: '2026-09', netSocial: [481142] });
  });

  it('lack the measure that one of two contracts with one employer does not have, and nobody paid for both', () => {
    const measures = { netSocial: 10000, netPaid: null, netTaxable: null, gross: null };
    const both = twoJobs((state) => (state === 'corrected' ? { measures } : {})).employers;
    const contracts = both.flatMap((employer) => employer.contracts);
    const salaries = { ...SALAIRES, employers: both.slice(0, 1).map((one) => ({ ...one, contracts })) };
    expect(of(salaries).salary).toEqual({ start: '2026-09', netSocial: [481142] });
  });

  it('count once what an employer pays for several contracts together', () => {
    const { salary } = of(sharedPayment);
    expect(salary?.netSocial?.at(-1)).toBe(157000);
    expect(salary?.gross?.at(-1)).toBe(200000);
  });

  it('are not known when a contract is not declared, though what several were paid together is', () => {
    const employers = sharedPayment.employers.map((employer) => ({
      ...employer,
      contracts: employer.contracts.map((contract) => ({
        ...contract,
        months: contract.months.map((month) => ({ ...month, state: 'not-declared' as const })),
      })),
    }));
    expect(of({ ...sharedPayment, employers })).toEqual({});
  });

  it('end with the last month that is over', () => {
    expect(of(SALAIRES, '2026-09')).toEqual({ unemployment: { start: '2026-08', netSocial: [91230] } });
    expect(of(SALAIRES, '2026-08')).toEqual({});
  });

  it('leave out other incomes when one of their payers did not answer, and all when the scheme did not', () => {
    const silent = (organisation: string | null): Salaries => ({
      ...SALAIRES,
      missing: [{ organisation, why: 'timeout' }],
    });
    expect(Object.keys(of(silent('france-travail-exemple')))).toEqual(['salary']);
    expect(of(silent(null))).toEqual({});
  });

  it('never hold a figure for a month in which no line has one', () => {
    for (const salaries of everySalaries)
      for (const { kind, income } of incomesOf(salaries, NOW)) {
        const first = Number(income.start.slice(0, 4)) * 12 + Number(income.start.slice(5)) - 1;
        (income.netSocial ?? []).forEach((cents, index) => {
          const month = `${String(Math.floor((first + index) / 12))}-${String(((first + index) % 12) + 1).padStart(2, '0')}`;
          const lines =
            kind === 'salary'
              ? salaries.employers.flatMap(({ contracts, shared }) => [
                  ...contracts.flatMap(({ months }) => months),
                  ...shared,
                ])
              : salaries.incomes.map((line) => ({ ...line, measures: { netSocial: line.netSocial } }));
          const known = lines.some((line) => line.month === month && line.measures.netSocial !== null);
          if (cents !== null) expect(known, `${kind} ${month}`).toBe(true);
        });
      }
  });
});
