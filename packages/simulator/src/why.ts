import type { LegalText } from './tariff/law.ts';
import type { Num } from './unknown/num.ts';
import type { Truth } from './unknown/truth.ts';
import type { About, Comparison, Criterion, Step, Why } from './rule.ts';

/** For whoever wants amounts alone: an earnings curve, a comparison of many households. */
export const NOBODY_ASKS: Why = {
  asked: false,
  criterion: (_id, truth) => truth,
  compare: (_id, value, holds, threshold) => holds(value, threshold),
  step: (_id, cents) => cents,
};

/** Keeps what it is told, in order. */
export class Reasons implements Why {
  readonly asked = true;
  readonly criteria: Criterion[] = [];
  readonly steps: Step[] = [];

  criterion(id: string, truth: Truth, about: About): Truth {
    this.criteria.push({ id, truth, ...about });
    return truth;
  }

  compare(id: string, value: Num, holds: Comparison, threshold: Num, about: About): Truth {
    return this.criterion(id, holds(value, threshold), { ...about, value, threshold });
  }

  step(id: string, cents: Num, law: LegalText, about?: Pick<Step, 'who' | 'counts'>): Num {
    this.steps.push({ id, cents, law, ...about });
    return cents;
  }
}
