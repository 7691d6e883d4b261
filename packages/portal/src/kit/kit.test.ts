import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL_KIT_VERSION, writeSmallKit } from '../testing/small-kit.ts';
import { openKit } from './kit.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mds-kit-'));
  await writeSmallKit(folder);
});
afterEach(() => rm(folder, { recursive: true }));

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
