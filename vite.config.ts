/** Builds the kit, everything that a browser downloads from us, to .build/kit (see .setup/kit.ts). */
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
import { hashSources, KIT_FOLDER, kitVersion, ROOT } from './.setup/kit.ts';

const graph = new ModuleGraph();
const outDir = `${KIT_FOLDER}-${String(process.pid)}`;

/** Entries by name: one per element, the documents inside frames, the portal's own pages. */
function entries(): Record<string, string> {
  const elements = globSync('packages/elements/src/*/define.ts', { cwd: ROOT }).map(
    (path) => [`elements/${basename(dirname(path))}`, join(ROOT, path)] as const,
  );
  const documents = ['frames/frame', 'frames/controller', 'hosted/hosted']
    .map((path) => [basename(path), join(ROOT, `packages/portal/src/${path}.ts`)] as const)
    .filter(([, path]) => existsSync(path));
  return Object.fromEntries([...elements, ...documents].sort());
}

const build = (input: Record<string, string>, singleFile = false): BuildEnvironmentOptions => ({
  outDir,
  emptyOutDir: false,
  // Not `build.lib`, which keeps whitespace: the files are for browsers as they stand.
  rolldownOptions: {
    input,
    output: {
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      assetFileNames: 'assets/[name]-[hash][extname]',
      ...(singleFile && { codeSplitting: false }),
    },
  },
  target: 'es2022',
  minify: true,
  // Preloading is for the documents to say, with integrity; the polyfill would be a script inside a script.
  modulePreload: false,
  reportCompressedSize: false,
  copyPublicDir: false,
});

const embed = join(ROOT, 'packages/embed/src/embed.ts');

export default defineConfig({
  root: ROOT,
  // Files find each other relative to themselves: the address holds a version that they do not know.
  base: './',
  publicDir: false,
  plugins: [plainDynamicImports, noRawDecorators, graph.plugin],
  environments: {
    client: { build: build(entries()) },
    // One file for partners to pin with one integrity hash
    embed: { consumer: 'client', build: build({ embed }, true) },
  },
  builder: {
    async buildApp(builder) {
      const { client, embed: shell } = builder.environments;
      const sources = hashSources();
      if (client && Object.keys(entries()).length > 0) await builder.build(client);
      if (shell && existsSync(embed)) await builder.build(shell);
      writeManifest(outDir, graph, { version: kitVersion(sources), sources });
      replaceFolder(outDir, KIT_FOLDER);
    },
  },
});
