/** One thing that is wrong in a catalogue: where, what, and what would be right. */
export type Fault = { line: number; column: number; path: string; message: string };

/** A catalogue that refuses to load. `message` lists every fault, each with file and line; never a key's value. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
  readonly file: string;
  readonly faults: readonly Fault[];
  constructor(file: string, faults: readonly Fault[]) {
    const lines = faults.map((fault) => `${file}:${fault.line}:${fault.column} ${fault.message}`);
    super(`The catalogue cannot be used:\n${lines.join('\n')}`);
    this.file = file;
    this.faults = faults;
  }
}
