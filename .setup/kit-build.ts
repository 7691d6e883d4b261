/** What the build of the kit adds to vite: a check of its output, and a manifest that says what was written. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import type { KitFile, KitManifest } from './kit.ts';

/** One module file, as its imports stand in the output. */
type Links = { imports: string[]; dynamicImports: string[] };

/** Collects how the written files import each other, over all the builds that make up the kit. */
export class ModuleGraph {
  readonly #links = new Map<string, Links>();

  readonly plugin: Plugin = {
    name: 'mds-module-graph',
    sharedDuringBuild: true,
    generateBundle: (_options, bundle) => {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') this.#links.set(output.fileName, output);
      }
    },
  };

  /** The file's static imports, and theirs, without the file itself. */
  imports(file: string): string[] {
    const seen = new Set<string>();
    const visit = (name: string) => {
      for (const next of this.#links.get(name)?.imports ?? []) {
        if (next === file || seen.has(next)) continue;
        seen.add(next);
        visit(next);
      }
    };
    visit(file);
    return [...seen].sort();
  }

  /** What the file or its imports may load later, without what is loaded by then. */
  lazy(file: string): string[] {
    const loaded = [file, ...this.imports(file)];
    const later = loaded.flatMap((name) => this.#links.get(name)?.dynamicImports ?? []);
    return [...new Set(later)].filter((name) => !loaded.includes(name)).sort();
  }
}

/**
 * The compiler leaves decorators as they are, without an error, when a file lies outside its tsconfig's `include` or
 * uses the `accessor` form; no browser reads them.
 */
export const noRawDecorators: Plugin = {
  name: 'mds-no-raw-decorators',
  sharedDuringBuild: true,
  generateBundle(_options, bundle) {
    for (const output of Object.values(bundle)) {
      // Reading a tree costs seconds over all chunks: most have no such sign at all.
      if (output.type !== 'chunk' || !/@[\w$(]/.test(output.code)) continue;
      // The minifier renames them (`@t()b=1`), so that only the syntax tree can tell.
      // Large integers in somebody's code (Storybook's) are values that JSON does not know.
      const tree = JSON.stringify(this.parse(output.code), (_key, value: unknown) =>
        typeof value === 'bigint' ? null : value,
      );
      if (!tree.includes('"type":"Decorator"')) continue;
      const from = output.moduleIds.map((id) => relative(process.cwd(), id)).join(', ');
      this.error(
        `${output.fileName} holds a raw decorator. Use legacy decorators without 'accessor', in a file that tsconfig.json includes. It is made from: ${from}`,
      );
    }
  },
};

/**
 * The compiler's helper serves decorators of classes and methods too. Ours are those of decorators.ts alone, which are
 * told a prototype and a name, and answer nothing; some of Lit's own answer what the small helper would lose.
 */
export const smallDecorate: Plugin = {
  name: 'mds-small-decorate',
  sharedDuringBuild: true,
  enforce: 'pre',
  resolveId: {
    filter: { id: /^(lit|@lit\/reactive-element)\/decorators/ },
    handler(id, importer) {
      this.error(`${importer ?? 'The kit'} imports ${id}. Use packages/elements/src/decorators.ts.`);
    },
  },
  transform: {
    filter: { id: /@oxc-project\+runtime@.*\/decorate\.js$/ },
    handler: () =>
      'export default (decorators, target, key) => decorators.map((decorate) => decorate(target, key));',
  },
};

/**
 * Vite wraps every dynamic import in a helper that preloads style sheets, and offers no way out of it. The kit's styles
 * are in its modules: a plain `import()` will do.
 */
export const plainDynamicImports: Plugin = {
  name: 'mds-plain-dynamic-imports',
  configResolved({ plugins }) {
    const wrapping = plugins.find(({ name }) => name === 'native:import-analysis-build');
    if (!wrapping) throw new Error('Vite no longer wraps dynamic imports, or does it elsewhere');
    wrapping.applyToEnvironment = () => false;
  },
};

/** Bytes of a file as built and as sent, at the strongest setting of each compression. */
function measure(content: Buffer): Pick<KitFile, 'raw' | 'gzip' | 'brotli'> {
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return {
    raw: content.length,
    gzip: gzipSync(content, { level: constants.Z_BEST_COMPRESSION }).length,
    brotli: brotliCompressSync(content, { params }).length,
  };
}

/** Writes manifest.json beside the built files. */
export function writeManifest(folder: string, graph: ModuleGraph, head: Omit<KitManifest, 'files'>): void {
  const files: KitManifest['files'] = {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const path of entries.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    const content = readFileSync(path);
    const name = relative(folder, path).split(sep).join('/');
    files[name] = {
      integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
      ...measure(content),
      imports: graph.imports(name),
      lazy: graph.lazy(name),
    };
  }
  const manifest: KitManifest = { ...head, files };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Versions of somebody's working day that are kept; each edit makes one. Releases are kept until an operator takes them away. */
const DEVELOPMENT_VERSIONS_KEPT = 3;

/**
 * Puts a finished build in the place of the former one, so that nobody reads half a kit. The former one goes into
 * `formerVersions`, in a folder named like its version: partners' pages name the version that they load.
 */
export function replaceFolder(built: string, place: string, formerVersions?: string): void {
  mkdirSync(dirname(place), { recursive: true });
  const former = `${built}-former`;
  try {
    renameSync(place, former);
  } catch {
    // the first build of all
  }
  renameSync(built, place);
  if (formerVersions !== undefined) keepVersion(former, versionIn(place), formerVersions);
  rmSync(former, { recursive: true, force: true });
}

/** Moves a former build among the versions kept; one that was rebuilt under its own number is not a former version. */
function keepVersion(former: string, current: string | undefined, kept: string): void {
  const version = versionIn(former);
  if (version === undefined || version === current) return;
  mkdirSync(kept, { recursive: true });
  rmSync(join(kept, version), { recursive: true, force: true });
  renameSync(former, join(kept, version));
  const development = readdirSync(kept)
    .filter((name) => name.includes('-dev.'))
    .map((name) => ({ path: join(kept, name), at: statSync(join(kept, name)).ctimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of development.slice(DEVELOPMENT_VERSIONS_KEPT))
    rmSync(path, { recursive: true, force: true });
}

/** Undefined: no build that has a manifest. */
function versionIn(folder: string): string | undefined {
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as KitManifest;
    return version;
  } catch {
    return undefined;
  }
}
