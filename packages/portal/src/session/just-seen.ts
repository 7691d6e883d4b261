/**
 * Sessions seen within the last second. A page asks for six domains at once: one look-up and one decryption answer them
 * all. A session that ends here is forgotten here at once; one that ended on another replica is answered for at most
 * that second more, and only to the browser that still sends its cookie.
 */
import type { Clock } from '../clock.ts';

const REMEMBERED_MS = 1_000;

export interface JustSeen<T> {
  get(id: Uint8Array): T | undefined;
  remember(id: Uint8Array, seen: T): void;
  forget(id: Uint8Array): void;
}

const keyOf = (id: Uint8Array) => Buffer.from(id.buffer, id.byteOffset, id.byteLength).toString('latin1');

/** What is remembered is gone from memory after that second, asked for again or not: it holds a person's identity. */
export function createJustSeen<T>(clock: Clock): JustSeen<T> {
  const seen = new Map<string, { value: T; until: number; timer: NodeJS.Timeout }>();
  const forget = (key: string) => {
    clearTimeout(seen.get(key)?.timer);
    seen.delete(key);
  };
  return {
    get: (id) => {
      const known = seen.get(keyOf(id));
      return known !== undefined && clock().getTime() < known.until ? known.value : undefined;
    },
    remember: (id, value) => {
      const key = keyOf(id);
      forget(key);
      const until = clock().getTime() + REMEMBERED_MS;
      seen.set(key, { value, until, timer: setTimeout(forget, REMEMBERED_MS, key).unref() });
    },
    forget: (id) => forget(keyOf(id)),
  };
}
