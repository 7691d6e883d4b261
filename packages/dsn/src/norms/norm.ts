import type { Norm } from '../model.ts';
import type { BlockName } from './blocks.ts';

/** What one yearly norm has beyond the blocks that all have in common (blocks.ts): numbers that we do not read. */
export type NormTable = { version: Norm; unread: Readonly<Partial<Record<BlockName, string>>> };
