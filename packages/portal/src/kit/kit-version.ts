/** One version of the kit, whole in memory: a few hundred kB that cannot change under a page that is loading them. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { z } from 'zod';
import { ConfigError } from '../config.ts';

const Manifest = z.object({
  version: z.string().regex(/^[0-9A-Za-z.+-]+$/),
  files: z.record(
    z.string(),
    z.object({
      integrity: z.string().regex(/^sha384-[A-Za-z0-9+/]{64}$/),
      /** Files that load with this one, and files that it may load later. */
      imports: z.array(z.string()).default([]),
      lazy: z.array(z.string()).default([]),
    }),
  ),
});

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
};

type Bytes = Uint8Array<ArrayBuffer>;

export interface KitFile {
  readonly type: string;
  readonly bytes: Bytes;
  /** The same, compressed as well as can be, once. */
  coded(coding: 'br' | 'gzip'): Promise<Bytes>;
}

export interface ImportMap {
  /** Exactly what stands between the tags. */
  readonly text: string;
  /** Its hash for `script-src`. */
  readonly hash: string;
}

export interface KitVersion {
  readonly version: string;
  file(name: string): KitFile | undefined;
  /** The path of a file on our hosts. */
  path(name: string): string;
  integrity(name: string): string;
  /** The files that load with this one. */
  imports(name: string): readonly string[];
  /** The file with everything that it loads, now or later. */
  graph(entry: string): readonly string[];
  /** Vouches for every module that an entry may load: a flipped byte in any of them does not run. */
  importMap(entry: string): ImportMap;
}

/**
 * @throws ConfigError when there is no kit, or it is not what its manifest says
 */
export async function loadVersion(folder: string): Promise<KitVersion> {
  const { version, files } = await readManifest(folder);
  const loaded = new Map(
    await Promise.all(
      Object.entries(files).map(
        async ([name, { integrity }]) => [name, await load(folder, name, integrity)] as const,
      ),
    ),
  );
  const maps = new Map<string, ImportMap>();

  const entry = (name: string) => {
    const found = Object.hasOwn(files, name) ? files[name] : undefined;
    if (found) return found;
    throw new ConfigError([`MDS_KIT: the kit in ${folder} has no ${name}. Build it again: npm run build`]);
  };
  const path = (name: string) => `/kit/${version}/${name}`;

  function graph(start: string): readonly string[] {
    const seen = new Set<string>();
    const visit = (name: string) => {
      if (seen.has(name)) return;
      seen.add(name);
      const { imports, lazy } = entry(name);
      for (const next of [...imports, ...lazy]) visit(next);
    };
    visit(start);
    return [...seen].sort();
  }

  return {
    version,
    // Looked up, never joined to the folder: nothing that the manifest does not name can be asked for.
    file: (name) => loaded.get(name),
    path,
    integrity: (name) => entry(name).integrity,
    imports: (name) => entry(name).imports,
    graph,
    importMap(start) {
      const known = maps.get(start);
      if (known) return known;
      const integrity = Object.fromEntries(graph(start).map((name) => [path(name), entry(name).integrity]));
      const text = JSON.stringify({ integrity }).replaceAll('<', '\\u003c');
      const made = { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
      maps.set(start, made);
      return made;
    },
  };
}

async function readManifest(folder: string): Promise<z.infer<typeof Manifest>> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  } catch (cause) {
    throw refusal(`names ${folder}, which holds no kit that can be read`, cause);
  }
}

async function load(folder: string, name: string, integrity: string): Promise<KitFile> {
  let bytes: Bytes;
  try {
    bytes = new Uint8Array(await readFile(join(folder, name)));
  } catch (cause) {
    throw refusal(`names ${folder}, whose ${name} cannot be read`, cause);
  }
  const actual = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  if (actual !== integrity) throw refusal(`names ${folder}, whose ${name} is not what its manifest says`);
  const codings = new Map<string, Promise<Bytes>>();
  return {
    type: TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
    bytes,
    coded(coding) {
      const known = codings.get(coding);
      if (known) return known;
      const compress = coding === 'br' ? promisify(brotliCompress) : promisify(gzip);
      const made = compress(bytes).then((coded) => new Uint8Array(coded));
      codings.set(coding, made);
      return made;
    },
  };
}

function refusal(what: string, cause?: unknown): ConfigError {
  const error = new ConfigError([`MDS_KIT ${what}. Build it: npm run build`]);
  error.cause = cause;
  return error;
}
