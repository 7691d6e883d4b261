import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ANALYZER = fileURLToPath(import.meta.resolve('@custom-elements-manifest/analyzer'));
const CONFIG = 'stories/.storybook/custom-elements-manifest.config.js';
const MANIFEST = join(ROOT, '.build/custom-elements/custom-elements.json');
const ELEMENTS = join(ROOT, 'packages/elements/src/');

/** What Storybook's pages import; resolved ids of things that are no files begin with \0, by Rollup's custom. */
const ID = 'virtual:custom-elements-manifest';
const RESOLVED = `\0${ID}`;

/** Writes custom-elements.json from the sources as they are now: two seconds. */
async function writeManifest(): Promise<string> {
  const command = [join(dirname(ANALYZER), 'cem.js'), 'analyze', '--quiet', '--config', CONFIG];
  await promisify(execFile)(process.execPath, command, { cwd: ROOT });
  const manifest = await readFile(MANIFEST, 'utf8');
  // Storybook leaves out what has no name, the default slot among them.
  return manifest.replaceAll('"name": ""', '"name": "(default)"');
}

/** The elements' documentation, read from their sources when a page asks for it, and again when they change. */
export const customElementsManifest: Plugin = {
  name: 'mds-custom-elements-manifest',
  resolveId: (id) => (id === ID ? RESOLVED : null),
  load: async (id) => (id === RESOLVED ? `export default ${await writeManifest()}` : null),
  handleHotUpdate({ file, server }) {
    const manifest = server.moduleGraph.getModuleById(RESOLVED);
    if (manifest && file.startsWith(ELEMENTS)) server.moduleGraph.invalidateModule(manifest);
  },
};
