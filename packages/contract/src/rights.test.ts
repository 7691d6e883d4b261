import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { situationOf } from './rights.ts';

const list = fc.array(fc.constant({}), { maxLength: 3 });
const parts = fc.record({ rights: list, missing: list, notCovered: list });

describe('situationOf', () => {
  it('never reads a silence as "nothing is paid"', () => {
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

  it('never says "nothing is paid" where a scheme transmits nothing: unknown is not no', () => {
    expect(situationOf({ rights: [], missing: [], notCovered: [{}] })).toBe('not-covered');
    expect(situationOf({ rights: [], missing: [], notCovered: [] })).toBe('nothing-paid');
  });
});
