/**
 * The built kit: what browsers download, held in memory as its manifest describes it. A new build is taken over while
 * the portal runs, once it is whole; versions that pages were told of before go on being served.
 */
import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import { describeError, type Log } from '../operations/log.ts';
import { loadVersion, type KitFile, type KitVersion } from './kit-version.ts';

export interface Kit {
  /** What new pages are told to load. */
  readonly current: KitVersion;
  file(version: string, name: string): KitFile | undefined;
  close(): void;
}

/** How often the manifest is looked at, ms. */
const LOOK_EVERY = 1000;

/**
 * @throws ConfigError when the kit is not built
 */
export async function openKit(folder: string, log: Log): Promise<Kit> {
  let current = await loadVersion(folder);
  // Said now rather than to the first visitor.
  for (const entry of ['frame.js', 'controller.js', 'hosted.js']) current.importMap(entry);
  const versions = new Map([[current.version, current]]);
  const look = () => {
    loadVersion(folder).then(
      (found) => {
        current = found;
        versions.set(found.version, found);
        log({ level: 'info', event: 'kit-changed' });
      },
      // Half-way through a build: its end changes the manifest again.
      (error: unknown) => log({ level: 'warn', event: 'kit-refused', ...describeError(error) }),
    );
  };
  const manifest = join(folder, 'manifest.json');
  watchFile(manifest, { interval: LOOK_EVERY, persistent: false }, look);
  return {
    get current() {
      return current;
    },
    file: (version, name) => versions.get(version)?.file(name),
    close: () => unwatchFile(manifest, look),
  };
}
