import { afterCrds, type Verdict } from './evaluate.ts';
import type { BenefitResult, Money } from './result.ts';
import type { Rule } from './rule.ts';
import { highest, lowest, plus, UNBOUNDED, type Num } from './unknown/num.ts';

export const money = (cents: Num): Money => ({
  least: lowest(cents),
  most: highest(cents) >= UNBOUNDED / 2 ? null : highest(cents),
});

/** What benefits bring together; one of which nothing can be said yet leaves the sum without an upper bound. */
export function sum(benefits: readonly BenefitResult[]): Money {
  let least = 0;
  let most: number | null = 0;
  for (const { status, paid, supplement, contribution } of benefits) {
    if (status === 'cannot-tell' && paid === null && contribution === null) most = null;
    for (const part of [paid, supplement]) {
      least += part?.least ?? 0;
      most = most === null || part?.most === null ? null : most + (part?.most ?? 0);
    }
  }
  return { least, most };
}

/** What a rule says of the household that has received for long what it is due. */
export interface Settled {
  readonly rule: Rule;
  readonly verdict: Verdict;
}

/**
 * Monthly money that is not received yet. In its first months a benefit knows nothing of those that are claimed with it:
 * RSA looks at the AAH that was received, and there was none. That is `most`; `least` is what stays once each has counted
 * the others, and less where that takes from what is received already. Of a benefit of which nobody said whether it is
 * received, it may be that nothing is new.
 */
export function newPerMonth(benefits: readonly BenefitResult[], settled: readonly Settled[]): Money {
  const monthly = benefits.filter(({ period }) => period === 'month');
  const fresh = monthly.filter(({ received }) => received === 0);
  const { least } = sum(fresh);
  const { most } = sum(monthly.filter(({ received }) => received === null || received === 0));
  const stays = monthly.reduce((cents, benefit) => {
    const later = lowest(worthOf(settled.find(({ rule }) => rule.id === benefit.id)));
    if (fresh.includes(benefit)) return cents + later;
    return cents - Math.max(0, sum([benefit]).least - later);
  }, 0);
  return { least: Math.max(0, Math.min(least, stays)), most };
}

/** What comes to the account, cents a month; 0 where nothing can be said. */
function worthOf(settled: Settled | undefined): Num {
  if (settled?.verdict.kind !== 'open') return 0;
  const { cents, supplement } = settled.verdict;
  return plus(afterCrds(settled.rule, cents ?? 0), supplement);
}
