import type { FactPath } from '../unknown/because.ts';
import type { Num } from '../unknown/num.ts';
import { above, all, any, atLeast, atMost, below, not, unknown, type Truth } from '../unknown/truth.ts';
import type { Condition, Predicate } from './local-benefit.ts';

/**
 * A list of which some members are known, and some are known not to be in it: who receives RSA may receive other things
 * that nobody asked about.
 */
export interface Members {
  readonly has: readonly string[];
  readonly hasNot: readonly string[];
  /** Nothing else is in it. */
  readonly complete: boolean;
}

/** A fact as a condition can look at it; undefined: not known. `oneOf`: one of these, and nobody knows which. */
export type LocalFact = Num | string | boolean | Members | { readonly oneOf: readonly string[] } | undefined;
export type LocalFacts = (fact: string) => { readonly value: LocalFact; readonly path: FactPath };

/** The figures that conditions may name, cents a month. */
export type Parameters = Readonly<Record<'rsa.base_amount' | 'aspa.amount', number>>;

/** Whether a predicate holds: yes, no, or not known for want of these facts. */
export function evaluatePredicate(predicate: Predicate, facts: LocalFacts, parameters: Parameters): Truth {
  const inner = (one: Predicate) => evaluatePredicate(one, facts, parameters);
  if ('all' in predicate) return all(...predicate.all.map(inner));
  if ('any' in predicate) return any(...predicate.any.map(inner));
  if ('not' in predicate) return not(inner(predicate.not));
  return evaluateCondition(predicate, facts, parameters);
}

function evaluateCondition({ fact, op, value }: Condition, facts: LocalFacts, parameters: Parameters): Truth {
  const { value: known, path } = facts(fact);
  const dontKnow = unknown(path);
  if (known === undefined) return dontKnow;
  const wanted = typeof value === 'object' && !Array.isArray(value) ? parameters[value.param] : value;
  if (op === 'contains' || op === 'intersects') {
    return isMembers(known) ? intersects(known, [wanted].flat().map(String), dontKnow) : dontKnow;
  }
  if (op === '==' || op === 'in') return equals(known, [wanted].flat(), dontKnow);
  if (typeof wanted !== 'number' || !isNum(known)) return dontKnow;
  return COMPARE[op](known, wanted);
}

const COMPARE = { '>=': atLeast, '<=': atMost, '>': above, '<': below } as const;

export const isNum = (fact: LocalFact): fact is Num =>
  typeof fact === 'number' || (typeof fact === 'object' && 'lo' in fact);

const isMembers = (fact: LocalFact): fact is Members => typeof fact === 'object' && 'has' in fact;

function intersects({ has, hasNot, complete }: Members, wanted: readonly string[], dontKnow: Truth): Truth {
  if (wanted.some((one) => has.includes(one))) return true;
  return complete || wanted.every((one) => hasNot.includes(one)) ? false : dontKnow;
}

function equals(known: LocalFact, wanted: readonly (string | number | boolean)[], dontKnow: Truth): Truth {
  if (typeof known === 'object' && 'oneOf' in known) {
    const matching = known.oneOf.filter((one) => wanted.includes(one)).length;
    if (matching === 0) return false;
    return matching === known.oneOf.length ? true : dontKnow;
  }
  if (isNum(known)) {
    return any(
      ...wanted
        .filter((one) => typeof one === 'number')
        .map((one) => all(atLeast(known, one), atMost(known, one))),
    );
  }
  return typeof known === 'string' || typeof known === 'boolean' ? wanted.includes(known) : dontKnow;
}
