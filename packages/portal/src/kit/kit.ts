/**
 * The built kit: what browsers download, held in memory as its manifest describes it. A new build is taken over while
 * the portal runs, once it is whole. Partners' pages name a version, and browsers keep it for a year, so former versions
 * go on being served: those in `{MDS_KIT}-versions/{version}/`, until somebody takes them away there.
 */
import { type Stats, unwatchFile, watchFile } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ConfigError } from '../config.ts';
import { describeError, type Log } from '../operations/log.ts';
import { loadVersion, type KitFile, type KitVersion } from './kit-version.ts';

export interface Kit {
  /** What new pages are told to load. */
  readonly current: KitVersion;
  file(version: string, name: string): KitFile | undefined;
  close(): void;
}

/** How often the manifest and the list of former versions are looked at, ms. */
const LOOK_EVERY = 1000;

/**
 * @throws ConfigError when the kit is not built
 */
export async function openKit(folder: string, log: Log): Promise<Kit> {
  let current = await loadVersion(folder);
  // Said now rather than to the first visitor.
  for (const entry of ['frame.js', 'controller.js', 'ticket.js', 'hosted.js']) current.importMap(entry);
  const formerFolder = `${resolve(folder)}-versions`;
  let former = await loadFormer(formerFolder, log);
  /** Those that this process told pages of. */
  const told = new Map([[current.version, current]]);

  const lookAtCurrent = () => {
    loadVersion(folder).then(
      (found) => {
        current = found;
        told.set(found.version, found);
        log({ level: 'info', event: 'kit-changed' });
      },
      // Half-way through a build: its end changes the manifest again.
      (error: unknown) => log({ level: 'warn', event: 'kit-refused', ...describeError(error) }),
    );
  };
  const lookAtFormer = (now: Stats, before: Stats) => {
    // Called once at the start when there is no such folder.
    if (now.mtimeMs === before.mtimeMs) return;
    void loadFormer(formerFolder, log).then((found) => {
      // Taken away on purpose: also from what this process remembers.
      for (const version of former.keys()) if (!found.has(version)) told.delete(version);
      former = found;
      log({ level: 'info', event: 'kit-versions-changed' });
    });
  };
  const manifest = join(folder, 'manifest.json');
  const rhythm = { interval: LOOK_EVERY, persistent: false };
  watchFile(manifest, rhythm, lookAtCurrent);
  watchFile(formerFolder, rhythm, lookAtFormer);
  return {
    get current() {
      return current;
    },
    file(version, name) {
      const found = version === current.version ? current : (told.get(version) ?? former.get(version));
      return found?.file(name);
    },
    close() {
      unwatchFile(manifest, lookAtCurrent);
      unwatchFile(formerFolder, lookAtFormer);
    },
  };
}

/** Every former version that is what its manifest says, under its own name; one that is not is left out, and logged. */
async function loadFormer(folder: string, log: Log): Promise<Map<string, KitVersion>> {
  const names = await readdir(folder).catch(() => []);
  const versions = await Promise.all(
    names.map(async (name) => {
      try {
        const found = await loadVersion(join(folder, name));
        if (found.version === name) return [found];
        throw new ConfigError([`MDS_KIT: ${join(folder, name)} holds version ${found.version}`]);
      } catch (error) {
        log({ level: 'error', event: 'kit-version-refused', ...describeError(error) });
        return [];
      }
    }),
  );
  return new Map(versions.flat().map((found) => [found.version, found]));
}
