import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsOf, Day, Montant } from './wire.ts';

describe('an amount', () => {
  it('may be one by the day', () => {
    expect(Montant.parse({ valeur: 34.15, periodicite: 'journaliere' })).toEqual({
      cents: 3415,
      period: 'day',
    });
  });
});

describe('euros', () => {
  it('become the exact number of cents, for every sum there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (cents) => {
        const [whole, rest] = [Math.floor(cents / 100), String(cents % 100).padStart(2, '0')];
        expect(centsOf(JSON.parse(`${whole}.${rest}`) as number)).toBe(cents);
      }),
    );
  });

  it.each([
    [151.05, 15105],
    [0, 0],
    [-0, 0],
    [0.1, 10],
    [1.1, 110],
    [8.15, 815],
    [1e6, 100_000_000],
  ])('%d are %d cents', (euros, cents) => {
    expect(centsOf(euros)).toBe(cents);
  });

  it.each([NaN, Infinity, -Infinity, -0.01, -151.05, 1e6 + 0.01, 1e300, 0.001, 151.055, 0.1 + 0.2])(
    '%d are refused',
    (euros) => {
      expect(centsOf(euros)).toBeUndefined();
    },
  );

  it('with a third decimal are refused, for every sum there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 1, max: 9 }), (cents, mill) => {
        const [whole, rest] = [Math.floor(cents / 100), String(cents % 100).padStart(2, '0')];
        expect(centsOf(Number(`${whole}.${rest}${mill}`))).toBeUndefined();
      }),
    );
  });

  it('of any other double are either exact or refused', () => {
    fc.assert(
      fc.property(fc.double(), (euros) => {
        const cents = centsOf(euros);
        if (cents !== undefined) expect(cents / 100).toBe(Math.abs(euros));
      }),
    );
  });
});

describe('days', () => {
  it.each(['2024-02-29', '2026-12-31', '1900-01-01'])('%s is one', (day) => {
    expect(Day.safeParse(day).success).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-45',
    '2026-00-01',
    '2026-1-1',
    '0000-01-01',
    '9999-01-01',
    '2026-01-01T00:00',
    '',
  ])('%s is none', (day) => {
    expect(Day.safeParse(day).success).toBe(false);
  });
});
