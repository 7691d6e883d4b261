import { createHash } from 'node:crypto';
import type { Kit } from '../kit/kit.ts';

export interface ImportMap {
  /** Exactly what stands between the tags. */
  readonly text: string;
  /** Its hash for `script-src`. */
  readonly hash: string;
}

/** Vouches for every module that an entry may load, now or later: a flipped byte in any of them does not run. */
export function importMapOf(kit: Kit, entry: string): ImportMap {
  const integrity = Object.fromEntries(kit.graph(entry).map((name) => [kit.path(name), kit.integrity(name)]));
  const text = JSON.stringify({ integrity }).replaceAll('<', '\\u003c');
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
}
