/**
 * Names of firms into the store, from a file of the public Sirene directory (Insee, *StockUniteLegale*): CSV whose first
 * line names the columns, among them `siren` and `denominationUniteLegale`. Without quotes around values, as Insee writes
 * those two.
 */
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { sql, type Transaction } from 'kysely';
import type { ResourcesTables } from '../database.ts';
import type { Store } from '../store.ts';

export type NamesTaken = { companies: number; refused: { line: number; rule: string; message: string }[] };

const BATCH = 2_000;

/** Longer ones are no names, and a line of a page is as much as anybody reads. */
const LONGEST = 120;

export async function takeNames({ database }: Store, file: string): Promise<NamesTaken> {
  const refused: NamesTaken['refused'] = [];
  let companies = 0;
  try {
    await using handle = await open(file);
    const input = handle.createReadStream({ encoding: 'utf8' });
    await database.kysely.transaction().execute(async (transaction) => {
      const batch = new Map<string, string>();
      const send = async () => {
        companies += batch.size;
        await upsert(transaction, batch);
        batch.clear();
      };
      let columns: { siren: number; name: number } | undefined;
      // Made where it is read: lines that come before are nobody's, and the end would be waited for in vain.
      for await (const line of createInterface({ input, crlfDelay: Infinity })) {
        const values = line.split(',');
        if (!columns) {
          columns = { siren: values.indexOf('siren'), name: values.indexOf('denominationUniteLegale') };
          if (Math.min(columns.siren, columns.name) < 0) break;
          continue;
        }
        const [siren = '', name = ''] = [values[columns.siren], values[columns.name]?.trim()];
        // Most of the directory are people who work for themselves, under their own name: not kept.
        if (/^\d{9}$/.test(siren) && name !== '' && name.length <= LONGEST) batch.set(siren, name);
        if (batch.size >= BATCH) await send();
      }
      if (!columns || Math.min(columns.siren, columns.name) < 0)
        refused.push({
          line: 1,
          rule: 'missing-column',
          message: 'The first line names no siren and denominationUniteLegale.',
        });
      await send();
    });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return {
      companies: 0,
      refused: [{ line: 0, rule: 'unreadable-file', message: 'The file cannot be opened and read.' }],
    };
  }
  return { companies, refused };
}

async function upsert(transaction: Transaction<ResourcesTables>, names: ReadonlyMap<string, string>) {
  await sql`insert into company (siren, name)
    select * from unnest(${[...names.keys()]}::text[], ${[...names.values()]}::text[])
    on conflict (siren) do update set name = excluded.name`.execute(transaction);
}
