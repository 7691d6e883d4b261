import type { Household } from '@mds-kit/contract/household';
import type { FactPath } from '../unknown/because.ts';

/** A household with one more fact, as another one knows it: what a form writes when its question is answered. */
export function answered(told: Household, known: Household, fact: FactPath): Household {
  const next = structuredClone(told);
  if (fact === 'children') {
    next.children = (known.children ?? []).map(({ id }) => ({ id }));
    return next;
  }
  if (fact === 'adults.1') {
    next.adults = [...next.adults, ...known.adults.slice(1).map(({ id }) => ({ id }))];
    return next;
  }
  if (fact === 'housing.commune') {
    // Whoever tells a commune has it of the index, which has its zone too.
    const { commune, zone } = known.housing ?? {};
    next.housing = { ...next.housing, ...(commune !== undefined && { commune }), ...(zone && { zone }) };
    return next;
  }
  copy(next, known, fact.split('.'));
  return next;
}

function copy(into: unknown, from: unknown, [key, ...rest]: readonly string[]): void {
  if (key === undefined || typeof into !== 'object' || into === null) throw new TypeError('no such place');
  if (key === 'years') {
    Object.assign(into, { years: valueOf(from, 'years') });
    return;
  }
  const value = valueOf(from, key);
  if (value === undefined) throw new TypeError(`${key} is not known`);
  if (rest.length === 0 || typeof value === 'string') {
    Object.assign(into, { [key]: structuredClone(value) });
    return;
  }
  if (valueOf(into, key) === undefined) Object.assign(into, { [key]: {} });
  copy(valueOf(into, key), value, rest);
}

const valueOf = (of: unknown, key: string): unknown =>
  typeof of === 'object' && of !== null ? Object.entries(of).find(([name]) => name === key)?.[1] : undefined;
