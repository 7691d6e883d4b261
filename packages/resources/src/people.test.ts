import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOfNir } from './nir.ts';
import { createPeople } from './people.ts';

describe('how people are known', () => {
  it('is by an HMAC, as another implementation has it', () => {
    const key = randomBytes(32);
    const people = createPeople(key);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (number) => {
        const expected = createHmac('sha256', key).update(`nir\n${number}`).digest('hex').slice(0, 32);
        expect(people.ofNir(number).replaceAll('-', '')).toBe(expected);
      }),
    );
  });

  it('differs by key, and a temporary number is never taken for a NIR', () => {
    const [one, other] = [createPeople(randomBytes(32)), createPeople(randomBytes(32))];
    const nir = '1999910000001';
    expect(one.ofNir(nir)).not.toBe(other.ofNir(nir));
    expect(one.ofNir(nir)).not.toBe(one.ofNtt(nir));
    expect(one.mark).not.toEqual(other.mark);
  });
});

describe('a NIR', () => {
  it('has thirteen characters, or fifteen with the right key, Corsica included', () => {
    expect(bodyOfNir('2550814168025\n')).toBe('2550814168025');
    expect(bodyOfNir('255081416802538')).toBe('2550814168025');
    expect(bodyOfNir('255081416802539')).toBeUndefined();
    expect(bodyOfNir('185052a006084')).toBe('185052A006084');
    const key = String(97n - (1_851_918_006_084n % 97n)).padStart(2, '0');
    expect(bodyOfNir(`1851918006084${key}`)).toBe('1851918006084');
    for (const wrong of ['', '123', '25508141680253', '2550814168O25'])
      expect(bodyOfNir(wrong)).toBeUndefined();
  });
});
