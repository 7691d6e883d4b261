import fc from 'fast-check';
import { expect, it } from 'vitest';

it('gives every property test its count: a thousand cases, ten thousand in a full run', () => {
  let cases = 0;
  fc.assert(
    fc.property(fc.boolean(), () => {
      cases += 1;
    }),
  );
  expect(cases).toBe(process.env.MDS_FULL === undefined ? 1000 : 10_000);
});
