import type { KitFile, KitManifest } from '../../.setup/kit.ts';

export type Size = Pick<KitFile, 'raw' | 'gzip' | 'brotli'>;

/**
 * Of the parts that load later, those that a page of test/sizes/pages has loaded once its widget stands there ready, in
 * French, before anybody touches it. Named without their hash; a journey proves the list.
 */
const LOADED_WHEN_READY: Readonly<Record<string, readonly string[]>> = {};

/** What is measured: single scripts, and pages that use the kit as a whole. */
const BUNDLES = /^(?:pages\/(?<page>[\w-]+)|(?<script>embed|frame|controller|ticket|hosted))\.js$/;

const withoutHash = (file: string) => file.replace(/-[\w-]{8}\.js$/, '.js');

/** The files of one bundle: its entry, all that loads with it, and the lazy ones that a ready widget needs. */
export function filesOf(entry: string, { files }: KitManifest): string[] {
  const late = LOADED_WHEN_READY[entry] ?? [];
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
  const bundles = Object.keys(manifest.files).flatMap((entry) => {
    const { page, script } = BUNDLES.exec(entry)?.groups ?? {};
    const name = page ?? script;
    return name === undefined ? [] : [[name, sum(filesOf(entry, manifest), manifest)] as const];
  });
  return { ...Object.fromEntries(bundles), ...largestPiece(manifest) };
}

/** The largest of the pieces that communes and local benefits come in: one search or one address loads a few of them. */
function largestPiece({ files }: KitManifest): Record<string, Size> {
  const pieces = (files['pages/simulator.js']?.lazy ?? []).flatMap((name) => files[name] ?? []);
  const largest = pieces.toSorted((a, b) => b.brotli - a.brotli)[0];
  if (!largest) return {};
  const { raw, gzip, brotli } = largest;
  return { 'local-piece': { raw, gzip, brotli } };
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
