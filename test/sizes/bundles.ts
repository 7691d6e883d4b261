import type { KitFile, KitManifest } from '../../.setup/kit.ts';

export type Size = Pick<KitFile, 'raw' | 'gzip' | 'brotli'>;

/**
 * Files that a widget always loads later, by the entry that starts it: what a citizen downloads until a widget stands
 * there ready, in French. Named without their hash.
 */
const LOADED_WHEN_READY: Readonly<Record<string, readonly string[]>> = {};

/** Name of a bundle: its entry without folder and extension, as in `rights-bubble`. */
const bundleName = (entry: string) => entry.replace(/^elements\//, '').replace(/\.js$/, '');

const isEntry = (file: string) => file.endsWith('.js') && !file.startsWith('chunks/');

const withoutHash = (file: string) => file.replace(/-[\w-]{8}\.js$/, '.js');

/** The files of one bundle: its entry, all that loads with it, and the lazy ones that a ready widget needs. */
export function filesOf(entry: string, { files }: KitManifest): string[] {
  const late = LOADED_WHEN_READY[bundleName(entry)] ?? [];
  const found = new Set<string>();
  const add = (name: string) => {
    const file = files[name];
    if (!file || found.has(name)) return;
    found.add(name);
    for (const next of file.imports) add(next);
    for (const next of file.lazy) if (late.includes(withoutHash(next))) add(next);
  };
  add(entry);
  return [...found].sort();
}

/** Bytes of every bundle of the kit: the sum of its files, for each is compressed and sent by itself. */
export function sizesOf(manifest: KitManifest): Record<string, Size> {
  const entries = Object.keys(manifest.files).filter(isEntry);
  return Object.fromEntries(
    entries.map((entry) => [bundleName(entry), sum(filesOf(entry, manifest), manifest)]),
  );
}

function sum(names: string[], { files }: KitManifest): Size {
  const size: Size = { raw: 0, gzip: 0, brotli: 0 };
  for (const name of names) {
    const file = files[name];
    size.raw += file?.raw ?? 0;
    size.gzip += file?.gzip ?? 0;
    size.brotli += file?.brotli ?? 0;
  }
  return size;
}
