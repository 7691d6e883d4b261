/**
 * PGlite's `initdb` takes seconds; loading the folder that it made takes half of one. That folder, fresh and empty,
 * is kept as an image under `.build/pglite/`, one per PGlite version, which is its whole key: migrations are
 * not in it, they take milliseconds each, and so an edited one can never be served stale. Zstandard's own
 * checksum tells a damaged image. Missing, damaged or unwritable, it costs a slower start and nothing else.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

export const IMAGE_FOLDER = fileURLToPath(new URL('../../../.build/pglite/', import.meta.url));

/** The image, made first when there is none; a build step may call this to spare the first start. */
export async function pgliteImage(folder = IMAGE_FOLDER): Promise<Blob> {
  const file = await imageFile(folder);
  try {
    return new Blob([await decompress(await readFile(file))]);
  } catch {
    const tar = await makeImage();
    await keep(file, tar).catch(() => undefined);
    return new Blob([tar]);
  }
}

async function makeImage(): Promise<Uint8Array<ArrayBuffer>> {
  const lite = await PGlite.create();
  try {
    return new Uint8Array(await (await lite.dumpDataDir('none')).arrayBuffer());
  } finally {
    await lite.close();
  }
}

/** Renamed into place when complete: another process may be reading, or making the same image. */
async function keep(file: string, tar: Uint8Array): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(draft, await compress(tar, { params: { [constants.ZSTD_c_checksumFlag]: 1 } }));
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Where the image for the installed PGlite lies, or will. */
export async function imageFile(folder: string): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const description = JSON.parse(await readFile(join(dirname(entry), '../package.json'), 'utf8')) as {
    version: string;
  };
  return join(folder, `${description.version}.tar.zst`);
}
