import { TOKENS, type Tokens } from '@mds-kit/contract/embedding';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, legibleTokens } from './legible-tokens.ts';

const BOTH = ['light', 'dark'] as const;

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const tokens: fc.Arbitrary<Tokens> = fc.dictionary(fc.constantFrom(...TOKENS.slice(0, 9)), colour);

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#123456', '#123456', 1],
  ])('of %s on %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe('the tokens of a page', () => {
  it('are taken as they are where all can be read', () => {
    const given = { '--mds-text': '#101010', '--mds-surface': '#fafafa', '--mds-radius': '4px' };
    expect(legibleTokens(given, ['light'])).toEqual(given);
    expect(legibleTokens({}, BOTH)).toEqual({});
  });

  it('cannot hide words on their ground, by a pair of their own or by one half of one', () => {
    const radius = { '--mds-radius': '4px' };
    const same = { '--mds-text': '#ffffff', '--mds-surface': '#ffffff', ...radius };
    expect(legibleTokens(same, ['light'])).toEqual(radius);
    expect(legibleTokens({ '--mds-text': '#ffffff' }, ['light'])).toEqual({});
    expect(legibleTokens({ '--mds-surface': '#1b1f24' }, ['light'])).toEqual({});
    expect(legibleTokens({ '--mds-focus': '#f8f8f8' }, ['light'])).toEqual({});
    // The month that is looked at stands on it.
    expect(legibleTokens({ '--mds-accent-soft': '#1b1f24' }, ['light'])).toEqual({});
  });

  it('are left out with a word to the developer: what, on what, and how much it would take', () => {
    const said: unknown[] = [];
    legibleTokens({ '--mds-accent': '#fefefe' }, ['light'], (...pair) => said.push(pair));
    expect(said).toEqual([['--mds-accent', '--mds-surface', 4.5]]);
  });

  it('must be read in each scheme that the frame may be drawn in', () => {
    const forLight = { '--mds-accent': '#2346a0' };
    expect(legibleTokens(forLight, ['light'])).toEqual(forLight);
    expect(legibleTokens(forLight, BOTH)).toEqual({});
  });

  it('are, once some are left out, legible again, and never more than were given', () => {
    fc.assert(
      fc.property(tokens, fc.constantFrom(['light'] as const, ['dark'] as const, BOTH), (given, schemes) => {
        const kept = legibleTokens(given, schemes);
        expect(legibleTokens(kept, schemes)).toEqual(kept);
        expect(given).toMatchObject(kept);
        const [text, surface] = [kept['--mds-text'], kept['--mds-surface']];
        if (text && surface) expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
