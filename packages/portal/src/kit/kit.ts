/** The built kit: what browsers download, found by name in its manifest, with the integrity that pages state. */
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

export interface KitFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same, compressed as well as can be, once; undefined for a coding that we do not speak. */
  coded(coding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer>>;
}

export interface Kit {
  readonly version: string;
  /** The path of a file on our hosts. */
  path(name: string): string;
  integrity(name: string): string;
  file(version: string, name: string): Promise<KitFile | undefined>;
  /** The files that load with this one. */
  imports(name: string): readonly string[];
  /** The file with everything that it loads, now or later: what an import map must vouch for. */
  graph(entry: string): readonly string[];
}

/**
 * @throws ConfigError when the kit is not built
 */
export async function openKit(folder: string): Promise<Kit> {
  const manifest = await readManifest(folder);
  const loaded = new Map<string, Promise<KitFile>>();
  const entry = (name: string) => {
    const found = Object.hasOwn(manifest.files, name) ? manifest.files[name] : undefined;
    if (found) return found;
    throw new ConfigError([`MDS_KIT: the kit in ${folder} has no ${name}. Build it again: npm run build`]);
  };

  return {
    version: manifest.version,
    path: (name) => `/kit/${manifest.version}/${name}`,
    integrity: (name) => entry(name).integrity,
    imports: (name) => entry(name).imports,
    // Names are looked up in the manifest, never joined to the folder unseen: nothing outside can be asked for.
    async file(version, name) {
      if (version !== manifest.version || !Object.hasOwn(manifest.files, name)) return undefined;
      let file = loaded.get(name);
      if (file === undefined) {
        file = load(folder, name, entry(name).integrity);
        loaded.set(name, file);
        file.catch(() => loaded.delete(name));
      }
      return file;
    },
    graph(name) {
      const seen = new Set<string>();
      const visit = (file: string) => {
        if (seen.has(file)) return;
        seen.add(file);
        const { imports, lazy } = entry(file);
        for (const next of [...imports, ...lazy]) visit(next);
      };
      visit(name);
      return [...seen].sort();
    },
  };
}

async function readManifest(folder: string): Promise<z.infer<typeof Manifest>> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  } catch (cause) {
    const error = new ConfigError([
      `MDS_KIT names ${folder}, which holds no kit that can be read. Build it: npm run build`,
    ]);
    error.cause = cause;
    throw error;
  }
}

/** A file that is not what the manifest says is not served: browsers would refuse it anyway, without a word of why. */
async function load(folder: string, name: string, integrity: string): Promise<KitFile> {
  const bytes = new Uint8Array(await readFile(join(folder, name)));
  const actual = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  if (actual !== integrity) throw new Error('A kit file does not match its manifest');
  const codings = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    type: TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
    bytes,
    coded(coding) {
      const known = codings.get(coding);
      if (known) return known;
      const made = (coding === 'br' ? promisify(brotliCompress)(bytes) : promisify(gzip)(bytes)).then(
        (coded) => new Uint8Array(coded),
      );
      codings.set(coding, made);
      return made;
    },
  };
}
