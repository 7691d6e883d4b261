/**
 * `npm run --silent simulate -- FILE`: reads a JSON array of cases (see cases/cases.md) and prints one JSON line for each:
 * `{ "id": …, "amounts": { … } }`, in euros, null where we cannot tell.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { amountsOf } from '../src/oracle/amounts.ts';
import { OracleCase } from '../src/oracle/case.ts';

const [file] = process.argv.slice(2);
process.exitCode =
  file === undefined ? refuse('Usage: npm run --silent simulate -- FILE') : simulateFile(file);

function simulateFile(name: string): number {
  const read = readJson(name);
  if (read === undefined) return refuse(`${name} cannot be read, or is not JSON`);
  const cases = z.array(OracleCase).safeParse(read);
  if (!cases.success) {
    const [issue] = cases.error.issues;
    return refuse(`${name}: ${issue?.path.join('.') ?? ''} is not as cases.md describes it`);
  }
  const lines = cases.data.map((one) => JSON.stringify({ id: one.id, amounts: amountsOf(one) }));
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return 0;
}

function readJson(name: string): unknown {
  try {
    return JSON.parse(readFileSync(name, 'utf8'));
  } catch {
    return undefined;
  }
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}
