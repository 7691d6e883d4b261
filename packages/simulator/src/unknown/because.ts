/**
 * Where a fact stands in a household: `adults.0.incomes.salary`, `housing.rent`. A path that begins with `beyond.` names
 * what is known but not foreseen by the rules (`beyond.selfEmployment`): asking for more would not help.
 */
export type FactPath = string;

/** The facts that a value waits for, each once. */
export type Because = readonly FactPath[];

export function together(a: Because, b: Because): Because {
  if (a === b) return a;
  const fresh = b.filter((path) => !a.includes(path));
  return fresh.length === 0 ? a : [...a, ...fresh];
}
