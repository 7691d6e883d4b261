/**
 * Rows on their way to a table, gathered by column: `insert … select from unnest(…)` takes thousands in one statement,
 * on PostgreSQL and PGlite alike, and each column travels as the text of one array, which costs a third of what the
 * drivers need for as many values.
 */
import { sql, type Transaction } from 'kysely';
import type { ResourcesTables } from '../database.ts';

export type Value = string | number | null;

type ColumnType = 'date' | 'uuid' | 'bigint' | 'integer' | 'boolean' | 'text' | 'line_kind' | 'jsonb';

/** Types whose values hold no character that an array's text knows. */
const BARE: readonly ColumnType[] = ['date', 'uuid', 'bigint', 'integer', 'boolean', 'line_kind'];

/** A point to which rows may be taken back. */
export type Mark = { rows: number; lengths: readonly number[] };

const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

export class Columns<Table extends keyof ResourcesTables> {
  rows = 0;
  readonly #table: Table;
  readonly #names: readonly string[];
  readonly #types: readonly ColumnType[];
  readonly #bare: readonly boolean[];
  #texts: string[];

  constructor(table: Table, columns: Readonly<Record<string, ColumnType>>) {
    this.#table = table;
    this.#names = Object.keys(columns);
    this.#types = Object.values(columns);
    this.#bare = this.#types.map((type) => BARE.includes(type));
    this.#texts = this.#types.map(() => '');
  }

  /** In the order of the columns. */
  add(...values: readonly Value[]): void {
    const separator = this.rows === 0 ? '' : ',';
    for (const [at, value] of values.entries()) {
      const text = value === null ? 'NULL' : this.#bare[at] === true ? String(value) : quoted(String(value));
      this.#texts[at] = (this.#texts[at] ?? '') + separator + text;
    }
    this.rows += 1;
  }

  mark(): Mark {
    return { rows: this.rows, lengths: this.#texts.map((text) => text.length) };
  }

  /** Forgets what came since. */
  backTo(mark: Mark): void {
    this.rows = mark.rows;
    this.#texts = this.#texts.map((text, at) => text.slice(0, mark.lengths[at]));
  }

  /** Takes the rows out: those before the mark, or all. They are inserted when the function is called. */
  take(mark: Mark = this.mark()): (transaction: Transaction<ResourcesTables>) => Promise<void> {
    const { rows, lengths } = mark;
    const taken = this.#texts.map((text, at) => text.slice(0, lengths[at]));
    const skipped = rows === 0 ? 0 : 1;
    this.#texts = this.#texts.map((text, at) => text.slice((lengths[at] ?? 0) + skipped));
    this.rows -= rows;
    if (this.rows === 0) this.#texts = this.#types.map(() => '');
    return async (transaction) => {
      if (rows === 0) return;
      const arrays = sql.join(
        taken.map((text, at) => sql`${`{${text}}`}::text::${sql.raw(this.#types[at] ?? 'text')}[]`),
      );
      const names = sql.join(this.#names.map((name) => sql.ref(name)));
      await sql`insert into ${sql.table(this.#table)} (${names}) select * from unnest(${arrays})`.execute(
        transaction,
      );
    };
  }
}
