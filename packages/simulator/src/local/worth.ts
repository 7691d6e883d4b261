import type { Money } from '../result.ts';
import { highest, lowest } from '../unknown/num.ts';
import type { Truth } from '../unknown/truth.ts';
import type { LocalAmount, Predicate } from './local-benefit.ts';
import { evaluatePredicate, isNum, type LocalFacts, type Parameters } from './predicate.ts';

type Steps = Extract<LocalAmount, { kind: 'scale' }>['steps'];

/** How much money a local amount brings, cents for its period; null where it is no money received, or has no figure. */
export function worthOf(amount: LocalAmount, facts: LocalFacts, parameters: Parameters): Money | null {
  const holds = (when: Predicate | undefined): Truth =>
    when === undefined ? true : evaluatePredicate(when, facts, parameters);
  switch (amount.kind) {
    case 'fixed':
      return { least: amount.value, most: amount.value };
    case 'max':
      return { least: amount.min ?? 0, most: amount.value };
    case 'voucher':
      return { least: 0, most: amount.value };
    case 'per-child':
      return perChild(amount, holds, facts);
    case 'scale':
      return step(amount.steps, facts(amount.by).value);
    case 'by-option':
      return {
        least: 0,
        most: Math.max(
          0,
          ...amount.options
            .filter(({ when }) => holds(when) !== false)
            .map(({ value, max }) => value ?? max ?? 0),
        ),
      };
    default:
      return null;
  }
}

function perChild(
  { children, value, variants = [] }: Extract<LocalAmount, { kind: 'per-child' }>,
  holds: (when: Predicate) => Truth,
  facts: LocalFacts,
): Money | null {
  const count = facts(children).value;
  if (typeof count !== 'number') return null;
  const possible = variants.filter(({ when }) => holds(when) !== false).map((variant) => variant.value);
  const certain = variants.filter(({ when }) => holds(when) === true).map((variant) => variant.value);
  const each = certain.length > 0 ? certain : [...(value === undefined ? [] : [value]), ...possible];
  if (each.length === 0) return null;
  return { least: Math.min(...each) * count, most: Math.max(...each) * count };
}

/** The last step whose `from` is not above the fact; over all that the fact may be. */
function step(steps: Steps, fact: ReturnType<LocalFacts>['value']): Money {
  const values = steps.map(({ value }) => value);
  const all = { least: Math.min(...values), most: Math.max(...values) };
  if (!isNum(fact)) return all;
  const reached = (x: number) => steps.findLast(({ from = -Infinity }) => from <= x)?.value ?? 0;
  const between = steps.filter(({ from = -Infinity }) => from > lowest(fact) && from <= highest(fact));
  const within = [reached(lowest(fact)), reached(highest(fact)), ...between.map(({ value }) => value)];
  return { least: Math.min(...within), most: Math.max(...within) };
}
