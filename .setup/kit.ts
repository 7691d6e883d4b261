/** The built kit: what it is made from, whether it is stale, and building it. vite.config.ts says how. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const KIT_FOLDER = join(ROOT, '.build/kit');

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
  '.setup/kit*.ts',
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
export function readManifest(): KitManifest | undefined {
  try {
    return JSON.parse(readFileSync(join(KIT_FOLDER, 'manifest.json'), 'utf8')) as KitManifest;
  } catch {
    return undefined;
  }
}

/** Builds the kit unless the one there comes from the same sources. Vite's own words go to standard error. */
export async function buildKitIfStale(): Promise<KitManifest> {
  const sources = hashSources();
  const built = readManifest();
  if (built?.sources === sources && built.version === kitVersion(sources)) return built;
  const vite = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
    },
  );
  const [code] = (await new Promise<unknown[]>((resolve, reject) => {
    vite.on('error', reject);
    vite.on('exit', (...end) => resolve(end));
  })) as [number | null];
  const manifest = readManifest();
  if (code !== 0 || !manifest) throw new Error('The kit could not be built: see the words of vite above.');
  return manifest;
}
