import { createReadStream } from 'node:fs';
import type { Counts } from '@mds-kit/dsn/events';
import { readDeposit } from '@mds-kit/dsn/read-deposit';

export type Whole = { counts: Counts; paymentLines: number };

/** Reads a deposit to payment lines and keeps none of them. */
export async function readAll(path: string): Promise<Whole> {
  let paymentLines = 0;
  for await (const batch of readDeposit(createReadStream(path)))
    for (const event of batch) {
      if (event.kind === 'individual')
        for (const { remunerations, bonuses, otherIncomes, nets, bases } of event.individual.payments)
          paymentLines +=
            remunerations.length + bonuses.length + otherIncomes.length + nets.length + bases.length;
      if ('refusals' in event) throw new Error(`Refused: ${JSON.stringify(event.refusals)}`);
      if (event.kind === 'deposit-end') return { counts: event.counts, paymentLines };
    }
  throw new Error('The deposit has no end.');
}
