/** How people are known here: by keyed indexes, from which nobody can tell a number without the key. */
import { hash } from 'node:crypto';

/** 128 bits of an HMAC, as the database writes a `uuid`. */
export type PersonId = string;

export interface People {
  /** By the 13 characters of the NIR. */
  ofNir(nir: string): PersonId;
  /** By a temporary number (*NTT*), which is another space of numbers. */
  ofNtt(ntt: string): PersonId;
  /** An id for a line of a person's, which tells nothing of either: 32 characters, base64url. */
  lineId(person: PersonId, ...parts: readonly string[]): string;
  /** Tells this key from another. */
  readonly mark: Uint8Array;
}

const LINE_ID_LENGTH = 32;

const BLOCK = 64;

/**
 * HMAC-SHA-256 (RFC 2104) by two one-shot hashes: `createHmac` prepares its key anew each time, which takes ten times as
 * long, for every person of every deposit.
 */
function hmacUnder(key: Uint8Array): (text: string) => Buffer {
  if (key.length > BLOCK) throw new RangeError('The key is longer than a block of SHA-256');
  const pad = (mask: number) => Buffer.from(Array.from({ length: BLOCK }, (_, at) => (key[at] ?? 0) ^ mask));
  const [inner, outer] = [pad(0x36), pad(0x5c)];
  return (text) =>
    hash(
      'sha256',
      Buffer.concat([outer, hash('sha256', Buffer.concat([inner, Buffer.from(text)]), 'buffer')]),
      'buffer',
    );
}

export function createPeople(key: Uint8Array): People {
  const hmac = hmacUnder(key);
  const index = (purpose: string, text: string) => {
    const digits = hmac(`${purpose}\n${text}`).toString('hex', 0, 16);
    const part = (from: number, until: number) => digits.slice(from, until);
    return `${part(0, 8)}-${part(8, 12)}-${part(12, 16)}-${part(16, 20)}-${part(20, 32)}`;
  };
  return {
    ofNir: (nir) => index('nir', nir),
    ofNtt: (ntt) => index('ntt', ntt),
    lineId: (person, ...parts) =>
      hmac(`line\n${JSON.stringify([person, ...parts])}`)
        .toString('base64url')
        .slice(0, LINE_ID_LENGTH),
    mark: hmac('mark\n'),
  };
}
