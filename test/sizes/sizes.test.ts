import { describe, expect, it } from 'vitest';
import type { KitFile, KitManifest } from '../../.setup/kit.ts';
import { sizesOf } from './bundles.ts';
import { compareWithRatchet } from './ratchet.ts';

const file = (brotli: number, imports: string[] = [], lazy: string[] = []): KitFile => ({
  integrity: 'sha384-x',
  raw: brotli * 4,
  gzip: brotli + 1,
  brotli,
  imports,
  lazy,
});

const manifest: KitManifest = {
  version: '0.1.0',
  sources: 'x',
  files: {
    'embed.js': file(2_800),
    'pages/rights-bubble.js': file(500, ['chunks/lit-abcdefgh.js'], ['chunks/en-abcdefgh.js']),
    'elements/rights-bubble.js': file(400, ['chunks/lit-abcdefgh.js']),
    'chunks/lit-abcdefgh.js': file(7_000),
    'chunks/en-abcdefgh.js': file(900),
  },
};

describe('sizes', () => {
  it('adds up what loads with an entry, and leaves out what a ready French widget never loads', () => {
    expect(sizesOf(manifest)).toEqual({
      embed: { raw: 11_200, gzip: 2_801, brotli: 2_800 },
      'rights-bubble': { raw: 30_000, gzip: 7_502, brotli: 7_500 },
    });
  });
});

describe('the ratchet', () => {
  const sizes = sizesOf(manifest);
  const exact = { embed: 2_800, 'rights-bubble': 7_500 };

  it('is silent when every number is exact', () => {
    expect(compareWithRatchet(sizes, exact)).toEqual([]);
  });

  it.each([
    ['celebrates a decrease', { ...exact, embed: 2_840 }, /embed lost 40 bytes, well done.*"embed": 2800/],
    [
      'asks about an increase',
      { ...exact, embed: 2_799 },
      /embed grew by 1 byte, to 2,800 bytes.*"embed": 2800/,
    ],
    ['welcomes a new bundle', { embed: 2_800 }, /rights-bubble is new.*"rights-bubble": 7500/],
    ['misses one that is gone', { ...exact, frame: 9 }, /frame is gone/],
  ])('%s, and says which number to edit', (_what, ratchet, sentence) => {
    const sentences = compareWithRatchet(sizes, ratchet);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(sentence);
  });
});
