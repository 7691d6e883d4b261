/**
 * The figures of each month of payment, and how they came to be: what was declared first, then each change with the
 * declaration that brought it. The last change always ends at the figure that holds.
 */
import type { Correction } from '@mds-kit/contract/salaries';
import type { LineKind } from '../database.ts';
import type { Counted } from './attribution.ts';
import type { DeclarationRow } from './rows.ts';
import { type Chain, inTime, isCancellation, isSubstitution } from './versions.ts';

export type MeasureName = Correction['measure'];

const MEASURE_OF: Readonly<Record<LineKind, MeasureName | null>> = {
  'net-social': 'netSocial',
  'net-paid': 'netPaid',
  'net-taxable': 'netTaxable',
  gross: 'gross',
  hours: 'hours',
  bonus: null,
};

export type MonthFigures = {
  readonly values: ReadonlyMap<MeasureName, number | null>;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
  /** Lines that hold, and are of this month of payment in their own right. */
  readonly lines: readonly Counted[];
};

/** `lane key or siret` → month → figures. */
export type Figures = ReadonlyMap<string, ReadonlyMap<string, MonthFigures>>;

export const ownerOf = ({ lane, by }: Counted): string => lane?.key ?? by.siret;

type Sum = { sum: number; lines: number };
type Cell = { measure: MeasureName; total: Sum };
type Draft = { cells: Map<MeasureName, Cell>; corrections: Correction[]; lines: Counted[] };

/** @param counted lines of all versions */
export function figuresOf(chains: readonly Chain[], counted: readonly Counted[]): Figures {
  const byDeclaration = Map.groupBy(counted, ({ by }) => by.id);
  const linesBy = (declaration: DeclarationRow | undefined) =>
    declaration && !isCancellation(declaration) ? (byDeclaration.get(declaration.id) ?? []) : [];
  const months = new Map<string, Map<string, Draft>>();
  const draftOf = (one: Counted): Draft => {
    const owner = ownerOf(one);
    const ofOwner = months.get(owner) ?? new Map<string, Draft>();
    months.set(owner, ofOwner);
    const draft = ofOwner.get(one.month) ?? { cells: new Map(), corrections: [], lines: [] };
    ofOwner.set(one.month, draft);
    return draft;
  };

  for (const { versions } of chains)
    for (const one of linesBy(versions[0])) {
      const draft = draftOf(one);
      if (!one.corrects) add(draft, one, 1);
    }
  const steps = chains.flatMap(({ versions }) =>
    versions.map((version, index) => ({ version, before: versions[index - 1] })),
  );
  for (const { version, before } of steps.toSorted((one, other) => inTime(one.version, other.version))) {
    const removed = linesBy(before);
    const added = linesBy(version).filter(({ corrects }) => corrects || before !== undefined);
    change(version, before, [
      ...removed.map((one) => ({ one, sign: -1, draft: draftOf(one) })),
      ...added.map((one) => ({ one, sign: 1, draft: draftOf(one) })),
    ]);
  }
  for (const { holds } of chains)
    for (const one of linesBy(holds)) if (!isElsewhere(one)) draftOf(one).lines.push(one);
  return new Map([...months].map(([owner, drafts]) => [owner, finished(drafts)]));
}

/** A correction of another month: its day of payment and period say nothing of the month that it corrects. */
const isElsewhere = ({ corrects, line, month }: Counted) => corrects && line.paidOn.slice(0, 7) !== month;

type Change = { one: Counted; sign: number; draft: Draft };

function change(
  version: DeclarationRow,
  before: DeclarationRow | undefined,
  changes: readonly Change[],
): void {
  const touched = new Map<Cell, { was: number | null; draft: Draft }>();
  for (const { one, sign, draft } of changes) {
    const measure = MEASURE_OF[one.line.kind];
    if (measure === null) continue;
    const cell = cellOf(draft, measure);
    if (!touched.has(cell)) touched.set(cell, { was: valueOf(cell), draft });
    add(draft, one, sign);
  }
  for (const [cell, { was, draft }] of touched) {
    const now = valueOf(cell);
    if (was === now) continue;
    draft.corrections.push({
      measure: cell.measure,
      was,
      now,
      declaredFor: version.month ?? '',
      declaredOn: version.declaredOn,
      how: howOf(version, before),
    });
  }
}

function howOf(version: DeclarationRow, before: DeclarationRow | undefined): Correction['how'] {
  if (isSubstitution(version)) return 'substituted';
  if (before === undefined) return 'regularised';
  return isCancellation(version) ? 'cancelled' : 'replaced';
}

function cellOf({ cells }: Draft, measure: MeasureName): Cell {
  const known = cells.get(measure);
  if (known) return known;
  const cell: Cell = { measure, total: { sum: 0, lines: 0 } };
  cells.set(measure, cell);
  return cell;
}

function add(draft: Draft, { line }: Counted, sign: number): void {
  const measure = MEASURE_OF[line.kind];
  if (measure === null) return;
  const { total } = cellOf(draft, measure);
  total.sum += sign * line.amount;
  total.lines += sign;
}

/** Nothing declared is not zero. */
const valueOf = ({ total }: Cell): number | null => (total.lines > 0 ? total.sum : null);

const finished = (drafts: ReadonlyMap<string, Draft>): Map<string, MonthFigures> =>
  new Map(
    [...drafts].map(([month, { cells, corrections, lines }]) => [
      month,
      {
        values: new Map([...cells].map(([measure, cell]) => [measure, valueOf(cell)])),
        corrections,
        lines,
      },
    ]),
  );
