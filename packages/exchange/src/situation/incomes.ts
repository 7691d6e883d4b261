import type { Adult, MonthlyIncome } from '@mds-kit/contract/household';
import { MEASURES, type Measures, type ReplacementIncome, type Salaries } from '@mds-kit/contract/salaries';

type IncomeKind = keyof NonNullable<Adult['incomes']>;

/** One kind of income over the months that are told, and who told it: a payer, or null for the employers. */
export type KnownIncome = { kind: IncomeKind; income: MonthlyIncome; payers: readonly (string | null)[] };

/** `other` is no income that a household can have: which one it is would be a guess. */
const KINDS = {
  unemployment: 'unemployment',
  pension: 'pension',
  'daily-allowance': 'dailyAllowance',
} as const satisfies Partial<Record<ReplacementIncome['kind'], IncomeKind>>;

/** By month; null: not told for that month. */
type Totals = Map<string, Measures>;

/**
 * The months of resources that the scheme knows, each summed over employers or payers. A month that is not over, or of which
 * one line is not declared, has no total: a part of it would be taken for the whole.
 */
export function incomesOf(salaries: Salaries, thisMonth: string): KnownIncome[] {
  // Of whom no source is named, anything may be incomplete.
  if (salaries.missing.some(({ organisation }) => organisation === null)) return [];
  const over = ({ month }: { month: string }) => month < thisMonth;
  const months = salaries.months.filter((month) => over({ month }));
  const pay: Totals = new Map(months.map((month) => [month, payOf(salaries, month)]));
  const known = [knownOf('salary', pay, [null])];
  // A payer who did not answer would be missing in the sums of the others.
  const told = salaries.missing.length > 0 ? [] : salaries.incomes.filter(over);
  const window = [...months, ...salaries.pending.filter((month) => over({ month }))];
  for (const [wire, kind] of Object.entries(KINDS)) {
    const lines = told.filter((line) => line.kind === wire);
    const totals: Totals = new Map(
      window.map((month) => [month, paidOf(lines.filter((line) => line.month === month))]),
    );
    known.push(knownOf(kind, totals, [...new Set(lines.map(({ payer }) => payer))]));
  }
  return known.filter((income) => income !== undefined);
}

const UNKNOWN: Measures = { netSocial: null, netPaid: null, netTaxable: null, gross: null };

const measured = (of: (measure: keyof Measures) => number | null): Measures => ({
  netSocial: of('netSocial'),
  netPaid: of('netPaid'),
  netTaxable: of('netTaxable'),
  gross: of('gross'),
});

/** null as soon as one of them is unknown, or when there is none. */
const sum = (cents: readonly (number | null)[]): number | null =>
  cents.length === 0
    ? null
    : cents.reduce((one, other) => (one === null || other === null ? null : one + other));

function payOf({ employers }: Salaries, month: string): Measures {
  const ofMonth = <Line extends { month: string; state: string }>(lines: readonly Line[]) =>
    lines.filter((line) => line.month === month && line.state !== 'closed');
  const working = employers
    .map(({ contracts, shared }) => ({
      contracts: ofMonth(contracts.flatMap((contract) => contract.months)),
      shared: ofMonth(shared),
    }))
    .filter(({ contracts, shared }) => contracts.length + shared.length > 0);
  const everyLine = working.flatMap(({ contracts, shared }) => [...contracts, ...shared]);
  if (!everyLine.every(({ state }) => state === 'declared' || state === 'corrected')) return UNKNOWN;
  return measured((measure) =>
    sum(
      working.map(({ contracts, shared }) => {
        const [own, together] = [contracts, shared].map((lines) =>
          lines.map(({ measures }) => measures[measure]),
        );
        return employerTotal(own ?? [], together ?? []);
      }),
    ),
  );
}

/** What a contract lacks may stand in the payment for several together, and the other way round. */
function employerTotal(own: readonly (number | null)[], together: readonly (number | null)[]): number | null {
  const has = (cents: readonly (number | null)[]) => cents.some((one) => one !== null);
  const lacks = (cents: readonly (number | null)[]) => cents.includes(null);
  if ((lacks(own) && !has(together)) || (lacks(together) && !has(own))) return null;
  return sum([...own, ...together].filter((cents) => cents !== null));
}

const paidOf = (lines: readonly ReplacementIncome[]): Measures => ({
  ...measured((measure) => (measure === 'netPaid' ? null : sum(lines.map((line) => line[measure])))),
});

/** From the first month that is known to the last; undefined where none is. */
function knownOf(
  kind: IncomeKind,
  totals: Totals,
  payers: readonly (string | null)[],
): KnownIncome | undefined {
  const told = [...totals].toSorted(([one], [other]) => one.localeCompare(other));
  const isKnown = ([, measures]: (typeof told)[number]) =>
    MEASURES.some((measure) => measures[measure] !== null);
  const months = told.slice(told.findIndex(isKnown), told.findLastIndex(isKnown) + 1);
  const [start] = months[0] ?? [];
  if (start === undefined) return undefined;
  const series = MEASURES.flatMap((measure) => {
    const cents = months.map(([, measures]) => measures[measure]);
    return cents.some((one) => one !== null) ? [[measure, cents] as const] : [];
  });
  return { kind, income: { start, ...Object.fromEntries(series) }, payers };
}
