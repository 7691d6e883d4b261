import type {
  Contract,
  Employer,
  Measure,
  ReplacementIncome,
  Salaries,
  SalaryMonth,
} from '@mds-kit/contract/salaries';

/** What stands in one line of the chart: a contract, payments for several of them, or another income. */
export interface Lane {
  readonly group: Group;
  readonly kind: 'contract' | 'shared' | ReplacementIncome['kind'];
  readonly contract?: Contract;
  /** Of another income: the organisation's id. */
  readonly payer?: string;
  /** One place for each month of the chart; empty where there was no work. */
  readonly cells: readonly (SalaryMonth | undefined)[];
}

/** Lanes of one employer; without one, the other incomes. */
export interface Group {
  readonly employer?: Employer;
  readonly lanes: Lane[];
}

/** A month in its lane. */
export interface Place {
  readonly lane: Lane;
  readonly line: SalaryMonth;
}

export interface Chart {
  readonly months: readonly string[];
  readonly groups: readonly Group[];
  readonly lanes: readonly Lane[];
  readonly places: ReadonlyMap<string, Place>;
}

/** Another income in the shape of a month's pay: it has no net paid, and no contract. */
const asLine = ({ id, month, netSocial, netTaxable, gross }: ReplacementIncome): SalaryMonth => ({
  id,
  month,
  state: 'declared',
  measures: { netSocial, netPaid: null, netTaxable, gross },
  hours: null,
  workedFrom: null,
  workedUntil: null,
  paidOn: [],
  bonuses: [],
  absences: [],
  corrections: [],
});

/** Each in the place of its month; a month after the end of a contract is empty. */
function cellsOf(lines: readonly SalaryMonth[], months: readonly string[]): Lane['cells'] {
  const byMonth = new Map(lines.map((line) => [line.month, line]));
  return months.map((month) => {
    const line = byMonth.get(month);
    return line?.state === 'closed' ? undefined : line;
  });
}

function employerGroup(employer: Employer, months: readonly string[]): Group {
  const group: Group = { employer, lanes: [] };
  for (const contract of employer.contracts)
    group.lanes.push({ group, kind: 'contract', contract, cells: cellsOf(contract.months, months) });
  if (employer.shared.length > 0)
    group.lanes.push({ group, kind: 'shared', cells: cellsOf(employer.shared, months) });
  return group;
}

/** A lane for who pays and of which kind; of two in one month, the second stands in another lane. */
function incomeGroup(incomes: readonly ReplacementIncome[], months: readonly string[]): Group {
  const group: Group = { lanes: [] };
  const lanes = Map.groupBy(incomes, ({ payer, kind, month }, at) => {
    const same = incomes.slice(0, at).filter((one) => one.payer === payer && one.kind === kind);
    return `${payer} ${kind} ${same.filter((one) => one.month === month).length}`;
  });
  for (const source of lanes.values()) {
    const [{ payer, kind }] = source as [ReplacementIncome];
    const cells = cellsOf(source.map(asLine), months);
    if (cells.some(Boolean)) group.lanes.push({ group, kind, payer, cells });
  }
  return group;
}

/** Salaries as they are drawn: lanes of employers, then those of other incomes. */
export function chartOf({ months: asked, pending, employers, incomes }: Salaries): Chart {
  const months = [...asked, ...pending];
  const groups = [
    ...employers.map((employer) => employerGroup(employer, months)),
    incomeGroup(incomes, months),
  ].filter((group) => group.lanes.length > 0);
  const lanes = groups.flatMap((group) => group.lanes);
  const all = lanes.flatMap((lane) => lane.cells.flatMap((line) => (line ? [{ lane, line }] : [])));
  return { months, groups, lanes, places: new Map(all.map((place) => [place.line.id, place])) };
}

/**
 * The month that is open at first: the latest of the first lane that something was declared of. Other incomes may be told
 * for months of which no salary is yet: one of them is open where there is no salary at all.
 */
export function latest({ groups, lanes }: Chart): string | undefined {
  const paid = groups[0]?.employer ? lanes.filter(({ group }) => group.employer) : lanes;
  const lines = paid.flatMap(({ cells }) => cells.filter((line) => line !== undefined));
  const told = lines.filter(({ state }) => state === 'declared' || state === 'corrected');
  const months = told.map(({ month }) => month).sort();
  return (told.find(({ month }) => month === months.at(-1)) ?? lines[0])?.id;
}

/** What was first declared, where a correction changed it. */
export function before({ corrections }: SalaryMonth, measure: Measure | 'hours'): number | null | undefined {
  return corrections.find((correction) => correction.measure === measure)?.was;
}
