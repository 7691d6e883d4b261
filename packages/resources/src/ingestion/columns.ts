/**
 * Rows on their way to a table, gathered by column: `insert … select from unnest(…)` takes thousands in one statement,
 * on PostgreSQL and PGlite alike, and each column travels as the text of one array, which costs a third of what the
 * drivers need for as many values. Several `unnest` of one length go side by side in a select list, row by row; as
 * `from unnest(a, b, …)` each column would be stored once more on its way.
 */
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { ResourcesTables } from '../database.ts';

export type Value = string | number | null;

type ColumnType = 'date' | 'uuid' | 'bigint' | 'integer' | 'boolean' | 'text' | 'line_kind' | 'jsonb';

/** Types whose values hold no character that an array's text knows. */
const BARE: readonly ColumnType[] = ['date', 'uuid', 'bigint', 'integer', 'boolean', 'line_kind'];

/** Found faster than a pattern would be, by the thousand. */
const quoted = (text: string) =>
  text.includes('"') || text.includes('\\') ? `"${text.replaceAll(/["\\]/g, '\\$&')}"` : `"${text}"`;

export class Columns<Table extends keyof ResourcesTables> {
  readonly #table: Table;
  readonly #names: readonly string[];
  readonly #types: readonly ColumnType[];
  readonly #bare: readonly boolean[];
  /** By column; joined when they go: text that grows by each value costs three times as much. */
  #texts: string[][];

  constructor(table: Table, columns: Readonly<Record<string, ColumnType>>) {
    this.#table = table;
    this.#names = Object.keys(columns);
    this.#types = Object.values(columns);
    this.#bare = this.#types.map((type) => BARE.includes(type));
    this.#texts = this.#types.map(() => []);
  }

  get rows(): number {
    return this.#texts[0]?.length ?? 0;
  }

  /** In the order of the columns. */
  add(...values: readonly Value[]): void {
    for (const [at, texts] of this.#texts.entries()) {
      const value = values[at] ?? null;
      texts.push(value === null ? 'NULL' : this.#bare[at] === true ? String(value) : quoted(String(value)));
    }
  }

  /** Forgets all but the first rows. */
  backTo(rows: number): void {
    for (const texts of this.#texts) texts.length = rows;
  }

  /** Takes the first rows out, or all, as the statement that inserts them; undefined: there are none. */
  take(rows = this.rows): RawBuilder<unknown> | undefined {
    const taken = this.#texts.map((texts) => texts.slice(0, rows));
    this.#texts = this.#texts.map((texts) => texts.slice(rows));
    if (rows === 0) return undefined;
    const arrays = taken.map(
      (texts, at) => sql`unnest(${`{${texts.join(',')}}`}::text::${sql.raw(this.#types[at] ?? 'text')}[])`,
    );
    const names = this.#names.map((name) => sql.ref(name));
    return sql`insert into ${sql.table(this.#table)} (${sql.join(names)}) select ${sql.join(arrays)}`;
  }
}

/** All of them in one statement: each one more would wait for its turn in a process that reads meanwhile. */
export async function insertAll(
  transaction: Transaction<ResourcesTables>,
  inserts: readonly (RawBuilder<unknown> | undefined)[],
): Promise<void> {
  const [last, ...others] = inserts.filter((insert) => insert !== undefined);
  if (!last) return;
  const named = others.map((insert, at) => sql`${sql.ref(`other_${at}`)} as (${insert})`);
  await sql`${named.length > 0 ? sql`with ${sql.join(named)} ` : sql``}${last}`.execute(transaction);
}
