import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDeposit } from './testing/arbitrary-deposit.ts';
import { collected, eventsOf, joined, kept, withoutLines } from './testing/reading.ts';
import { writeDeposit } from './write-deposit.ts';

const full = process.env.MDS_FULL !== undefined;

describe('a deposit that is written and read', () => {
  it('is the same deposit', () => {
    fc.assert(
      fc.property(arbitraryDeposit, (deposit) => {
        const { outcome, deposits } = kept(eventsOf(joined(writeDeposit(deposit))));
        expect(outcome).toBe('taken');
        expect(deposits.map(withoutLines)).toEqual([deposit]);
      }),
      { numRuns: full ? 10_000 : 2000 },
    );
  });

  it('is the same however its bytes come', async () => {
    const cut = fc.array(fc.nat(), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(arbitraryDeposit, cut, fc.boolean(), async (deposit, cuts, byOne) => {
        const bytes = joined(writeDeposit(deposit));
        const at = byOne ? [...bytes.keys()] : cuts.map((one) => one % bytes.length).sort((a, b) => a - b);
        const pieces = at.map((start, index) => bytes.subarray(start, at[index + 1] ?? bytes.length));
        expect(await collected(Readable.from([bytes.subarray(0, at[0] ?? bytes.length), ...pieces]))).toEqual(
          eventsOf(bytes),
        );
      }),
      { numRuns: full ? 2000 : 300 },
    );
  });
});
