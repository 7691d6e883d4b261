import { FRAME_FAILURES } from '@mds-kit/contract/embedding-words';
import { ControllerInit, FrameMessage } from '@mds-kit/contract/embedding';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCode, isFrameMessage } from './guards.ts';

const agrees = (message: unknown) => {
  expect(isFrameMessage(message)).toBe(FrameMessage.safeParse(message).success);
};

const types = [
  'ready',
  'title',
  'resize',
  'toggle',
  'report-salary',
  'session',
  'failed',
  'challenge',
] as const;
const number = fc.oneof(
  fc.integer({ min: -2, max: 1300 }).map((n) => n * 8),
  fc.double(),
  fc.constantFrom(-0, NaN, Infinity, 1e308, 2 ** 53, 10_000, 10_008, 4.5),
);
const LETTERS = ['a', 'Z', '0', '9', '_', '-'];
/** Of the right length, or nearly, and of the right letters, but for a few. */
const code = fc.string({
  unit: fc.constantFrom(...LETTERS, ...LETTERS, ...LETTERS, '=', '+', 'é', '\n'),
  minLength: 42,
  maxLength: 44,
});
const rightCode = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 43, maxLength: 43 });
const codes = fc.oneof(
  code,
  rightCode,
  rightCode.map((text) => [text]),
  rightCode.map((text) => `${text}\n`),
);
const value = fc.oneof(
  number,
  codes,
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
    challenge: value,
    title: fc.oneof(value, fc.string({ minLength: 96, maxLength: 100 })),
    more: fc.anything(),
  },
  { requiredKeys: [] },
);

describe('the guard of the shell', () => {
  it.each([
    { type: 'ready' },
    { type: 'title', title: 'Mes droits sociaux : santé' },
    { type: 'resize', height: 176 },
    { type: 'toggle', open: true },
    { type: 'report-salary' },
    { type: 'session', signedIn: false },
    ...FRAME_FAILURES.map((failure) => ({ type: 'failed', code: failure })),
    { type: 'challenge', challenge: 'Ab-_9'.repeat(9).slice(0, 43) },
  ])('accepts %j', (message) => {
    expect(isFrameMessage(message)).toBe(true);
    agrees(message);
  });

  it('says what the contract says of messages that are nearly right', () => {
    fc.assert(fc.property(near, agrees));
  });

  it('says what the contract says of anything', () => {
    fc.assert(
      fc.property(fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true }), agrees),
    );
  });

  it.each([[[]], [Object.assign([], { type: 'ready' })], [new Map([['type', 'ready']])]])(
    'says what the contract says of %s',
    agrees,
  );
});

describe('what the shell takes for a code', () => {
  it('is what the controller takes for one', () => {
    fc.assert(
      fc.property(fc.oneof(codes, value, fc.anything()), (handover) => {
        fc.pre(handover !== undefined);
        const init = { mds: 1, type: 'init-controller', lang: 'fr', handover };
        expect(isCode(handover)).toBe(ControllerInit.safeParse(init).success);
      }),
    );
  });
});
