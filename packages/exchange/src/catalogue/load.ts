import { readFile } from 'node:fs/promises';
import { CatalogueError, type Fault } from './catalogue-error.ts';
import type { Catalogue } from './catalogue.ts';
import { checkCatalogue } from './check.ts';
import { freezeCatalogue } from './freeze.ts';
import { CatalogueFile, explain } from './schema.ts';
import { readSource, type Path } from './source.ts';

export type LoadOptions = {
  /** Where `${NAME}` placeholders are looked up. */
  env: Readonly<Record<string, string | undefined>>;
  /** Lets `http://` targets on this machine and keys written in the file; never in production. */
  sandbox?: boolean;
};

/** Reads, resolves and checks a catalogue file. @throws {CatalogueError} naming file, line and what would be right */
export async function loadCatalogue(file: string, options: LoadOptions): Promise<Catalogue> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    const fault = {
      line: 1,
      column: 1,
      path: '',
      message: 'cannot be read: check MDS_CATALOGUE and its rights',
    };
    throw new CatalogueError(file, [fault], { cause });
  }
  return parseCatalogue(text, { ...options, file });
}

/** @throws {CatalogueError} with every fault of the text at once */
export function parseCatalogue(text: string, options: LoadOptions & { file: string }): Catalogue {
  const { file, env, sandbox = false } = options;
  const refuse = (faults: readonly Fault[]) => {
    if (faults.length > 0)
      throw new CatalogueError(
        file,
        [...faults].sort((a, b) => a.line - b.line),
      );
  };
  const source = readSource(text, env);
  refuse(source.faults);
  const parsed = CatalogueFile.safeParse(source.value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => source.fault(issue.path as Path, explain(issue)));
    refuse(faults.length > 0 ? faults : [source.fault([], 'is not a catalogue')]);
    throw parsed.error;
  }
  refuse(checkCatalogue(parsed.data, source, sandbox));
  return freezeCatalogue(parsed.data, {
    name: file,
    lineOf: (index) => source.line(['memberships', index]),
  });
}
