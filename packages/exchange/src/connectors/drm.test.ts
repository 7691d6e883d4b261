import { everySalaries } from '@mds-kit/contract/fixtures/salaries';
import type { Salaries } from '@mds-kit/contract/salaries';
import { describe, expect, it } from 'vitest';
import { SALAIRES } from '../testing/salaires.ts';
import { readSalaries } from './drm.ts';

/** As it comes over the wire. */
const sent = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

const told = everySalaries.filter(({ situation }) => situation !== 'not-answering');

describe('an answer of the monthly resources scheme', () => {
  it.each(told.map((salaries, index) => [index, salaries] as const))(
    'reads as what was written (%s)',
    (_index, salaries) => {
      expect(readSalaries(sent(salaries), salaries.months.length)).toEqual(salaries);
    },
  );

  it('may know of no month at all', () => {
    expect(readSalaries(sent({ ...NOBODY, declaredUpTo: null }), 12).declaredUpTo).toBeNull();
  });
});

type Contract = Salaries['employers'][number]['contracts'][number];

const contracts = (change: (contract: Contract) => object) => ({
  ...SALAIRES,
  employers: SALAIRES.employers.map((employer) => ({
    ...employer,
    contracts: employer.contracts.map(change),
  })),
});
const employers = (change: object) => ({
  ...SALAIRES,
  employers: SALAIRES.employers.map((employer) => ({ ...employer, ...change })),
});
const september = (change: object) =>
  contracts((contract) => ({
    ...contract,
    months: contract.months.map((row) => (row.month === '2026-09' ? { ...row, ...change } : row)),
  }));
const incomes = (change: object) => ({
  ...SALAIRES,
  incomes: SALAIRES.incomes.map((income) => ({ ...income, ...change })),
});
const [first] = SALAIRES.employers[0]?.contracts[0]?.months ?? [];

/** Whose window alone can be wrong. */
const NOBODY = { ...SALAIRES, employers: [], incomes: [] };

/** What is wrong, and how the answer is then. */
const DRIFTS: [string, unknown][] = [
  ['fewer months than were asked for', { ...NOBODY, months: SALAIRES.months.slice(1) }],
  ['months with a gap', { ...NOBODY, months: ['2025-09', ...SALAIRES.months.slice(1)] }],
  ['an end that is not the last declared month', { ...NOBODY, declaredUpTo: '2026-08' }],
  ['no such month', { ...SALAIRES, months: [...SALAIRES.months.slice(0, 11), '2026-13'] }],
  ['pending months from elsewhere', { ...NOBODY, pending: ['2026-11'] }],
  ['an income of another month', incomes({ month: '2024-01' })],
  ['an income of no kind', incomes({ kind: 'lottery' })],
  [
    'a contract without a month',
    contracts((contract) => ({ ...contract, months: contract.months.slice(1) })),
  ],
  [
    'a month twice',
    contracts((contract) => ({
      ...contract,
      months: [...contract.months.slice(0, 1), ...contract.months.slice(0, -1)],
    })),
  ],
  [
    'a common payment of another month',
    employers({ shared: [{ ...first, id: 'versement-commun-1', month: '2024-01' }] }),
  ],
  ['one line twice', contracts((contract) => ({ ...contract, id: 'ligne-de-canari-2026-09' }))],
  ['a sum in words', september({ hours: '151,67 h' })],
  ['a sum with parts of cents', september({ measures: { ...first?.measures, gross: 5200.5 } })],
  ['a sum beyond reason', september({ hours: 1e300 })],
  ['a state that is new', september({ state: 'disputed' })],
  ['a day of payment that is none', september({ paidOn: ['2026-09-31'] })],
  ['a first day that is none', contracts((contract) => ({ ...contract, from: '2026-02-30' }))],
  ['a line id that could be somebody’s', september({ id: 'nir 291036999099' })],
  ['a SIRET that is none', employers({ siret: '1' })],
  ['a firm whose name turns the text around', employers({ name: 'a\u202eb' })],
  ['no moment', { ...SALAIRES, asOf: undefined }],
  ['nothing', null],
];

describe('an answer is refused whole for', () => {
  it.each(DRIFTS)('%s', (_what, drifted) => {
    expect(() => readSalaries(sent(SALAIRES), 12)).not.toThrow();
    expect(() => readSalaries(sent(drifted), 12)).toThrow();
  });
});
