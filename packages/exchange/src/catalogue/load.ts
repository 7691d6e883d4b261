import { readFile } from 'node:fs/promises';
import type { Catalogue } from './catalogue.ts';

export type LoadOptions = {
  /** Where `${NAME}` placeholders are looked up. */
  env: Readonly<Record<string, string | undefined>>;
  /** Lets `http://` targets on this machine and keys written in the file; never in production. */
  sandbox?: boolean;
};

/** Reads, resolves and checks a catalogue file. @throws {CatalogueError} naming file, line and what would be right */
export async function loadCatalogue(file: string, options: LoadOptions): Promise<Catalogue> {
  return parseCatalogue(await readFile(file, 'utf8'), { ...options, file });
}

export function parseCatalogue(_text: string, _options: LoadOptions & { file: string }): Catalogue {
  throw new Error('not written yet');
}
