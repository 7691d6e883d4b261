import { afterAll, describe, expect, it } from 'vitest';
import { readCases } from '../../scripts/read-cases.ts';
import { amountsOf, SCHOOL_GRANTS } from './amounts.ts';
import { SET_ASIDE } from './set-aside.ts';

/** Euros. Halves of a cent are rounded up by some and to even by others, and up to five of them are added. */
const TOLERANCE = 0.05;

const cases = readCases();
const amounts = cases.map((one) => amountsOf(one));
const keys = Object.keys(cases[0]?.expected ?? {}).filter((key) => !SCHOOL_GRANTS.includes(key));

interface Tally {
  compared: number;
  equal: number;
  positive: number;
  setAside: Map<string, number>;
}

function tally(key: string): Tally & { differing: string[] } {
  const result = { compared: 0, equal: 0, positive: 0, setAside: new Map<string, number>() };
  const differing: string[] = [];
  for (const [index, one] of cases.entries()) {
    const aside = SET_ASIDE.find((row) => row.keys.includes(key) && row.holds(one));
    if (aside) {
      result.setAside.set(aside.why, (result.setAside.get(aside.why) ?? 0) + 1);
      continue;
    }
    const expected = one.expected?.[key] ?? Number.NaN;
    const ours = amounts[index]?.[key];
    result.compared += 1;
    if (expected > 0) result.positive += 1;
    if (typeof ours === 'number' && Math.abs(ours - expected) <= TOLERANCE + 1e-9) result.equal += 1;
    else differing.push(one.id);
  }
  return { ...result, differing };
}

describe('amounts beside those of an independent model', () => {
  const lines: string[] = [];

  it.each(keys)('%s', (key) => {
    const { compared, equal, positive, setAside, differing } = tally(key);
    const aside = [...setAside].map(([why, count]) => `${String(count)} set aside: ${why}`);
    lines.push([`${key}: ${String(compared)} compared, ${String(equal)} equal`, ...aside].join('; '));
    expect(differing).toEqual([]);
    // Enough of them with an amount that a rule which always says 0 would be seen.
    expect(positive).toBeGreaterThan(50);
    expect(compared).toBeGreaterThan(cases.length * 0.9);
  });

  it('has every key of the kept amounts, and null for the grants of schools', () => {
    for (const [index, one] of cases.entries()) {
      expect(Object.keys(amounts[index] ?? {}).sort()).toEqual(Object.keys(one.expected ?? {}).sort());
    }
    expect(amounts[0]).toMatchObject({ bourse_college: null, bourse_lycee: null });
  });

  afterAll(() => {
    console.log(lines.join('\n'));
  });
});
