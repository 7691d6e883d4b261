import { FRAME_FAILURES } from '@mds-kit/contract/embedding-words';
import type { FrameMessage } from '@mds-kit/contract/embedding';

const failures: readonly unknown[] = FRAME_FAILURES;

/** A one-time code, a ticket or a challenge: 256 bits in base64url. */
export const isCode = (data: unknown): data is string => typeof data === 'string' && /^[\w-]{43}$/.test(data);

/**
 * Does the contract's `FrameMessage` accept this, of all that a port can carry (no functions)? By hand, for bytes; a
 * property test holds the two together.
 */
export function isFrameMessage(data: unknown): data is FrameMessage {
  const { type, height, open, signedIn, code, challenge, title } = (data ?? {}) as Record<string, unknown>;
  return (
    !Array.isArray(data) &&
    (type === 'ready' ||
      type === 'report-salary' ||
      (type === 'title' && typeof title === 'string' && title.length < 99) ||
      (type === 'toggle' && open === !!open) ||
      (type === 'session' && signedIn === !!signedIn) ||
      (type === 'failed' && failures.includes(code)) ||
      (type === 'challenge' && isCode(challenge)) ||
      (type === 'resize' &&
        typeof height === 'number' &&
        height >= 0 &&
        height <= 10_000 &&
        height % 8 === 0))
  );
}
