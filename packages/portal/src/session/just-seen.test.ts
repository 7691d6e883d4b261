import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createJustSeen } from './just-seen.ts';

const id = new Uint8Array([1, 2, 3]);
const started = new Date('2026-11-22T09:00:00Z').getTime();

describe('a session just seen', () => {
  beforeEach(() => vi.useFakeTimers({ now: started }));
  afterEach(() => void vi.useRealTimers());

  it('is known for a second, and not a moment longer', () => {
    const seen = createJustSeen<string>(() => new Date());
    seen.remember(id, 'Camille');
    vi.advanceTimersByTime(999);
    expect(seen.get(Uint8Array.from(id))).toBe('Camille');
    vi.advanceTimersByTime(1);
    expect(seen.get(id)).toBeUndefined();
  });

  it('is gone from memory even when nobody asks, and even when the clock stands still', () => {
    const seen = createJustSeen<string>(() => new Date(started));
    seen.remember(id, 'Camille');
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(seen.get(id)).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is forgotten at once when it ends', () => {
    const seen = createJustSeen<string>(() => new Date());
    seen.remember(id, 'Camille');
    seen.forget(id);
    expect(seen.get(id)).toBeUndefined();
  });

  it('is not remembered again by somebody who was looking it up when it ended', () => {
    const seen = createJustSeen<string>(() => new Date());
    seen.forget(id);
    vi.advanceTimersByTime(500);
    seen.remember(id, 'Camille');
    expect(seen.get(id)).toBeUndefined();
    vi.advanceTimersByTime(500);
    expect(vi.getTimerCount()).toBe(0);
  });
});
