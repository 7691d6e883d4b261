/**
 * Which month a payment line counts in. It is the month of payment, but for a correction: a line of a later declaration
 * whose period is past, and whose contract, measure and period an earlier one declared, goes where that one went
 * (*régularisation au fil de l'eau*); so does a net social that was forgotten where the pay was declared. Whatever else
 * nobody declared before stays in its own month of payment: it was paid then, and says which period it is for.
 */
import { monthOf } from './calendar.ts';
import type { Lane, Lanes } from './lanes.ts';
import type { DeclarationRow, LineRow } from './rows.ts';
import { isSubstitution } from './versions.ts';

export type Counted = {
  readonly line: LineRow;
  readonly by: DeclarationRow;
  /** null: the employer's, of several contracts together. */
  readonly lane: Lane | null;
  /** Of payment. */
  readonly month: string;
  /** It changes what an earlier declaration said of that month. */
  readonly corrects: boolean;
};

/** The one month that a line's period lies in. */
export function periodMonthOf({ from, until }: LineRow): string | null {
  if (from === null || until === null) return null;
  return monthOf(from) === monthOf(until) ? monthOf(from) : null;
}

export function countedLines(
  lines: readonly { line: LineRow; by: DeclarationRow }[],
  lanes: Lanes,
): Counted[] {
  const placed = lines.map((one) => ({ ...one, lane: lanes.of(one.line, one.by) }));
  const first = firstDeclared(placed);
  const toldNetSocial = new Set(
    placed.filter(({ line }) => line.kind === 'net-social').map(({ by }) => by.id),
  );
  /** The pay of that month, by a declaration that forgot its net social (S21.G00.58). */
  const payWithoutNetSocial = (by: DeclarationRow, lane: Lane | null, period: string) =>
    (lane === null ? othersOf(by, lane, lanes) : [lane])
      .map((candidate) => first.get(keyOf(candidate, by, 'gross', period)))
      .find((pay) => pay && isBefore(pay, by) && !toldNetSocial.has(pay.by.id));
  return placed.flatMap(({ line, by, lane }): Counted | Counted[] => {
    const month = monthOf(line.paidOn);
    // A difference was never paid: without what it is from, it tells nothing.
    const own = isDifference(line) ? [] : { line, by, lane, month, corrects: isSubstitution(by) };
    const period = periodMonthOf(line);
    if (period === null || line.kind === 'bonus' || by.month === null) return own;
    const late = isSubstitution(by) ? period <= by.month : period < by.month;
    if (!late) return own;
    // The first payment may have been of one contract, and its correction of several together.
    for (const candidate of [lane, ...othersOf(by, lane, lanes)]) {
      const original = first.get(keyOf(candidate, by, line.kind, period));
      if (original && isBefore(original, by))
        return { line, by, lane: candidate, month: monthOf(original.line.paidOn), corrects: true };
    }
    const lacking = line.kind === 'net-social' ? payWithoutNetSocial(by, lane, period) : undefined;
    return lacking ? { line, by, lane, month: monthOf(lacking.line.paidOn), corrects: true } : own;
  });
}

/** By how much the net taxable of a month was wrong (S21.G00.56), which has no period where it is paid. */
const isDifference = ({ kind, from }: LineRow): boolean => kind === 'net-taxable' && from !== null;

type Placed = { line: LineRow; by: DeclarationRow; lane: Lane | null };

const keyOf = (lane: Lane | null, by: DeclarationRow, kind: LineRow['kind'], period: string) =>
  `${lane?.key ?? by.siret} ${kind} ${period}`;

/** Was that declared for an earlier month? What Urssaf or MSA declare in an employer's place comes after all of it. */
const isBefore = ({ by: { month } }: Placed, later: DeclarationRow) =>
  isSubstitution(later) || (month ?? '') < (later.month ?? '');

/** Where else in this establishment the period may have been declared. */
function othersOf(by: DeclarationRow, lane: Lane | null, lanes: Lanes): (Lane | null)[] {
  if (lane !== null) return [null];
  return lanes.all.filter(({ siret }) => siret === by.siret);
}

/** By contract, measure and month of work: the earliest declaration of an employer that told it. */
function firstDeclared(placed: readonly Placed[]): Map<string, Placed> {
  const first = new Map<string, Placed>();
  for (const one of placed) {
    const period = firstToldFor(one);
    if (period === null || isSubstitution(one.by)) continue;
    const key = keyOf(one.lane, one.by, one.line.kind, period);
    const known = first.get(key);
    if (known === undefined || isEarlier(one, known)) first.set(key, one);
  }
  return first;
}

/** By which month a correction names it: that of the work; for the net taxable, that of the declaration (S21.G00.56.001). */
function firstToldFor({ line, by }: Placed): string | null {
  if (line.kind === 'net-taxable') return isDifference(line) ? null : by.month;
  return line.kind === 'bonus' ? null : periodMonthOf(line);
}

/** The versions of one declaration among themselves: the one whose payment is earlier. */
function isEarlier(one: Placed, other: Placed): boolean {
  const [mine, theirs] = [one.by.month ?? '', other.by.month ?? ''];
  return mine < theirs || (mine === theirs && one.line.paidOn < other.line.paidOn);
}
