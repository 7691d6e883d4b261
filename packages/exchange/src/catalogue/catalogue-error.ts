/** One thing that is wrong in a catalogue: where, what, and what would be right. */
export type Fault = { line: number; column: number; path: string; message: string };

/** A catalogue that refuses to load. `message` lists every fault, each with file and line; never a key's value. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
  readonly file: string;
  readonly faults: readonly Fault[];
  constructor(file: string, faults: readonly Fault[], options?: ErrorOptions) {
    const lines = faults.map(
      ({ line, column, path, message }) => `${file}:${line}:${column} ${path ? `${path} ` : ''}${message}`,
    );
    super(`The catalogue cannot be used:\n${lines.join('\n')}`, options);
    this.file = file;
    this.faults = faults;
  }
}
