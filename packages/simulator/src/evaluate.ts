import { receivedBefore } from './already-received.ts';
import type { Rule, Why } from './rule.ts';
import { missingStructure } from './situation/structure.ts';
import type { Situation } from './situation/situation.ts';
import { together, type Because, type FactPath } from './unknown/because.ts';
import { CRDS_RATE } from './tariff/general.parameters.ts';
import { because, either, highest, plus, positive, rounded, times, type Num } from './unknown/num.ts';
import { isUnknown, type Truth } from './unknown/truth.ts';

/**
 * What a rule says of a situation, before it is put into words:
 *
 * - `closed`: no right; `open`: a right, or perhaps one, with what it is worth (bounds where something is unknown)
 * - `unasked`: cannot be computed before these facts are there
 * - `beyond`: a case for which the rules here do not hold
 */
export type Verdict =
  | { kind: 'closed' }
  | Open
  | { kind: 'unasked'; missing: readonly FactPath[] }
  | { kind: 'beyond'; facts: Because };

/** `waits`: the facts that could still change it. */
type Open = {
  kind: 'open';
  right: Truth;
  cents: Num | null;
  supplement: Num;
  contribution: Num;
  waits: Because;
};

export function evaluate(rule: Rule, situation: Situation, why: Why): Verdict {
  if (situation.dwelling.overseas && !rule.overseas) return { kind: 'beyond', facts: ['beyond.overseas'] };
  const toOpen = missingStructure(situation, rule.needs.toOpen);
  if (toOpen.length > 0) return { kind: 'unasked', missing: toOpen };
  const right = rule.opens(situation, why);
  if (right === false) return { kind: 'closed' };
  const toCount = missingStructure(situation, rule.needs.toCount);
  if (toCount.length > 0) return { kind: 'unasked', missing: toCount };
  const worth = (cents: Num) => rounded(positive(either(right, cents, 0)));
  const amount = rule.amount(situation, why);
  const cents = amount === null ? null : worth(amount);
  const supplement = worth(rule.supplement?.(situation, why) ?? 0);
  const contribution = worth(rule.contribution?.(situation, why) ?? 0);
  let waits = isUnknown(right) ? right.because : [];
  for (const worth of [cents ?? 0, supplement, contribution]) waits = together(waits, because(worth));
  const beyond = waits.filter((path) => path.startsWith('beyond.'));
  if (beyond.length > 0) return { kind: 'beyond', facts: beyond };
  if (cents === null || highest(plus(cents, supplement)) > 0) {
    waits = together(waits, besideFigures(rule, situation));
  }
  return { kind: 'open', right, cents, supplement, contribution, waits };
}

/** What could still change what a figure stands for: whether the home lies overseas, where all of them differ, and whether it is new. */
function besideFigures({ id, overseas }: Rule, situation: Situation): Because {
  const received = because(receivedBefore(id, situation));
  if (overseas || situation.dwelling.commune !== undefined) return received;
  return together(['housing.commune'], received);
}

/** What comes to the account of an amount that a rule gives. */
export const afterCrds = ({ crds }: Rule, cents: Num): Num =>
  crds ? rounded(times(cents, 1 - CRDS_RATE)) : cents;
