import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import * as z from 'zod/mini';
import { OracleCase } from '../src/oracle/case-format.ts';

/** The kept cases (see cases.md): for tests and scripts, in Node. */
export function readCases(): OracleCase[] {
  const packed = readFileSync(new URL('cases/cases.json.br', import.meta.url));
  return z.array(OracleCase).parse(JSON.parse(brotliDecompressSync(packed).toString('utf8')));
}
