import { z } from 'zod';

/** What the stub does besides answering at once: by path, since that is who is asked for what. */
export const Orders = z.object({
  /**
   * `record`: passes every call on to the sandbox, and keeps its answer. `watch`: answers from memory, unhurriedly, so
   * that calls made at once are seen to overlap, and notes each. `replay`: answers from memory at once.
   */
  mode: z.enum(['record', 'watch', 'replay']),
  faults: z.record(
    z.string(),
    z.union([
      z.object({ delayMs: z.number() }),
      /** Of every `of` calls, the first `hang` are never answered. */
      z.object({ hang: z.number(), of: z.number() }),
    ]),
  ),
});
export type Orders = z.infer<typeof Orders>;

/** One call as it came, with the moments between which it was under way (ms, the stub's own clock). */
export const Call = z.object({
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  from: z.number(),
  to: z.number(),
});
export type Call = z.infer<typeof Call>;

/** What happened since the orders were last given. */
export const Ledger = z.object({
  counts: z.record(z.string(), z.number()),
  /** Only while watching. */
  calls: z.array(Call),
});
export type Ledger = z.infer<typeof Ledger>;
