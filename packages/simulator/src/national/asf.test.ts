import { describe, expect, it } from 'vitest';
import { boundsOf, family, monthly, paidOf, verdictOf, type FamilyWords } from '../testing/family.ts';
import { asf } from './asf.ts';

const paid = (words: FamilyWords, month = '2025-06') => paidOf(asf, family({ lone: true, ...words }), month);

describe('allocation de soutien familial', () => {
  it('is paid for each child of a lone parent, whatever the income', () => {
    expect(paid({ children: ['2016-03-10'] })).toBe(199.18);
    expect(paid({ children: ['2016-03-10', '2018-07-20'], salaries: [90_000] })).toBe(398.37);
    expect(paid({ children: [] })).toBe(0);
    expect(paid({ children: ['2016-03-10'], lone: false })).toBe(0);
  });

  it('ends with the month before the child turns 20, or when it earns its living', () => {
    expect(paid({ children: ['2005-07-15'] })).toBe(199.18);
    expect(paid({ children: ['2005-07-15'] }, '2025-07')).toBe(0);
    expect(paid({ children: [{ birthDate: '2007-07-15', incomes: { salary: monthly(1_400) } }] })).toBe(0);
  });

  it('completes the alimony, and is not paid for 15 € or less', () => {
    expect(paid({ children: ['2016-03-10'], alimony: 100 })).toBe(99.68);
    expect(paid({ children: ['2016-03-10'], alimony: 190 })).toBe(0);
  });

  it('is at most the whole while nobody said what alimony is paid', () => {
    const household = family({ lone: true, children: ['2016-03-10'] });
    const silent = { ...household, adults: [{ id: 'p1' }] };
    expect(boundsOf(asf, silent, '2025-06')).toEqual({ least: 0, most: 200_18 });
  });

  it('asks no couple about its children', () => {
    const { children: _children, ...household } = family({ lone: false });
    expect(verdictOf(asf, household, '2025-06').kind).toBe('closed');
  });
});
