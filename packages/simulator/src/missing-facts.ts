import type { Verdict } from './evaluate.ts';
import type { Beyond } from './result.ts';
import type { FactPath } from './unknown/because.ts';
import { highest, lowest } from './unknown/num.ts';

/** What a benefit is taken to be worth, cents a month, while nothing bounds it: about what a full RSA is. */
const UNBOUNDED_WORTH = 600_00;

/** The facts that a verdict waits for; none where it would not change. */
export function missingOf(verdict: Verdict): readonly FactPath[] {
  if (verdict.kind === 'unasked') return verdict.missing;
  return verdict.kind === 'open' ? verdict.waits : [];
}

/**
 * How much each missing fact decides: the width of what could still come out, over all benefits that wait for it, shared
 * among the facts that each waits for.
 */
export function weigh(verdicts: readonly Verdict[]): ReadonlyMap<FactPath, number> {
  const weights = new Map<FactPath, number>();
  for (const verdict of verdicts) {
    const facts = missingOf(verdict);
    const share = width(verdict) / facts.length;
    for (const fact of facts) weights.set(fact, (weights.get(fact) ?? 0) + share);
  }
  return weights;
}

function width(verdict: Verdict): number {
  if (verdict.kind !== 'open' || verdict.cents === null) return UNBOUNDED_WORTH;
  return Math.min(highest(verdict.cents) - lowest(verdict.cents), UNBOUNDED_WORTH);
}

/** The fact that decides most first; those that weigh the same stay as they were. */
export const byWeight = (facts: readonly FactPath[], weights: ReadonlyMap<FactPath, number>): FactPath[] =>
  facts.toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));

const REASONS: Readonly<Record<string, Beyond>> = {
  'beyond.selfEmployment': 'self-employment',
  'beyond.dailyAllowance': 'daily-allowance',
  'beyond.rent': 'rent',
  'beyond.investment': 'investment',
  'beyond.otherYearlyIncome': 'other-yearly-income',
  'beyond.savings': 'savings',
  'beyond.property': 'property',
  'beyond.overseas': 'overseas',
};

/** Why a verdict is beyond the rules. */
export function beyondOf(verdict: Verdict): Beyond[] {
  if (verdict.kind !== 'beyond') return [];
  return [...new Set(verdict.facts.flatMap((path) => REASONS[path] ?? []))];
}
