import { execFile } from 'node:child_process';
import { mkdtempDisposable, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventsOf } from '@mds-kit/dsn/testing/reading';
import { describe, expect, it } from 'vitest';
import { scenario } from './scenarios.ts';
import { writeFiles } from './write-files.ts';

const MDS_NOW = '2026-11-22T09:30:00Z';
const ownFolder = () => mkdtempDisposable(join(tmpdir(), 'mds-employers-'));

const script = (name: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, name), ...args], {
    env: { ...process.env, MDS_NOW },
  });

describe('files of deposits', () => {
  it('are whole, and leave no draft behind', async () => {
    await using folder = await ownFolder();
    const { files } = scenario('full-time', '2026-09');
    const written = await writeFiles(folder.path, files);
    const names = await readdir(folder.path);
    expect(names.sort()).toEqual(files.map(({ name }) => name).sort());
    const sizes = await Promise.all(
      names.map(async (name) => (await readFile(join(folder.path, name))).length),
    );
    expect(written).toEqual({ files: 3, bytes: sizes.reduce((sum, size) => sum + size, 0) });
  });

  it('are written by a script, as many as one asks for', async () => {
    await using folder = await ownFolder();
    const options = ['--establishments', '2', '--employees', '3', '--months', '2', '--until', '2026-01'];
    const { stdout } = await script('write-deposits.ts', folder.path, '--seed', '5', ...options);
    const names = (await readdir(folder.path)).filter((name) => !name.includes('-2.dsn')).sort();
    expect(JSON.parse(stdout)).toMatchObject({ files: expect.any(Number) as number });
    expect(names.map((name) => name.slice(0, 7))).toEqual(['2025-12', '2025-12', '2026-01', '2026-01']);
    for (const name of names) {
      const end = eventsOf(await readFile(join(folder.path, name))).at(-1);
      expect(end).toMatchObject({ kind: 'deposit-end', counts: { declarations: 1 } });
    }
  });

  it('are the samples and their correction, as of MDS_NOW', async () => {
    await using folder = await ownFolder();
    const incomes = join(folder.path, 'incomes', 'all.jsonl');
    await script('write-deposits.ts', folder.path, '--samples', '--incomes', incomes);
    const { stdout } = await script('write-correction.ts', folder.path, '--by=-4000');
    const names = await readdir(folder.path);
    expect(names).toContain('2026-09-net-entreprises.dsn');
    expect(names).toContain('2026-09-msa.dsn');
    expect(names).toContain((JSON.parse(stdout) as { file: string }).file);
    expect(await readdir(join(folder.path, 'incomes'))).toEqual(['all.jsonl']);
  });

  it.each([
    ['write-deposits.ts', ['--months', '2']],
    ['write-deposits.ts', ['x', '--until', '2026-13']],
    ['write-deposits.ts', ['x', '--norm', 'P24V01']],
    ['write-correction.ts', ['x', '--citizen', 'simone']],
  ])('%s tells what is wrong with %j', async (name, args) => {
    await expect(script(name, ...args)).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Usage: node') as string,
    });
  });
});
