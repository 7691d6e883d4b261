import { everySalaries } from '@mds-kit/contract/fixtures/salaries';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SALAIRES } from '../testing/salaires.ts';
import { readSalaires } from './drm.ts';
import { salairesOf } from './drm-answer.ts';

/** As it comes over the wire. */
const sent = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
const told = everySalaries.filter(({ situation }) => situation !== 'not-answering');

describe('an answer of the monthly resources scheme', () => {
  it.each(told.map((salaries, index) => [index, salaries] as const))(
    'reads back as what was written (%s)',
    (_index, { situation: _, organisations: __, missing: ___, ...known }) => {
      expect(readSalaires(sent(salairesOf(known)), known.months.length)).toEqual(known);
    },
  );

  it('keeps every cent and hundredth of an hour, taken back ones too', () => {
    const [employer] = SALAIRES.employeurs;
    const [contract] = employer?.contrats ?? [];
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (cents) => {
        const mois = contract?.mois.map((month) => ({
          ...month,
          montant_net_social: cents / 100,
          heures: cents / 100,
        }));
        const answer = { ...SALAIRES, employeurs: [{ ...employer, contrats: [{ ...contract, mois }] }] };
        const [first] = readSalaires(sent(answer), 12).employers[0]?.contracts[0]?.months ?? [];
        expect(first).toMatchObject({ measures: { netSocial: cents + 0 }, hours: cents + 0 });
      }),
    );
  });

  it('leaves out what is null or empty: a month that is closed takes a hundred bytes', () => {
    const largest = everySalaries.at(-1);
    if (!largest) throw new Error('No fixture');
    const closed = largest.employers.map((employer) => ({
      ...employer,
      contracts: employer.contracts.map((contract) => ({
        ...contract,
        months: contract.months.map((month) => ({
          ...month,
          state: 'closed' as const,
          measures: { netSocial: null, netPaid: null, netTaxable: null, gross: null },
          hours: null,
          workedFrom: null,
          workedUntil: null,
          paidOn: [],
        })),
      })),
    }));
    const bytes = JSON.stringify(salairesOf({ ...largest, employers: closed })).length;
    expect(bytes / (12 * (largest.months.length + largest.pending.length))).toBeLessThan(100);
  });
});

/** What is wrong, and how the answer is then. */
const DRIFTS: [string, (answer: typeof SALAIRES) => unknown][] = [
  ['fewer months than were asked for', (all) => ({ ...all, mois: all.mois.slice(1) })],
  ['months with a gap', (all) => ({ ...all, mois: ['2025-09', ...all.mois.slice(1)] })],
  ['an end that is not the last declared month', (all) => ({ ...all, dernier_mois_declare: '2026-08' })],
  ['no such month', (all) => ({ ...all, mois: [...all.mois.slice(0, 11), '2026-13'] })],
  ['pending months from elsewhere', (all) => ({ ...all, mois_attendus: ['2026-11'] })],
  ['an income of another month', (all) => ({ ...all, autres_revenus: [income({ mois: '2024-01' })] })],
  ['an income of no kind', (all) => ({ ...all, autres_revenus: [income({ nature: 'loterie' })] })],
  ['a contract without a month', (all) => contract(all, (told) => ({ ...told, mois: told.mois.slice(1) }))],
  [
    'a month twice',
    (all) => contract(all, (told) => ({ ...told, mois: told.mois.with(1, told.mois[0] ?? month({})) })),
  ],
  ['one line twice', (all) => contract(all, (told) => ({ ...told, id: 'ligne-de-canari-2026-09' }))],
  ['a sum in words', (all) => lastMonth(all, { brut: '5200,00 €' })],
  ['a sum that was computed', (all) => lastMonth(all, { brut: 5200.001 })],
  ['a sum beyond reason', (all) => lastMonth(all, { brut: 1e300 })],
  ['a state that is new', (all) => lastMonth(all, { etat: 'conteste' })],
  ['a day that is none', (all) => lastMonth(all, { dates_versement: ['2026-09-31'] })],
  ['a line id that could be somebody’s', (all) => lastMonth(all, { id: 'nir 291036999099' })],
  ['a SIRET that is none', (all) => ({ ...all, employeurs: [{ ...all.employeurs[0], siret: '1' }] })],
  [
    'a firm whose name turns the text around',
    (all) => ({ ...all, employeurs: [{ ...all.employeurs[0], raison_sociale: 'a\u202eb' }] }),
  ],
  ['no moment', ({ date_situation: _, ...all }) => all],
  ['nothing', () => null],
];

type Told = (typeof SALAIRES)['employeurs'][number]['contrats'][number];

function contract(all: typeof SALAIRES, change: (told: Told) => unknown): unknown {
  const [employer] = all.employeurs;
  return { ...all, employeurs: [{ ...employer, contrats: employer?.contrats.map(change) }] };
}

const month = (change: object) => ({ id: 'ligne-de-canari-x', mois: '2025-10', etat: 'clos', ...change });
const income = (change: object) => ({ ...SALAIRES.autres_revenus[0], ...change });
const lastMonth = (all: typeof SALAIRES, change: object) =>
  contract(all, (told) => ({
    ...told,
    mois: told.mois.map((row) => (row.mois === '2026-09' ? { ...row, ...change } : row)),
  }));

describe('an answer is refused whole for', () => {
  it.each(DRIFTS)('%s', (_what, change) => {
    expect(() => readSalaires(sent(SALAIRES), 12)).not.toThrow();
    expect(() => readSalaires(sent(change(SALAIRES)), 12)).toThrow();
  });
});
