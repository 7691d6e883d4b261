import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TOKENS } from '@mds-kit/contract/embedding-words';
import { ATTRIBUTES } from '@mds-kit/contract/tags';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

const tables = [
  ...text.matchAll(/<!-- settings: printed by `node (\S+)` -->([\s\S]+?)<!-- \/settings -->/g),
].map(([, script = '', table = '']) => ({ script, table }));

/** Rows as cells: how wide columns are drawn says nothing. */
const cellsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replace(/^-+$/, '---')));

describe('what README.md says', () => {
  it.each(tables)('of settings is what the program reads: $script', async ({ script, table }) => {
    const { stdout } = await promisify(execFile)(process.execPath, [script], { cwd: ROOT });
    expect(cellsOf(table)).toEqual(cellsOf(stdout));
  });

  it('of settings is said of both programs', () => {
    expect(tables).toHaveLength(2);
  });

  it('of tokens and attributes is all that a page may set', () => {
    for (const name of [...TOKENS, ...ATTRIBUTES]) expect(text).toMatch(new RegExp(`${name}\\b`));
  });

  it('leads to files that are there', () => {
    const paths = [
      ...[...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path),
      ...[...text.matchAll(/\b(?:node|npx) ((?:packages|demo|test)\/\S+\.ts)/g)].map(([, path = '']) => path),
    ];
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(`${ROOT}${path}`))).toEqual([]);
  });
});
