import { describe, expect, it } from 'vitest';
import { BLOCKS, UNREAD_BLOCKS, type Block } from './blocks.ts';
import { LAYOUTS } from './layout.ts';

const blocks = Object.entries<Block>(BLOCKS);

describe('the tables of the norms', () => {
  it.each(blocks)('list the rubriques of %s by their numbers, each once', (_name, block) => {
    const numbers = Object.values(block.rubriques).map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
    expect(numbers.length).toBeLessThanOrEqual(16);
  });

  it('hang each block from one that there is', () => {
    const codes = new Set([...blocks.map(([, { code }]) => code), ...Object.keys(UNREAD_BLOCKS)]);
    expect(codes.size).toBe(blocks.length + Object.keys(UNREAD_BLOCKS).length);
    for (const parent of [...blocks.map(([, block]) => block.parent), ...Object.values(UNREAD_BLOCKS)])
      expect(parent === null || codes.has(parent)).toBe(true);
  });

  it('differ by year', () => {
    const knows = (norm: 'P25V01' | 'P26V01', place: number, number: number) =>
      LAYOUTS[norm].at[place]?.fields[number] !== 0;
    expect([knows('P25V01', 2140, 83), knows('P26V01', 2140, 83)]).toEqual([false, true]);
    expect([knows('P25V01', 2106, 9), knows('P26V01', 2106, 9)]).toEqual([true, false]);
  });
});
