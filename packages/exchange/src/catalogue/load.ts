import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { CatalogueError, type Fault } from './catalogue-error.ts';
import type { Catalogue } from './catalogue.ts';
import { checkCatalogue } from './check.ts';
import { freezeCatalogue } from './freeze.ts';
import { CatalogueFile, explain } from './schema.ts';
import { readSource, type Path, type Source } from './source.ts';

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

const inOrder = (faults: readonly Fault[]) => faults.toSorted((a, b) => a.line - b.line);

function faultsOf(issue: z.core.$ZodIssue, source: Source): Fault[] {
  const path = issue.path as Path;
  // each at its own line, rather than at that of the whole
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      source.fault([...path, key], 'is not known here: check the spelling, or take it out'),
    );
  return [source.fault(path, explain(issue))];
}

/** @throws {CatalogueError} with every fault of the text at once */
export function parseCatalogue(text: string, options: LoadOptions & { file: string }): Catalogue {
  const { file, env, sandbox = false } = options;
  const refuse = (faults: readonly Fault[]) => {
    if (faults.length > 0) throw new CatalogueError(file, inOrder(faults));
  };
  const source = readSource(text, env);
  refuse(source.faults);
  const parsed = CatalogueFile.safeParse(source.value);
  if (!parsed.success) {
    throw new CatalogueError(file, inOrder(parsed.error.issues.flatMap((issue) => faultsOf(issue, source))));
  }
  refuse(checkCatalogue(parsed.data, source, sandbox));
  return freezeCatalogue(parsed.data, {
    name: file,
    lineOf: (index) => source.line(['memberships', index]),
  });
}
