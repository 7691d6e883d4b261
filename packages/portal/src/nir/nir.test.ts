import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import type { Identity } from '../sign-in/identity.ts';
import { keyOf, maskNir, readNir } from './nir.ts';
import { mismatches } from './plausible.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${String(length)}}$`));
const inRange = (from: number, to: number, length: number) =>
  fc.integer({ min: from, max: to }).map((number) => String(number).padStart(length, '0'));

const month = fc.oneof(inRange(1, 12, 2), inRange(20, 42, 2), inRange(50, 99, 2));
const place = fc.oneof(
  fc.tuple(fc.oneof(inRange(1, 96, 2), fc.constantFrom('2A', '2B', '99')), inRange(1, 990, 3)),
  fc.tuple(inRange(970, 989, 3), inRange(1, 90, 2)),
);
/** Thirteen characters that could be a person's. */
const body = fc
  .tuple(fc.constantFrom('1', '2', '3', '4', '7', '8'), digits(2), month, place, inRange(1, 999, 3))
  .map((parts) => parts.flat().join(''));

describe('the key of a NIR', () => {
  it('is right exactly where another implementation finds it right, Corsica included', () => {
    fc.assert(
      fc.property(body, fc.option(digits(2)), (thirteen, other) => {
        const nir = thirteen + (other ?? keyOf(thirteen));
        expect('nir' in readNir(nir), nir).toBe(stdnum.FR?.nir?.validate(nir).isValid);
      }),
    );
  });

  it('is right for the numbers that official documents print', () => {
    for (const nir of ['255081416802538', '269054958815780', '185057800608491']) {
      expect(keyOf(nir.slice(0, 13))).toBe(nir.slice(13));
    }
  });
});

describe('reading a NIR', () => {
  it('takes every well-formed number, however it is spaced', () => {
    const separator = fc.constantFrom('', ' ', ' ', '.', '-', ' . ');
    fc.assert(
      fc.property(
        body,
        fc.array(separator, { minLength: 15, maxLength: 15 }),
        fc.boolean(),
        (thirteen, between, small) => {
          const nir = thirteen + keyOf(thirteen);
          const typed = between.map((space, index) => nir.charAt(index) + space).join('');
          expect(readNir(small ? typed.toLowerCase() : typed)).toEqual({ nir });
        },
      ),
    );
  });

  it('notices any one digit mistyped, and any two neighbours swapped', () => {
    fc.assert(
      fc.property(body, fc.nat(12), digits(1), (thirteen, at, other) => {
        const nir = thirteen + keyOf(thirteen);
        const mistyped = nir.slice(0, at) + other + nir.slice(at + 1);
        const swapped = nir.slice(0, at) + nir.charAt(at + 1) + nir.charAt(at) + nir.slice(at + 2);
        for (const wrong of [mistyped, swapped])
          if (wrong !== nir) expect(readNir(wrong)).toHaveProperty('fault');
      }),
    );
  });

  it('never throws, and says what to mend', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const reading = readNir(text);
        if ('fault' in reading) expect(reading.fault).toMatch(/^[a-z-]+$/);
      }),
    );
  });

  it.each([
    ['', 'empty'],
    ['  .  ', 'empty'],
    ['1 85 05 78 990 991', 'key-missing'],
    ['1 85 05 78 990 991 2', 'length'],
    ['1 85 05 78 990 991 252', 'length'],
    ['1 85 O5 78 990 991 25', 'characters'],
    ['1 85 05 2C 006 084 91', 'characters'],
    ['1 85 05 78 006 0A4 91', 'characters'],
    ['9 85 05 78 990 991 25', 'sex'],
    ['0 85 05 78 990 991 25', 'sex'],
    ['5 85 05 78 990 991 25', 'sex'],
    ['1 85 00 78 990 991 25', 'month'],
    ['1 85 13 78 990 991 25', 'month'],
    ['1 85 43 78 990 991 25', 'month'],
    ['1 85 05 00 006 084 91', 'place'],
    ['1 85 05 78 000 084 91', 'place'],
    ['1 85 05 78 991 084 91', 'place'],
    ['1 85 05 97 100 084 91', 'place'],
    ['1 85 05 78 006 000 91', 'order'],
    ['1 85 05 78 990 991 92', 'key'],
    ['1 85 05 78 990 991 00', 'key'],
    ['1 85 05 78 990 991 98', 'key'],
  ])('says of %j: %s', (typed, fault) => {
    expect(readNir(typed)).toMatchObject({ fault });
  });

  it('keeps only sex, year and month in sight', () => {
    expect(maskNir('185057899099125')).toBe('1 85 05 •• ••• ••• ••');
  });
});

describe('plausibility', () => {
  const identity: Identity = {
    birthName: 'EXEMPLE',
    firstNames: ['Camille'],
    birthDate: '1985-05-12',
    sex: 'M',
    birthCommune: '78990',
    birthCountry: '99100',
  };

  it.each<[string, Partial<Identity>, string[]]>([
    ['185057899099125', {}, []],
    ['185057899099125', { sex: 'F' }, ['sex']],
    ['185057899099125', { birthDate: '1986-06-12' }, ['year', 'month']],
    ['185057899099125', { birthDate: '1985-00-00' }, []],
    ['185207800608491', { birthDate: '1985-06-01' }, []],
    ['185059935208491', {}, ['country']],
    ['185057899099125', { birthCountry: '99352', birthCommune: null }, ['country']],
    ['185059935208491', { birthCountry: '99352', birthCommune: null }, []],
    ['155059200608491', { birthDate: '1955-05-02', birthCountry: '99352', birthCommune: null }, []],
  ])('of %s for %j doubts %j', (nir, difference, doubts) => {
    expect(mismatches(nir, { ...identity, ...difference })).toEqual(doubts);
  });
});
