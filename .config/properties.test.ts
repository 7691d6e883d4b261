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

it('tries the same cases every time in a plain run, and others each time in a full one', () => {
  const draw = () => {
    const drawn: number[] = [];
    fc.assert(fc.property(fc.integer(), (number) => void drawn.push(number)));
    return drawn;
  };
  if (process.env.MDS_FULL === undefined) expect(draw()).toEqual(draw());
  else expect(draw()).not.toEqual(draw());
});
