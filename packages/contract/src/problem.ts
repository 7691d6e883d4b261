import * as z from 'zod/mini';
import { Instant } from './formats.ts';

/**
 * Problem details (RFC 9457) as they cross the wire. Small on purpose: pages import this one; the list of codes
 * with their words is in problems.ts, on the server's side, which answers in the language that was asked.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  /** One of the codes of problems.ts. */
  code: z.string(),
  /** For announced maintenance: when it ends. */
  until: z.optional(Instant),
});
export type Problem = z.infer<typeof Problem>;
