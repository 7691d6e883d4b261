import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL_KIT_VERSION, writeSmallKit } from '../testing/small-kit.ts';
import { openKit } from './kit.ts';

let place: string;
let folder: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'mds-kit-'));
  folder = join(place, 'kit');
  await writeSmallKit(folder);
});
afterEach(() => rm(place, { recursive: true }));

const manifest = () => join(folder, 'manifest.json');

describe('the kit', () => {
  it('refuses a file that is not what the manifest says, and a manifest without our entries', async () => {
    await writeFile(join(folder, 'frame.js'), 'flipped');
    await expect(openKit(folder, () => undefined)).rejects.toThrow('frame.js is not what its manifest says');
    await writeSmallKit(folder);
    const text = await readFile(manifest(), 'utf8');
    await writeFile(manifest(), text.replace('"hosted.js"', '"hosted-2.js"'));
    await expect(openKit(folder, () => undefined)).rejects.toThrow('hosted-2.js cannot be read');
  });

  it('takes a new build over while it runs, and goes on serving the one that pages know', async () => {
    let told = Promise.withResolvers<string>();
    const kit = await openKit(folder, ({ event }) => told.resolve(event));
    const old = await readFile(manifest(), 'utf8');
    await writeFile(manifest(), '{"half": ');
    expect(await told.promise).toBe('kit-refused');
    expect(kit.current.version).toBe(SMALL_KIT_VERSION);
    told = Promise.withResolvers();
    await writeFile(manifest(), old.replace(SMALL_KIT_VERSION, '2.0.0'));
    expect(await told.promise).toBe('kit-changed');
    expect(kit.current.path('embed.js')).toBe('/kit/2.0.0/embed.js');
    for (const version of [SMALL_KIT_VERSION, '2.0.0']) expect(kit.file(version, 'embed.js')).toBeDefined();
    kit.close();
  });
});

describe('former versions of the kit', () => {
  const kept = (version: string) => join(place, 'kit-versions', version);

  it('are served after a restart, each by its number, and never told to new pages', async () => {
    for (const version of ['0.9.0', '1.0.0']) await writeSmallKit(kept(version), version);
    const kit = await openKit(`${folder}/`, () => undefined);
    kit.close();
    expect(kit.current.version).toBe(SMALL_KIT_VERSION);
    for (const version of ['0.9.0', '1.0.0', SMALL_KIT_VERSION])
      expect(kit.file(version, 'embed.js')).toBeDefined();
    for (const version of ['0.8.0', '', '..', 'constructor'])
      expect(kit.file(version, 'embed.js')).toBeUndefined();
  });

  it('are refused, and said to be, when they are not what their manifest or their folder says', async () => {
    await writeSmallKit(kept('0.8.0'), '0.8.1');
    await writeSmallKit(kept('0.9.0'), '0.9.0');
    await writeFile(join(kept('0.9.0'), 'chunks/lit-2.js'), 'flipped');
    await writeSmallKit(kept('1.0.0'), '1.0.0');
    const events: string[] = [];
    const kit = await openKit(folder, ({ event }) => events.push(event));
    kit.close();
    expect(events).toEqual(['kit-version-refused', 'kit-version-refused']);
    for (const version of ['0.8.0', '0.8.1', '0.9.0']) expect(kit.file(version, 'embed.js')).toBeUndefined();
    expect(kit.file('1.0.0', 'embed.js')).toBeDefined();
  });

  it('come and go while it runs: one that is taken away is not served again', async () => {
    await writeSmallKit(kept('0.9.0'), '0.9.0');
    let changed = Promise.withResolvers<string>();
    const kit = await openKit(folder, ({ event }) => changed.resolve(event));
    await writeSmallKit(join(place, 'copied'), '1.0.0');
    await rename(join(place, 'copied'), kept('1.0.0'));
    expect(await changed.promise).toBe('kit-versions-changed');
    expect(kit.file('1.0.0', 'embed.js')).toBeDefined();
    changed = Promise.withResolvers();
    await rm(kept('0.9.0'), { recursive: true });
    expect(await changed.promise).toBe('kit-versions-changed');
    expect(kit.file('0.9.0', 'embed.js')).toBeUndefined();
    expect(kit.file('1.0.0', 'embed.js')).toBeDefined();
    kit.close();
  });
});
