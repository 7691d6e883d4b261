/** How people are known here: by keyed indexes, from which nobody can tell a number without the key. */
import { createHmac } from 'node:crypto';

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

export function createPeople(key: Uint8Array): People {
  const hash = (purpose: string, text: string) =>
    createHmac('sha256', key).update(`${purpose}\n${text}`).digest();
  const index = (purpose: string, text: string) =>
    hash(purpose, text)
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  return {
    ofNir: (nir) => index('nir', nir),
    ofNtt: (ntt) => index('ntt', ntt),
    lineId: (person, ...parts) =>
      hash('line', JSON.stringify([person, ...parts]))
        .toString('base64url')
        .slice(0, LINE_ID_LENGTH),
    mark: hash('mark', ''),
  };
}
