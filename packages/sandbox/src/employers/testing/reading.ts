import type { DsnEvent } from '@mds-kit/dsn/events';
import type { SmallDeposit } from '@mds-kit/dsn/testing/arbitrary-deposit';
import { eventsOf, joined } from '@mds-kit/dsn/testing/reading';
import { bytesOf, type DepositFile } from '../deposits.ts';

export const read = (file: DepositFile): readonly DsnEvent[] => eventsOf(joined(bytesOf(file)));

/** With lists that can be compared. */
export const inMemory = ({ deposit }: DepositFile): SmallDeposit => ({
  ...deposit,
  declarations: [...deposit.declarations].map((one) => ({ ...one, individuals: [...one.individuals] })),
});
