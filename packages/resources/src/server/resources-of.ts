/** A person's resources month by month for one purpose: only the measures that it needs, and no employer. */
import type { Measures, Salaries } from '@mds-kit/contract/salaries';
import { monthsAfter } from '../months/calendar.ts';
import { salariesOf } from '../months/salaries.ts';
import type { PersonId } from '../people.ts';
import type { Store } from '../store.ts';
import type { Purpose } from './agreements.ts';

/** Snake case and euros, as the funds’ own APIs have them; the shape is ours. */
const NAMES = {
  netSocial: 'net_social',
  netPaid: 'net_verse',
  netTaxable: 'net_imposable',
  gross: 'brut',
} as const satisfies Record<keyof Measures, string>;

type Sums = Readonly<Record<string, number | null>>;

export type Resources = {
  finalite: string;
  /** null: nothing is known of any month. */
  connu_jusqu_a: string | null;
  mois: readonly {
    mois: string;
    salaires: Sums;
    revenus_de_remplacement: Sums;
    /** Somebody who should have declared this month has not, or not yet: the sums may be short. */
    incomplet: boolean;
  }[];
};

export async function resourcesOf(
  store: Store,
  person: PersonId,
  { purpose, count, before }: { purpose: Purpose; count: number; before: string },
): Promise<Resources> {
  const last = monthsAfter(before, -1 - purpose.lag);
  const known = await salariesOf(store, person, { months: 1 });
  const salaries = await salariesOf(store, person, { months: count, until: last });
  return {
    finalite: purpose.id,
    connu_jusqu_a: known.declaredUpTo,
    mois: salaries.months.map((month) => ofMonth(salaries, month, purpose, known.declaredUpTo)),
  };
}

function ofMonth(
  { employers, incomes }: Salaries,
  month: string,
  { measures }: Purpose,
  knownUpTo: string | null,
): Resources['mois'][number] {
  const lines = employers
    .flatMap(({ contracts, shared }) => [...contracts.flatMap(({ months }) => months), ...shared])
    .filter((line) => line.month === month);
  const others = incomes.filter((income) => income.month === month);
  const sums = (of: (measure: keyof Measures) => (number | null)[]): Sums =>
    Object.fromEntries(measures.map((measure) => [NAMES[measure], eurosOf(of(measure))]));
  return {
    mois: month,
    salaires: sums((measure) => lines.map((line) => line.measures[measure])),
    revenus_de_remplacement: sums((measure) =>
      others.map((income) => (measure === 'netPaid' ? null : income[measure])),
    ),
    incomplet: knownUpTo === null || month > knownUpTo || lines.some(({ state }) => state === 'not-declared'),
  };
}

/** Nothing declared is not zero. */
function eurosOf(amounts: readonly (number | null)[]): number | null {
  const told = amounts.filter((amount) => amount !== null);
  return told.length === 0 ? null : told.reduce((one, other) => one + other, 0) / 100;
}
