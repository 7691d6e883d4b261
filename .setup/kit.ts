/** The built kit: what it is made from, whether it is stale, and building it. vite.config.ts says how. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What vite.config.ts can build: the kit itself, or the kit together with the pages that test/sizes measures. */
export type Build = 'kit' | 'sizes';

export const kitFolder = (build: Build = 'kit'): string => join(ROOT, '.build', build);

/** Where former versions of the kit are kept, each in a folder named like it: beside the kit, where the portal looks for them. */
export const formerVersionsFolder = (): string => `${kitFolder()}-versions`;

export type KitFile = {
  /** Subresource integrity, `sha384-…` */
  integrity: string;
  /** Bytes as built, and as sent with either compression */
  raw: number;
  gzip: number;
  brotli: number;
  /** Files that load with this one: its static imports, theirs, and so on */
  imports: string[];
  /** Files that this one or its imports may load later */
  lazy: string[];
};

export type KitManifest = {
  version: string;
  /** Hash of everything that the kit is built from */
  sources: string;
  files: Record<string, KitFile>;
};

const SOURCES = [
  'packages/{contract,client,simulator,elements,embed}/{package.json,src/**/*}',
  'packages/portal/src/{frames,hosted}/**/*',
  '{package-lock,tsconfig}.json',
  'vite.config.ts',
  '.setup/{kit*,collapse-templates}.ts',
  'test/sizes/{pages,alone}/*.ts',
];

/** SHA-256 (hex) over path and content of every file that the kit is built from. */
export function hashSources(): string {
  const files = globSync(SOURCES, { cwd: ROOT, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${file.slice(ROOT.length)}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest('hex');
}

/** The version in the kit's addresses: a release carries its number alone, anything else also its sources' hash. */
export function kitVersion(sources: string): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return process.env.MDS_RELEASE === '1' ? version : `${version}-dev.${sources.slice(0, 8)}`;
}

/** The manifest of the built kit; undefined when there is none that can be read. */
export function readManifest(build: Build = 'kit'): KitManifest | undefined {
  try {
    return JSON.parse(readFileSync(join(kitFolder(build), 'manifest.json'), 'utf8')) as KitManifest;
  } catch {
    return undefined;
  }
}

/** Builds the kit unless the one there comes from the same sources. Vite's own words go to standard error. */
export async function buildKitIfStale(build: Build = 'kit'): Promise<KitManifest> {
  const sources = hashSources();
  const built = readManifest(build);
  if (built?.sources === sources && built.version === kitVersion(sources)) return built;
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const mode = build === 'kit' ? 'production' : build;
  const child = spawn(process.execPath, [vite, 'build', '--mode', mode, '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  const manifest = readManifest(build);
  if (code !== 0 || !manifest) throw new Error('The kit could not be built: see the words of vite above.');
  return manifest;
}
