/** The operator's command as a process: what it prints, how it ends, and what it never shows. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Salaries } from '@mds-kit/contract/salaries';
import { bytesOfDeposit, declaration, individual, newNir, pay } from '@mds-kit/resources/testing/deposits';
import { afterAll, beforeAll, expect, it } from 'vitest';

const CLI = join(import.meta.dirname, '../../packages/resources/src/cli.ts');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mds-command-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(args: readonly string[], input = '', set: Record<string, string> = {}) {
  const child = spawn(process.execPath, [CLI, ...args, '--data', join(folder, 'data')], {
    env: { ...process.env, DATABASE_URL: '', INIT_CWD: folder, MDS_NOW: '2026-11-22T09:00:00Z', ...set },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let [told, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number];
  return { code, told, errors };
}

it('takes deposits, a line of JSON each, and tells the months of whom standard input names', async () => {
  const nir = newNir();
  const paid = individual(nir, { payments: [pay('2026-05', 200_000)] });
  const bytes = bytesOfDeposit([declaration('90000000100011', '2026-05', [paid])]);
  await writeFile(join(folder, 'good.dsn'), bytes);
  await writeFile(join(folder, 'cut.dsn'), bytes.subarray(0, -40));

  const { code, told } = await run(['ingest', 'good.dsn', 'cut.dsn', 'nowhere.dsn']);
  const lines = told
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(code).toBe(1);
  expect(lines).toMatchObject([
    { file: 'good.dsn', declarations: 1, individuals: 1, payments: 1, refused: [] },
    { file: 'cut.dsn', declarations: 0, individuals: 0, payments: 0 },
    { file: 'nowhere.dsn', declarations: 0, refused: [{ rule: 'unreadable-file' }] },
  ]);
  expect(told).not.toContain(nir);
  expect((await run(['ingest', 'good.dsn'])).code).toBe(0);

  // In groups, as on a card.
  const onCard = nir.replace(/^(.)(..)(..)(..)(...)(...)$/, '$1 $2 $3 $4 $5 $6');
  const months = await run(['months', '--months', '3', '--until', '2026-05'], `${onCard}\n`);
  expect([months.code, months.errors]).toEqual([0, '']);
  const salaries = Salaries.parse(JSON.parse(months.told));
  expect(salaries.months).toEqual(['2026-03', '2026-04', '2026-05']);
  expect(salaries.employers[0]?.contracts[0]?.months[2]?.measures.gross).toBe(200_000);
}, 60_000);

it('says what is wrong with what it was asked, without quoting it', async () => {
  const untold = '1999910000001XX';
  const [number, time] = await Promise.all([
    run(['months'], `${untold}\n`),
    run(['purge'], '', { MDS_NOW: untold }),
  ]);
  expect([number.code, time.code]).toEqual([2, 3]);
  expect(number.errors).toContain('no NIR');
  expect(time.errors).toContain('MDS_NOW is wrong');
  for (const { told, errors } of [number, time]) {
    expect(told).toBe('');
    expect(errors).not.toContain('19999');
    expect(errors).not.toContain('    at ');
  }
}, 60_000);
