import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Household } from '@mds-kit/contract/household';
import { monthIndex } from './calendar.ts';
import { NATIONAL } from './catalogue.ts';
import { afterCrds } from './evaluate.ts';
import type { Money } from './result.ts';
import type { Rule } from './rule.ts';
import type { Person } from './situation/person.ts';
import { money } from './money-in-all.ts';
import { earningSteadily, settledState, type SteadyState } from './steady-state.ts';
import { checkMonth } from './tariff/months.ts';
import { highest, minus, over, plus, rounded, type Num } from './unknown/num.ts';

export interface CurveOptions {
  /** Id of the adult whose pay is varied. */
  readonly person: string;
  /** `YYYY-MM` */
  readonly month: string;
  /** Net pay, cents a month: 0 to 2,800 € by 20 € unless said otherwise. */
  readonly range?: { readonly from: number; readonly to: number; readonly step: number };
}

/** The household at one pay, cents a month. */
export interface CurvePoint {
  readonly net: number;
  /**
   * What comes to the account of each benefit a month, a yearly one as a twelfth; below 0 for a right that costs (the
   * CSS). Those that bring and cost nothing are left out.
   */
  readonly benefits: Readonly<Partial<Record<BenefitId, Money>>>;
  /**
   * The incomes of all and their benefits; before income tax, and without what is paid once or cannot be told (see
   * `untold`).
   */
  readonly disposable: Money;
}

/** A stretch of pay along which there is less to live on the more is earned. */
export interface Cliff {
  readonly from: number;
  readonly to: number;
  /** Cents a month that the household has less at `to`. */
  readonly loss: number;
  /** The benefits that fell, most of all first, and by how much. */
  readonly benefits: readonly { readonly id: BenefitId; readonly loss: number }[];
  /** The pay from which on there is as much again as at `from`; null: beyond the range. */
  readonly regained: number | null;
}

export interface EarningsCurve {
  readonly points: readonly CurvePoint[];
  /** Only where all is known for certain. */
  readonly cliffs: readonly Cliff[];
  /** Benefits of which nothing can be said at some pay: they are in no sum. */
  readonly untold: readonly BenefitId[];
}

export const WHOLE_RANGE = { from: 0, to: 2_800_00, step: 20_00 } as const;
/** As many points as a picture can show. */
const MOST_POINTS = 2_000;

/**
 * All benefits and what there is to live on, along the pay of one adult: steady earnings, the same for years, and a
 * household that has received before what it is due now.
 *
 * @throws MonthOutOfReach; RangeError for somebody who is no adult of the household, or a range without an end
 */
export function earningsCurve(household: Household, options: CurveOptions): EarningsCurve {
  const { person, month, range = WHOLE_RANGE } = options;
  checkMonth(month);
  const index = household.adults.findIndex(({ id }) => id === person);
  if (index < 0) throw new RangeError(`nobody among the adults has the id "${person}"`);
  const pays = paysIn(range);
  const at = earningSteadily(household, index, month);
  const untold = new Set<BenefitId>();
  let rsaBefore = true;
  const points = pays.map((net): CurvePoint => {
    const state = settledState(at(net), month, rsaBefore);
    rsaBefore = highest(state.due('rsa')) > 0;
    return pointOf(state, net, monthIndex(month), untold);
  });
  return { points, cliffs: cliffsOf(points), untold: [...untold] };
}

function paysIn({ from, to, step }: NonNullable<CurveOptions['range']>): number[] {
  const count = Math.floor((to - from) / step) + 1;
  if (!(from >= 0 && step > 0 && count >= 1 && count <= MOST_POINTS)) {
    throw new RangeError(`from ${String(from)} to ${String(to)} by ${String(step)} is no range of pay`);
  }
  return Array.from({ length: count }, (_, at) => from + at * step);
}

function pointOf(state: SteadyState, net: number, month: number, untold: Set<BenefitId>): CurvePoint {
  const benefits: Partial<Record<BenefitId, Money>> = {};
  let disposable: Num = 0;
  for (const person of state.situation.everyone) disposable = plus(disposable, incomesOf(person, month));
  for (const rule of NATIONAL) {
    const verdict = state.verdict(rule.id);
    if (verdict.kind === 'closed') continue;
    if (verdict.kind !== 'open') {
      untold.add(rule.id);
      continue;
    }
    if (rule.period === 'once') continue;
    const paid = plus(monthlyPay(rule, verdict.cents ?? 0), verdict.supplement);
    const worth = minus(paid, verdict.contribution);
    disposable = plus(disposable, worth);
    if (worth !== 0) benefits[rule.id] = money(worth);
  }
  return { net, benefits, disposable: money(disposable) };
}

function monthlyPay(rule: Rule, cents: Num): Num {
  const paid = afterCrds(rule, cents);
  return rule.period === 'year' ? rounded(over(paid, 12)) : paid;
}

/** What the person has in the month, whatever the rules make of it. */
function incomesOf(person: Person, month: number): Num {
  const { salary, unemployment, pension, disabilityPension, alimony } = person;
  let sum: Num = 0;
  for (const income of [salary, unemployment, pension, disabilityPension, alimony]) {
    if (!income.none) sum = plus(sum, income.net(month));
  }
  return sum;
}

/** Less than a euro is the rounding of a benefit's steps. */
const LEAST_LOSS = 1_00;

function cliffsOf(points: readonly CurvePoint[]): Cliff[] {
  const cliffs: Cliff[] = [];
  let at = 0;
  while (at < points.length - 1) {
    let end = at;
    while (falls(points[end], points[end + 1])) end += 1;
    const [from, to] = [points[at], points[end]];
    if (end > at && from && to && certain(from) - certain(to) >= LEAST_LOSS) {
      cliffs.push(cliff(from, to, points.slice(end)));
    }
    at = Math.max(end, at + 1);
  }
  return cliffs;
}

const certain = ({ disposable: { least, most } }: CurvePoint): number => (least === most ? least : NaN);

const falls = (one: CurvePoint | undefined, next: CurvePoint | undefined): boolean =>
  one !== undefined && next !== undefined && certain(next) < certain(one);

function cliff(from: CurvePoint, to: CurvePoint, after: readonly CurvePoint[]): Cliff {
  const benefits = NATIONAL.map(({ id }) => ({
    id,
    loss: (from.benefits[id]?.least ?? 0) - (to.benefits[id]?.least ?? 0),
  }));
  const regained = after.find((point) => certain(point) >= certain(from));
  return {
    from: from.net,
    to: to.net,
    loss: certain(from) - certain(to),
    benefits: benefits.filter(({ loss }) => loss > 0).sort((a, b) => b.loss - a.loss),
    regained: regained?.net ?? null,
  };
}
