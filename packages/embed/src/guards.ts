import { FRAME_FAILURES } from '@mds-kit/contract/embedding-words';
import type { FrameMessage } from '@mds-kit/contract/embedding';

const failures: readonly unknown[] = FRAME_FAILURES;

/** Does the contract's `FrameMessage` accept this? By hand, for bytes; a property test holds the two together. */
export function isFrameMessage(data: unknown): data is FrameMessage {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
  const { type, height, open, signedIn, code } = data as Record<string, unknown>;
  switch (type) {
    case 'ready':
      return true;
    case 'resize':
      return typeof height === 'number' && height >= 0 && height <= 10_000 && height % 8 === 0;
    case 'toggle':
      return typeof open === 'boolean';
    case 'session':
      return typeof signedIn === 'boolean';
    case 'failed':
      return failures.includes(code);
  }
  return false;
}
