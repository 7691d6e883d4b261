import type { Problem } from '@mds-kit/contract/problem';

/** Codes that this side adds to those of contract/problems.ts, for when the portal did not get to answer. */
export type LocalErrorCode = 'network' | 'timeout' | 'invalid-answer';

/**
 * A call that failed. `code` is stable: one of contract/problems.ts, or a {@link LocalErrorCode}. `problem` is
 * what the portal said, in the language that was asked; messages never hold anything about the person.
 * A call that its own caller aborted rejects with the signal's reason instead.
 */
export class PortalError extends Error {
  readonly code: string;
  readonly problem: Problem | undefined;

  constructor(code: string, options: { problem?: Problem | undefined; cause?: unknown } = {}) {
    super(options.problem?.title ?? code, { cause: options.cause });
    this.name = 'PortalError';
    this.code = code;
    this.problem = options.problem;
  }
}
