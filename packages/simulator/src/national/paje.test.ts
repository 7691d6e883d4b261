import { describe, expect, it } from 'vitest';
import { boundsOf, family, paidOf, verdictOf, withoutIncomes, type FamilyWords } from '../testing/family.ts';
import { pajeBase } from './paje-base.ts';
import { pajeBirth } from './paje-birth.ts';

const base = (words: FamilyWords, month = '2025-06') => paidOf(pajeBase, family(words), month);
const grant = (words: FamilyWords, month = '2025-06') => paidOf(pajeBirth, family(words), month);

describe('allocation de base of the PAJE', () => {
  it('is paid once for a family with a child under three, a half of it above the first ceiling', () => {
    // One child in 2025: 30,517.50 € with one earner, 36,461.25 € for the half.
    expect(base({ children: ['2024-03-10'] })).toBe(196.59);
    expect(base({ children: ['2024-03-10', '2022-08-20'] })).toBe(196.59);
    expect(base({ children: ['2024-03-10'], salaries: [35_000] })).toBe(98.3);
    expect(base({ children: ['2024-03-10'], salaries: [42_000] })).toBe(0);
    expect(base({ children: ['2024-03-10'], salaries: [42_000], lone: true })).toBe(196.59);
  });

  it('is paid for each child of a multiple birth', () => {
    expect(base({ children: ['2024-03-10', '2024-03-10'] })).toBe(393.17);
    expect(base({ children: ['2024-03-10', '2024-03-10', '2022-08-20'] })).toBe(393.17);
  });

  it('is due from the month after the birth until the month before the third birthday', () => {
    expect(base({ children: ['2025-06-12'] }, '2025-06')).toBe(0);
    expect(base({ children: ['2025-06-12'] }, '2025-07')).toBe(196.59);
    expect(base({ children: ['2023-06-12'] }, '2026-05')).toBe(198.15);
    expect(base({ children: ['2023-06-12'] }, '2026-06')).toBe(0);
  });

  it('is not opened by a child that is still to be born', () => {
    expect(base({ children: ['2025-09-12'] })).toBe(0);
  });

  it('lies between nothing and the whole for want of the income of two years ago', () => {
    const silent = withoutIncomes(family({ children: ['2024-03-10'] }));
    expect(boundsOf(pajeBase, silent, '2025-06')).toEqual({ least: 0, most: 197_58 });
  });
});

describe('prime à la naissance', () => {
  const expected = (count: number) => ({ month: '2025-08', count, parent: 'p1' });

  it('is paid in the seventh month, for each child that is expected', () => {
    expect(grant({ expectedBirth: expected(1) })).toBe(1_084.42);
    expect(grant({ expectedBirth: expected(2) })).toBe(2_168.84);
    expect(grant({ expectedBirth: expected(1) }, '2025-07')).toBe(0);
    expect(grant({})).toBe(0);
  });

  it('counts the child that is expected for its ceiling', () => {
    // 29,169 € × 1.25 for the first child to be, × 1.5 for the second.
    expect(grant({ expectedBirth: expected(1), salaries: [42_000] })).toBe(0);
    expect(grant({ expectedBirth: expected(1), children: ['2020-03-10'], salaries: [42_000] })).toBe(
      1_084.42,
    );
  });

  it('asks for nothing more where no child is expected', () => {
    const { children: _children, ...household } = family({});
    expect(verdictOf(pajeBirth, household, '2025-06').kind).toBe('closed');
  });
});
