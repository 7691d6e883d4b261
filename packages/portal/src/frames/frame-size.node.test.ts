import { FrameMessage } from '@mds-kit/contract/embedding';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundedHeight } from './frame-size.ts';

describe('the height that a frame tells', () => {
  it('is always one that the shell accepts, and never cuts the widget', () => {
    fc.assert(
      fc.property(
        fc.integer({ max: 20_000_000, min: 0 }).map((n) => n / 1000),
        (height) => {
          const told = roundedHeight(height);
          expect(FrameMessage.safeParse({ type: 'resize', height: told }).success).toBe(true);
          expect(told).toBeGreaterThanOrEqual(Math.min(height, 10_000));
        },
      ),
    );
  });

  it('is the same for heights that differ by less than a line', () => {
    expect(roundedHeight(169)).toBe(roundedHeight(176));
  });
});
