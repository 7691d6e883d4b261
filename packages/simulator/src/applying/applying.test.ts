import { describe, expect, it } from 'vitest';
import { NATIONAL } from '../catalogue.ts';
import { checkedOn, documentsFor, howToApply } from './applying.ts';

describe('how to ask for a benefit', () => {
  it('is told for every benefit that is simulated, in both schemes, with the day it was checked', () => {
    for (const { id } of NATIONAL) {
      for (const scheme of ['general', 'agricultural'] as const) {
        const how = howToApply(id, scheme);
        expect(how?.decidedBy[scheme]).toMatch(/\w/);
        expect(how?.applications.length).toBeGreaterThan(0);
      }
    }
    expect(checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('names no way of the other scheme', () => {
    const ways = howToApply('allocations_familiales', 'agricultural')?.applications ?? [];
    expect(ways.map(({ scheme }) => scheme)).not.toContain('general');
  });
});

describe('what to gather', () => {
  const gathered = documentsFor([
    { id: 'rsa', status: 'eligible' },
    { id: 'prime_activite', status: 'cannot-tell' },
    { id: 'aeeh', status: 'not-eligible' },
  ]);

  it('names each document once, with the benefits that ask for it, the most asked for first', () => {
    const codes = gathered.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(gathered[0]?.benefits).toEqual(['rsa', 'prime_activite']);
    const counts = gathered.map(({ benefits }) => benefits.length);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  it('asks nothing for a benefit to which there is no right', () => {
    expect(gathered.flatMap(({ benefits }) => benefits)).not.toContain('aeeh');
    expect(gathered.map(({ code }) => code)).not.toContain('medical_certificate');
  });

  it('marks what was not read in an official source', () => {
    expect(
      documentsFor([{ id: 'rsa', status: 'eligible' }]).find(({ code }) => code === 'rib')?.confirmed,
    ).toBe(false);
  });
});
