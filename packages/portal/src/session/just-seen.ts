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
  /** For good: whoever was still looking it up cannot have it remembered again. */
  forget(id: Uint8Array): void;
}

const keyOf = (id: Uint8Array) => Buffer.from(id.buffer, id.byteOffset, id.byteLength).toString('latin1');

/** What is remembered is gone from memory after that second, asked for again or not: it holds a person's identity. */
export function createJustSeen<T>(clock: Clock): JustSeen<T> {
  type Entry = { value: T | 'ended'; until: number; timer: NodeJS.Timeout };
  const seen = new Map<string, Entry>();
  const drop = (key: string) => seen.delete(key);
  const put = (key: string, value: Entry['value']) => {
    clearTimeout(seen.get(key)?.timer);
    const until = clock().getTime() + REMEMBERED_MS;
    seen.set(key, { value, until, timer: setTimeout(drop, REMEMBERED_MS, key).unref() });
  };
  return {
    get(id) {
      const known = seen.get(keyOf(id));
      if (known === undefined || known.value === 'ended' || clock().getTime() >= known.until)
        return undefined;
      return known.value;
    },
    remember(id, value) {
      const key = keyOf(id);
      if (seen.get(key)?.value !== 'ended') put(key, value);
    },
    forget: (id) => put(keyOf(id), 'ended'),
  };
}
