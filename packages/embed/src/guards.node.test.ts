import { FRAME_FAILURES } from '@mds-kit/contract/embedding-words';
import { FrameMessage } from '@mds-kit/contract/embedding';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFrameMessage } from './guards.ts';

const agrees = (message: unknown) => {
  expect(isFrameMessage(message)).toBe(FrameMessage.safeParse(message).success);
};

const types = ['ready', 'resize', 'toggle', 'session', 'failed'] as const;
const number = fc.oneof(
  fc.integer({ min: -2, max: 1300 }).map((n) => n * 8),
  fc.double(),
  fc.constantFrom(-0, NaN, Infinity, 1e308, 2 ** 53, 10_000, 10_008, 4.5),
);
const value = fc.oneof(
  number,
  fc.boolean(),
  fc.string(),
  fc.constantFrom(...FRAME_FAILURES, null, undefined),
);

/** Messages of the right shape, and of nearly the right one. */
const near = fc.record(
  {
    type: fc.oneof(fc.constantFrom(...types), fc.string()),
    height: value,
    open: value,
    signedIn: value,
    code: value,
    more: fc.anything(),
  },
  { requiredKeys: [] },
);

describe('the guard of the shell', () => {
  it.each([
    { type: 'ready' },
    { type: 'resize', height: 176 },
    { type: 'toggle', open: true },
    { type: 'session', signedIn: false },
    ...FRAME_FAILURES.map((code) => ({ type: 'failed', code })),
  ])('accepts %j', (message) => {
    expect(isFrameMessage(message)).toBe(true);
    agrees(message);
  });

  it('says what the contract says of messages that are nearly right', () => {
    fc.assert(fc.property(near, agrees), { numRuns: 5000 });
  });

  it('says what the contract says of anything', () => {
    fc.assert(
      fc.property(fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true }), agrees),
      { numRuns: 2000 },
    );
  });

  it.each([[[]], [Object.assign([], { type: 'ready' })], [new Map([['type', 'ready']])], [() => 'ready']])(
    'says what the contract says of %s',
    agrees,
  );
});
