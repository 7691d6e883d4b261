import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paced } from './paced.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('reads the latest of a thousand messages, and then the next', () => {
  const read = vi.fn();
  const hear = paced(read);
  for (let n = 0; n < 1000; n++) hear(new MessageEvent('message', { data: n }));
  expect(read).not.toHaveBeenCalled();
  vi.advanceTimersByTime(20);
  hear(new MessageEvent('message', { data: 'next' }));
  vi.advanceTimersByTime(20);
  expect(read.mock.calls).toEqual([[999], ['next']]);
});
