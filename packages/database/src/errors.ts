export type DatabaseErrorCode =
  /** PostgreSQL does not answer, or refuses us. */
  | 'unreachable'
  /** Another process owns the PGlite folder. */
  | 'folder-in-use'
  /** The PGlite folder cannot be read, written or understood. */
  | 'folder-unusable'
  /** The program's own list of migrations has a gap, a double or a strange file name. */
  | 'migrations-misnumbered'
  /** An applied migration is not what it was when it was applied. */
  | 'migration-edited'
  /** An applied migration is gone from the program. */
  | 'migration-missing'
  /** A migration did not run; nothing of it stays. */
  | 'migration-failed'
  /** A newer program has already migrated this database. */
  | 'database-newer'
  /** A `bigint` beyond 2^53 came back, which a JavaScript number cannot hold. */
  | 'integer-out-of-range';

/** What stops a database from opening. The message is for an operator; it never holds rows or passwords. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
