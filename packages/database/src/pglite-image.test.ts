import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from './open.ts';
import { imageFile } from './pglite-image.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mds-image-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const clock = () => new Date('2026-11-22T09:00:00Z');
const open = async (imageFolder: string) => {
  const database = await openDatabase({ memory: true, program: 'test', migrations: [], clock, imageFolder });
  await database.close();
};

/** Making an image takes PGlite seconds, more on a busy machine. */
const SLOW = 60_000;

test(
  'a damaged image is made again, and nothing else is left beside it',
  async () => {
    const image = await imageFile(folder);
    await writeFile(image, 'not an image');
    await open(folder);
    expect(await readFile(image)).toSatisfy(({ length }: Buffer) => length > 1_000_000);
    expect(await readdir(folder)).toHaveLength(1);
  },
  SLOW,
);

test(
  'a place where no image can be kept is no obstacle',
  async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await open(file);
  },
  SLOW,
);
