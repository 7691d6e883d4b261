/**
 * One person's months as a citizen reads them: employer by employer, contract by contract, from what was declared.
 * A pure function of rows: the same rows in any order say the same.
 */
import type { Contract, Employer, SalaryMonth } from '@mds-kit/contract/salaries';
import { absencesIn, absencesOf } from './absences.ts';
import { type Counted, countedLines } from './attribution.ts';
import { monthOf } from './calendar.ts';
import { figuresOf, type MeasureName, type MonthFigures } from './cells.ts';
import { type Lane, lanesOf, type Stated } from './lanes.ts';
import type { DeclarationRow, LineRow, SalaryRows } from './rows.ts';
import { termsOf } from './terms.ts';
import { type Chain, chainsOf, isMonthly, isSubstitution } from './versions.ts';

export type Window = {
  readonly months: readonly string[];
  readonly pending: readonly string[];
  /** `YYYY-MM-DD` */
  readonly today: string;
};

/** An id for a contract, or for one month of it, that tells nothing of either. */
export type IdOf = (...parts: readonly string[]) => string;

export function employersOf(rows: SalaryRows, window: Window, idOf: IdOf): Employer[] {
  const { chains, stated, lines } = ruled(rows);
  const lanes = lanesOf(stated, lines);
  const monthly = chains.filter(({ versions: [first] }) => first && isMonthly(first));
  const figures = figuresOf(monthly, countedLines(lines, lanes));
  const contracts = lanes.all.map((lane) => ({
    siret: lane.siret,
    lastPaid: lastPaid(figures.get(lane.key)),
    contract: contractOf(lane, figures.get(lane.key) ?? new Map(), window, idOf),
  }));
  const sirets = new Set([...lanes.all, ...rows.declarations].map(({ siret }) => siret));
  return [...sirets]
    .map((siret) => {
      const own = contracts.filter((one) => one.siret === siret).toSorted(latestFirst);
      const together = figures.get(siret);
      return {
        siret,
        lastPaid: [lastPaid(together), ...own.map((one) => one.lastPaid)].toSorted().at(-1) ?? '',
        contracts: own.map(({ contract }) => contract).filter((contract) => contract !== null),
        shared: sharedOf(siret, together, window, idOf),
      };
    })
    .filter((employer) => employer.contracts.length + employer.shared.length > 0)
    .toSorted((one, other) => latestFirst(one, other) || (one.siret < other.siret ? -1 : 1))
    .map(({ siret, contracts: own, shared }) => ({ siret, name: null, contracts: own, shared }));
}

type Ruled = {
  readonly chains: readonly Chain[];
  readonly stated: readonly Stated[];
  readonly lines: readonly { line: LineRow; by: DeclarationRow }[];
};

/** The rows with the declarations that they are of, and which of those hold. */
function ruled({ declarations, statements, lines }: SalaryRows): Ruled {
  const byId = new Map(declarations.map((declaration) => [declaration.id, declaration]));
  const statementsBy = Map.groupBy(statements, ({ declaration }) => declaration);
  const contractsOf = ({ id }: DeclarationRow) =>
    (statementsBy.get(id) ?? [])
      .map(({ contract }) => contract)
      .toSorted()
      .join(' ');
  const chains = chainsOf(declarations, contractsOf);
  const holding = new Set(chains.map(({ holds }) => holds?.id));
  return {
    chains,
    stated: statements.flatMap((row) => {
      const by = byId.get(row.declaration);
      return by ? [{ ...row, by, holds: holding.has(by.id) }] : [];
    }),
    lines: lines.flatMap((line) => {
      const by = byId.get(line.declaration);
      return by && isMonthly(by) && !isPlaceholder(line, by) ? [{ line, by }] : [];
    }),
  };
}

/** Urssaf and MSA pay nobody: what they declare in an employer's place comes with a payment of nothing (S21.G00.50). */
const isPlaceholder = ({ kind, amount }: LineRow, by: DeclarationRow): boolean =>
  isSubstitution(by) && amount === 0 && (kind === 'net-paid' || kind === 'net-taxable');

type ByMonth = ReadonlyMap<string, MonthFigures>;

const latestFirst = (one: { lastPaid: string }, other: { lastPaid: string }) =>
  one.lastPaid > other.lastPaid ? -1 : one.lastPaid < other.lastPaid ? 1 : 0;

const lastPaid = (months: ByMonth | undefined): string =>
  [...(months?.values() ?? [])]
    .flatMap(({ lines }) => lines.map(({ line }) => line.paidOn))
    .reduce((one, other) => (one > other ? one : other), '');

const allMonths = ({ months, pending }: Window) => [...months, ...pending];

/** null: nothing was declared of it for any of these months. */
function contractOf(lane: Lane, figures: ByMonth, window: Window, idOf: IdOf): Contract | null {
  const terms = termsOf(lane, window.today);
  const absences = absencesOf(lane);
  const stated = new Set(
    lane.statements.filter(({ by, holds }) => holds && isEmployersMonth(by)).map(({ by }) => by.month),
  );
  const pending = new Set(window.pending);
  const stateOf = (month: string): SalaryMonth['state'] => {
    const before = month < monthOf(terms.from);
    if (before || (terms.until !== null && month > monthOf(terms.until))) return 'closed';
    if (stated.has(month)) return 'declared';
    return pending.has(month) ? 'pending' : 'not-declared';
  };
  const months = allMonths(window).map((month): SalaryMonth => {
    const of = figures.get(month);
    const id = idOf(lane.key, month);
    const told = of && isTold(of) ? toldMonth(id, month, of) : emptyMonth(id, month, stateOf(month));
    return { ...told, absences: absencesIn(absences, month) };
  });
  const present = months.some(({ state }) => state === 'declared' || state === 'corrected');
  return present ? { id: idOf(lane.key), ...terms, months } : null;
}

const isEmployersMonth = (by: DeclarationRow) => isMonthly(by) && !isSubstitution(by);

function sharedOf(siret: string, figures: ByMonth | undefined, window: Window, idOf: IdOf): SalaryMonth[] {
  return allMonths(window).flatMap((month) => {
    const of = figures?.get(month);
    return of && isTold(of) ? [toldMonth(idOf(siret, month), month, of)] : [];
  });
}

const isTold = ({ values, corrections, lines }: MonthFigures) =>
  lines.length > 0 || corrections.length > 0 || [...values.values()].some((value) => value !== null);

function toldMonth(id: string, month: string, { values, corrections, lines }: MonthFigures): SalaryMonth {
  const value = (measure: MeasureName) => values.get(measure) ?? null;
  const worked = workOf(lines);
  return {
    id,
    month,
    state: corrections.length > 0 ? 'corrected' : 'declared',
    measures: {
      netSocial: value('netSocial'),
      netPaid: value('netPaid'),
      netTaxable: value('netTaxable'),
      gross: value('gross'),
    },
    hours: value('hours'),
    workedFrom: worked.map(({ from }) => from).toSorted()[0] ?? null,
    workedUntil:
      worked
        .map(({ until }) => until)
        .toSorted()
        .at(-1) ?? null,
    paidOn: [...new Set(lines.map(({ line }) => line.paidOn))].toSorted(),
    bonuses: lines
      .filter(({ line }) => line.kind === 'bonus')
      .map(({ line: { code, amount, from, until } }) => ({ type: code ?? '', cents: amount, from, until })),
    absences: [],
    corrections: [...corrections],
  };
}

type Period = { from: string; until: string };

/** What was paid for. The net social is a person's, of the whole month, whatever they worked in it. */
function workOf(lines: readonly Counted[]): Period[] {
  const periods = lines.flatMap(({ line: { kind, from, until }, corrects }) =>
    kind === 'bonus' || corrects || from === null || until === null ? [] : [{ kind, from, until }],
  );
  const work = periods.filter(({ kind }) => kind !== 'net-social');
  return work.length > 0 ? work : periods;
}

const emptyMonth = (id: string, month: string, state: SalaryMonth['state']): SalaryMonth => ({
  id,
  month,
  state,
  measures: { netSocial: null, netPaid: null, netTaxable: null, gross: null },
  hours: null,
  workedFrom: null,
  workedUntil: null,
  paidOn: [],
  bonuses: [],
  absences: [],
  corrections: [],
});
