/** A file of replacement incomes into the store: lines that are wrong are told, the others are kept. */
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import type { ResourcesTables } from '../database.ts';
import type { Store } from '../store.ts';
import { IncomeLine } from './income-file.ts';

/** As for deposits: never holds a value. */
export type IncomeRefusal = { line: number; field: string | null; rule: string; message: string };

export type IncomesTaken = { incomes: number; refused: IncomeRefusal[] };

const BATCH = 500;
/** Whoever sends thousands of mistakes is told of the first of them. */
const MOST_REFUSALS = 100;

/** In one transaction: killed at any moment, nothing of it is there, and it may be taken again. */
export async function takeIncomes({ database, people }: Store, file: string): Promise<IncomesTaken> {
  const refused: IncomeRefusal[] = [];
  let incomes = 0;
  const refuse = (line: number, field: string | null, rule: string, message: string) => {
    if (refused.length < MOST_REFUSALS) refused.push({ line, field, rule, message });
  };
  try {
    await using handle = await open(file);
    const input = handle.createReadStream({ encoding: 'utf8' });
    await database.kysely.transaction().execute(async (transaction) => {
      const batch = new Map<string, IncomeLine>();
      const send = async () => {
        incomes += batch.size;
        await upsert(transaction, [...batch.values()], (nir) => people.ofNir(nir));
        batch.clear();
      };
      let number = 0;
      for await (const text of createInterface({ input, crlfDelay: Infinity })) {
        number += 1;
        if (text.trim() === '') continue;
        const read = IncomeLine.safeParse(jsonOf(text));
        if (read.success) {
          batch.set(`${read.data.payer} ${read.data.reference}`, read.data);
          if (batch.size >= BATCH) await send();
        } else refuse(number, ...whyNot(read.error));
      }
      await send();
    });
  } catch (error) {
    if (!isOfFiles(error)) throw error;
    return {
      incomes: 0,
      refused: [
        { line: 0, field: null, rule: 'unreadable-file', message: 'The file cannot be opened and read.' },
      ],
    };
  }
  return { incomes, refused };
}

const isOfFiles = (error: unknown) =>
  error instanceof Error && 'syscall' in error && (error.syscall === 'open' || error.syscall === 'read');

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text that it stumbled over.
    return undefined;
  }
}

/** The name of a field is ours only if it is one of ours: a strange one may be anything. */
function whyNot({ issues: [issue] }: z.ZodError): [field: string | null, rule: string, message: string] {
  const [field] = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys')
    return [null, 'unknown-field', 'A field that the format does not have.'];
  if (typeof field !== 'string') return [null, 'malformed-line', 'The line is no JSON object.'];
  return [field, 'wrong-value', 'The field lacks, or its value is none of its kind.'];
}

async function upsert(
  transaction: Transaction<ResourcesTables>,
  lines: readonly IncomeLine[],
  personOf: (nir: string) => string,
): Promise<void> {
  if (lines.length === 0) return;
  await transaction
    .insertInto('replacement_income')
    .values(
      lines.map(({ nir, kind, payer, reference, paidOn, netSocial, netTaxable, gross }) => ({
        payer,
        reference,
        person: personOf(nir),
        kind,
        paid_on: paidOn,
        net_social: netSocial,
        net_taxable: netTaxable,
        gross,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['payer', 'reference']).doUpdateSet({
        person: sql`excluded.person`,
        kind: sql`excluded.kind`,
        paid_on: sql`excluded.paid_on`,
        net_social: sql`excluded.net_social`,
        net_taxable: sql`excluded.net_taxable`,
        gross: sql`excluded.gross`,
      }),
    )
    .execute();
}
