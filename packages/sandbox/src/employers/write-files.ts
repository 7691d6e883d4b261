/** Deposits into a folder that somebody may be watching: a file has its name once it is whole. */
import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { bytesOf, type DepositFile } from './deposits.ts';
import { SAMPLE_EMPLOYERS } from './samples/sample-employers.ts';
import { sampleIncomes } from './samples/sample-incomes.ts';

export type Written = { files: number; bytes: number };

/** Under this name, inboxes leave a file alone. */
const unfinished = (folder: string, name: string) => join(folder, `.${name}.part`);

export async function writeFiles(folder: string, files: Iterable<DepositFile>): Promise<Written> {
  await mkdir(folder, { recursive: true });
  const written = { files: 0, bytes: 0 };
  for (const file of files) {
    const draft = unfinished(folder, file.name);
    {
      await using handle = await open(draft, 'w');
      for (const piece of bytesOf(file)) {
        await handle.write(piece);
        written.bytes += piece.length;
      }
    }
    await rename(draft, join(folder, file.name));
    written.files += 1;
  }
  return written;
}

/** The sample citizens' replacement incomes at this moment, as one file of the scheme's second feed. */
export async function writeIncomes(file: string, now: Date): Promise<void> {
  const lines = sampleIncomes(now).map((line) => `${JSON.stringify(line)}\n`);
  await mkdir(dirname(file), { recursive: true });
  const draft = unfinished(dirname(file), basename(file));
  await writeFile(draft, lines.join(''));
  await rename(draft, file);
}

/** The names of the sample citizens' employers, as a file of the Sirene directory. */
export async function writeNames(file: string): Promise<void> {
  const rows = Object.values(SAMPLE_EMPLOYERS).map(({ siret, name }) => `${siret.slice(0, 9)},${name}\n`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, ['siren,denominationUniteLegale\n', ...rows].join(''));
}
