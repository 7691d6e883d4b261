/**
 * Builds the kit, everything that a browser downloads from us, to .build/kit (see .setup/kit.ts). `--mode sizes` builds
 * it to .build/sizes, with pages that use it: test/sizes measures what they load.
 */
import { existsSync, globSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { defineConfig, type BuildEnvironmentOptions, type Rolldown } from 'vite';
import {
  ModuleGraph,
  noRawDecorators,
  plainDynamicImports,
  replaceFolder,
  smallDecorate,
  writeManifest,
} from './.setup/kit-build.ts';
import { reserveCss } from './packages/embed/src/reserve-css.ts';
import { collapseTemplates } from './.setup/collapse-templates.ts';
import { formerVersionsFolder, hashSources, kitFolder, kitVersion, ROOT, type Build } from './.setup/kit.ts';

type Entries = Record<string, string>;
type CodeSplittingGroup = Rolldown.CodeSplittingGroup;
type CodeSplittingContext = Parameters<Rolldown.CodeSplittingNameFunction>[1];

const named = (folder: string, paths: readonly string[]): Entries =>
  Object.fromEntries(paths.map((path) => [`${folder}${basename(path, '.ts')}`, join(ROOT, path)]));

const source = (pattern: string) => globSync(pattern, { cwd: ROOT }).sort();

/** What documents load in the page itself, by name: one entry per element, and the portal's own pages. */
const inPage = (build: Build): Entries => ({
  ...named('elements/', source('packages/elements/src/in-page/*.ts')),
  ...named('', source('packages/portal/src/hosted/hosted.ts')),
  ...(build === 'sizes' && named('pages/', source('test/sizes/pages/*.ts'))),
});

/** The documents inside frames: on another origin, they could share nothing with pages that is cached. */
const inFrames = (): Entries => named('', source('packages/portal/src/frames/{frame,controller,ticket}.ts'));

const widgets = source('packages/elements/src/*/define.ts').map((path) => join(ROOT, dirname(path), '/'));
/** What some widgets are made of goes with them, and with no other frame or page. */
const answers = join(ROOT, 'packages/elements/src/answer-element/');
const inWidget = (id: string) => [...widgets, answers].some((folder) => id.startsWith(folder));

/**
 * In frames, what several widgets need is one file, and each widget another: a second frame pays only for itself. Left
 * alone, the bundler makes a file for each set of entries that share a module.
 */
const shared = { name: 'core', test: (id: string) => !inWidget(id), minShareCount: 2 };

/** In pages, one file holds a bubble with all that it needs at once, the client included: most pages need just that. */
const BUBBLE =
  /\/elements\/src\/(rights-bubble\/define|document-portal)\.ts$|\/client\/src\/direct-client\.ts$/;

/** Whether the bubble imports a module, other than by a later `import()`. */
function ofBubble(id: string, context: CodeSplittingContext, seen = new Set<string>()): boolean {
  if (BUBBLE.test(id.replaceAll('\\', '/'))) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return context.getModuleInfo(id)?.importers.some((importer) => ofBubble(importer, context, seen)) ?? false;
}

/** The widgets that a module is for, found by who imports it. */
function widgetsOf(id: string, context: CodeSplittingContext, seen = new Set<string>()): string[] {
  const own = widgets.find((folder) => id.startsWith(folder));
  if (own !== undefined || seen.has(id)) return own === undefined ? [] : [own];
  seen.add(id);
  const importers = context.getModuleInfo(id)?.importers ?? [];
  return [...new Set(importers.flatMap((importer) => widgetsOf(importer, context, seen)))];
}

/** What one widget alone needs goes with it; what several widgets load later is one file too. */
const bubbleFirst = {
  name: (id: string, context: CodeSplittingContext) => {
    if (ofBubble(id, context)) return 'core';
    const apart = inWidget(id) || /change-locale|@lit\/localize|generated/.test(id);
    return apart || widgetsOf(id, context).length < 2 ? null : 'late';
  },
  debugName: 'bubble-first',
  minShareCount: 2,
};

/** Measured without anything of the widgets: what a page adds that simulates. */
const alone = (): Entries => named('pages/', source('test/sizes/alone/*.ts'));
const apart = { name: 'shared', minShareCount: 2 };

const output = (outDir: string, input: Entries, group?: CodeSplittingGroup): BuildEnvironmentOptions => ({
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
      codeSplitting: group ? { groups: [group] } : false,
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
    plugins: [collapseTemplates, plainDynamicImports, smallDecorate, noRawDecorators, graph.plugin],
    environments: {
      client: { build: output(outDir, inPage(kind), bubbleFirst) },
      frames: { consumer: 'client', build: output(outDir, inFrames(), shared) },
      // One file for partners to pin with one integrity hash
      embed: { consumer: 'client', build: output(outDir, { embed }) },
      ...(kind === 'sizes' && { alone: { consumer: 'client', build: output(outDir, alone(), apart) } }),
    },
    builder: {
      async buildApp(builder) {
        const { client, frames, embed: shell, alone: measured } = builder.environments;
        const sources = hashSources();
        if (client) await builder.build(client);
        if (frames) await builder.build(frames);
        if (shell && existsSync(embed)) await builder.build(shell);
        if (measured) await builder.build(measured);
        writeFileSync(join(outDir, 'reserve.css'), reserveCss());
        writeManifest(outDir, graph, { version: kitVersion(sources), sources });
        replaceFolder(outDir, folder, kind === 'kit' ? formerVersionsFolder() : undefined);
      },
    },
  };
});
