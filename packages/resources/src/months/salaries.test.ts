import { expect, it } from 'vitest';
import { isAskable, isCount } from './salaries.ts';

it('answers for one month to three years, and for no part of a month', () => {
  expect([1, 12, 36].every(isCount)).toBe(true);
  expect([0, 37, -1, 1.5, NaN, Infinity].some(isCount)).toBe(false);
});

it('answers for months that a deposit can name, and for nothing that a calendar or a database would stumble over', () => {
  expect(['1900-01', '2026-11', '2099-12'].every(isAskable)).toBe(true);
  expect(['0000-01', '1899-12', '2100-01', '9999-12', '2026-13', '2026-1', ''].some(isAskable)).toBe(false);
});
