import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { situationOf } from './rights.ts';

const list = fc.array(fc.constant({}), { maxLength: 3 });
const parts = fc.record({ rights: list, missing: list, notCovered: list, answered: fc.nat(3) });

describe('situationOf', () => {
  it('never reads a silence as "nothing is paid", whatever else was answered', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const situation = situationOf(given);
        if (given.missing.length > 0) expect(['rights', 'not-answering']).toContain(situation);
      }),
    );
  });

  it('shows rights whenever one is known', () => {
    fc.assert(
      fc.property(parts, (given) => {
        expect(situationOf(given) === 'rights').toBe(given.rights.length > 0);
      }),
    );
  });

  it('says "not covered" only when nobody else could answer', () => {
    expect(situationOf({ rights: [], missing: [], notCovered: [{}], answered: 0 })).toBe('not-covered');
    expect(situationOf({ rights: [], missing: [], notCovered: [{}], answered: 1 })).toBe('nothing-paid');
  });
});
