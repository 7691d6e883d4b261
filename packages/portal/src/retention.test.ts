import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsBefore } from './retention.ts';

describe('months', () => {
  it.each([
    ['2026-11-22T09:00:00Z', 12, '2025-11-22T09:00:00Z'],
    ['2028-02-29T09:00:00Z', 12, '2027-02-28T09:00:00Z'],
    ['2026-03-31T09:00:00Z', 1, '2026-02-28T09:00:00Z'],
    ['2026-01-31T09:00:00Z', -1, '2026-02-28T09:00:00Z'],
    ['2026-01-15T09:00:00Z', 2, '2025-11-15T09:00:00Z'],
  ])('before %s, %i of them: %s', (instant, count, expected) => {
    expect(monthsBefore(new Date(instant), count)).toEqual(new Date(expected));
  });

  it('never skip a month, whatever the day', () => {
    const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.integer({ min: -24, max: 24 }), (instant, count) => {
        const index = (at: Date) => at.getUTCFullYear() * 12 + at.getUTCMonth();
        expect(index(monthsBefore(instant, count))).toBe(index(instant) - count);
      }),
    );
  });
});
