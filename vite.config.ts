/**
 * Builds the kit, everything that a browser downloads from us, to .build/kit (see .setup/kit.ts). `--mode sizes` builds
 * it to .build/sizes, with pages that use it: test/sizes measures what they load.
 */
import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { defineConfig, type BuildEnvironmentOptions } from 'vite';
import {
  ModuleGraph,
  noRawDecorators,
  plainDynamicImports,
  replaceFolder,
  writeManifest,
} from './.setup/kit-build.ts';
import { hashSources, kitFolder, kitVersion, ROOT, type Build } from './.setup/kit.ts';

type Entries = Record<string, string>;

/** Entries by name: one per element, the documents inside frames, the portal's own pages. */
function entriesOf(build: Build): Entries {
  const elements = globSync('packages/elements/src/*/define.ts', { cwd: ROOT }).map(
    (path) => [`elements/${basename(dirname(path))}`, path] as const,
  );
  const documents = ['frames/frame', 'frames/controller', 'hosted/hosted'].map(
    (path) => [basename(path), `packages/portal/src/${path}.ts`] as const,
  );
  const pages = globSync('test/sizes/pages/*.ts', { cwd: ROOT }).map(
    (path) => [`pages/${basename(path, '.ts')}`, path] as const,
  );
  const entries = [...elements, ...documents, ...(build === 'sizes' ? pages : [])].sort();
  return Object.fromEntries(
    entries.map(([name, path]) => [name, join(ROOT, path)] as const).filter(([, path]) => existsSync(path)),
  );
}

/** One folder per widget, whatever else the elements share standing around them. */
const widgets = globSync('packages/elements/src/*/define.ts', { cwd: ROOT }).map((path) =>
  join(ROOT, dirname(path), '/'),
);

/**
 * What several widgets need is one file, and each widget another: a page pays for few requests, and a second widget, or
 * a second frame, only for itself. Left alone, the bundler makes a file for each set of entries that share a module.
 */
const core = {
  name: 'core',
  test: (id: string) => !widgets.some((folder) => id.startsWith(folder)),
  minShareCount: 2,
};

const output = (outDir: string, input: Entries, singleFile = false): BuildEnvironmentOptions => ({
  outDir,
  emptyOutDir: false,
  // Not `build.lib`, which keeps whitespace: the files are for browsers as they stand.
  rolldownOptions: {
    input,
    // Its package does not say so: otherwise French pages would carry what switches languages.
    treeshake: { moduleSideEffects: [{ test: /\/node_modules\/@lit\/localize\//, sideEffects: false }] },
    output: {
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      assetFileNames: 'assets/[name]-[hash][extname]',
      codeSplitting: singleFile ? false : { groups: [core] },
    },
  },
  target: 'es2022',
  minify: true,
  // Preloading is for the documents to say, with integrity; the polyfill would be a script inside a script.
  modulePreload: false,
  reportCompressedSize: false,
  copyPublicDir: false,
});

export default defineConfig(({ mode }) => {
  const kind: Build = mode === 'sizes' ? 'sizes' : 'kit';
  const folder = kitFolder(kind);
  // Vite runs beside programs that serve the former build: it gets its place when it is whole.
  const outDir = `${folder}-${String(process.pid)}`;
  const embed = join(ROOT, 'packages/embed/src/embed.ts');
  const graph = new ModuleGraph();
  return {
    root: ROOT,
    // Files find each other relative to themselves: the address holds a version that they do not know.
    base: './',
    publicDir: false,
    plugins: [plainDynamicImports, noRawDecorators, graph.plugin],
    environments: {
      client: { build: output(outDir, entriesOf(kind)) },
      // One file for partners to pin with one integrity hash
      embed: { consumer: 'client', build: output(outDir, { embed }, true) },
    },
    builder: {
      async buildApp(builder) {
        const { client, embed: shell } = builder.environments;
        const sources = hashSources();
        if (client) await builder.build(client);
        if (shell && existsSync(embed)) await builder.build(shell);
        writeManifest(outDir, graph, { version: kitVersion(sources), sources });
        replaceFolder(outDir, folder);
      },
    },
  };
});
