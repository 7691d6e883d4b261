/** What merging and sending an answer may take on a busy machine. */
const RESERVE_MS = 50;

/** When to stop waiting for suppliers, so that the answer is out within the guaranteed time. */
export function deadlineOf(guaranteedMs: number): number {
  return guaranteedMs - Math.min(RESERVE_MS, guaranteedMs / 20);
}
