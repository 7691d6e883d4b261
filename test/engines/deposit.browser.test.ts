/** Deposits in pages: a payroll program that runs in one must write and read them as Node does. */
import { expect } from '@open-wc/testing';
import { arbitraryDeposit } from '@mds-kit/dsn/testing/arbitrary-deposit';
import { collected, eventsOf, joined, kept, withoutLines } from '@mds-kit/dsn/testing/reading';
import { writeDeposit } from '@mds-kit/dsn/write-deposit';
import fc from 'fast-check';

/** Not every engine walks through a stream by itself. */
async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

describe('a deposit in a page', () => {
  it('is the same when it was written and read', () => {
    fc.assert(
      fc.property(arbitraryDeposit, (deposit) => {
        const { outcome, deposits } = kept(eventsOf(joined(writeDeposit(deposit))));
        expect(outcome).to.equal('taken');
        expect(deposits.map(withoutLines)).to.deep.equal([deposit]);
      }),
    );
  });

  it('is read from a file that somebody chose', async () => {
    const [deposit] = fc.sample(
      arbitraryDeposit.filter(({ declarations }) => declarations.length > 0),
      { seed: 2026, numRuns: 1 },
    );
    if (!deposit) throw new Error('There is none');
    const bytes = joined(writeDeposit(deposit));
    const file = new File([bytes.slice()], 'depot.dsn');
    expect(await collected(chunksOf(file))).to.deep.equal(eventsOf(bytes));
  });
});
