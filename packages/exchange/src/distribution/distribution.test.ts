import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDistribution, type Distribution } from './distribution.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mds-distribution-'));
});
afterEach(() => rm(folder, { recursive: true }));

const ROUTES: Readonly<Record<string, readonly string[]>> = { 'net-exemple dsn': ['entrepot', 'temoin'] };
const create = (): Promise<Distribution> =>
  createDistribution({
    folder: join(folder, 'spool'),
    inboxOf: (receiver) => join(folder, receiver),
    routes: (producer, kind) => ROUTES[`${producer} ${kind}`] ?? [],
  });

const there = (name: string) => readdir(join(folder, name)).catch((): string[] => []);
async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text, 'latin1'));
}
const FILE = { producer: 'net-exemple', kind: 'dsn', mostBytes: 100 };

describe('pushing a file', () => {
  it('hands it on unmodified to all who have an agreement, and tells to whom', async () => {
    const distribution = await create();
    const pushed = await distribution.push(FILE, pieces('É\r\n', 'deux'));
    expect(pushed).toEqual({ routedTo: ['entrepot', 'temoin'] });
    const [name = '', ...more] = await there('entrepot');
    expect(more).toEqual([]);
    expect(await there('temoin')).toEqual([name]);
    expect(await readFile(join(folder, 'entrepot', name), 'latin1')).toBe('É\r\ndeux');
    expect(await there('spool')).toEqual([]);
  });

  it('takes nothing from a producer without an agreement for such files', async () => {
    const distribution = await create();
    expect(await distribution.push({ ...FILE, kind: 'pasrau' }, pieces('x'))).toEqual({
      refused: 'no-agreement',
    });
    expect(await distribution.push({ ...FILE, producer: 'autre' }, pieces('x'))).toEqual({
      refused: 'no-agreement',
    });
    expect(await there('entrepot')).toEqual([]);
  });

  it('hands on nothing of a file that breaks off or is too long', async () => {
    const distribution = await create();
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('half'));
      throw new Error('the line broke');
    }
    await expect(distribution.push(FILE, broken())).rejects.toThrow('the line broke');
    expect(await distribution.push({ ...FILE, mostBytes: 3 }, pieces('four'))).toEqual({
      refused: 'too-long',
    });
    expect([...(await there('entrepot')), ...(await there('spool'))]).toEqual([]);
  });
});

describe('after a crash', () => {
  it('completes what was accepted, and forgets what was not', async () => {
    const spool = join(folder, 'spool');
    for (const name of ['accepted-one', 'draft-two']) {
      await mkdir(join(spool, name), { recursive: true });
      await writeFile(join(spool, name, 'payload'), 'bytes');
      await writeFile(
        join(spool, name, 'routing.json'),
        JSON.stringify({ receivers: ['entrepot', 'temoin'], kind: 'dsn' }),
      );
    }
    // It had reached the first receiver before.
    await mkdir(join(folder, 'entrepot'));
    await writeFile(join(folder, 'entrepot', 'one.dsn'), 'bytes');
    await (await create()).resume();
    expect(await there('entrepot')).toEqual(['one.dsn']);
    expect(await readFile(join(folder, 'temoin', 'one.dsn'), 'utf8')).toBe('bytes');
    expect(await there('spool')).toEqual([]);
  });
});
