import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf } from './address.ts';

const asked = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as Pick<IncomingMessage, 'socket' | 'headers'>;

describe('the address of a caller', () => {
  it('is the socket’s where no proxy stands before, whatever a header says', () => {
    expect(addressOf(asked('192.0.2.7', '203.0.113.1'), 0)).toBe('192.0.2.7');
  });

  it('is what the outermost of our proxies saw', () => {
    expect(addressOf(asked('10.0.0.1', '203.0.113.1'), 1)).toBe('203.0.113.1');
    expect(addressOf(asked('10.0.0.1', '203.0.113.1, 10.0.0.2'), 2)).toBe('203.0.113.1');
    expect(addressOf(asked('10.0.0.1'), 1)).toBe('10.0.0.1');
  });

  it('cannot be made up by the caller', () => {
    fc.assert(
      fc.property(fc.string(), (invented) => {
        expect(addressOf(asked('10.0.0.1', `${invented},203.0.113.1`), 1)).toBe('203.0.113.1');
      }),
    );
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
  ])('is one for a subscriber’s whole network: %s', (address, network) => {
    expect(addressOf(asked(address), 0)).toBe(network);
  });
});
