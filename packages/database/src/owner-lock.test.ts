import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { lockFolder } from './owner-lock.ts';
import { openDatabase } from './open.ts';

const clock = () => new Date('2026-11-22T09:00:00Z');
let folder: string;
let children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mds-owner-'));
});
afterEach(async () => {
  for (const child of children.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  children = [];
  await rm(folder, { recursive: true });
});

/** Another process; `script` has `folder` and `clock`. Its lines come one at a time. */
function elsewhere(script: string) {
  const source = `
    const { lockFolder } = await import(${JSON.stringify(new URL('./owner-lock.ts', import.meta.url).href)});
    const folder = ${JSON.stringify(folder)};
    const clock = () => new Date('2026-11-22T09:00:00Z');
    ${script}`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '--eval', source], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, line: async () => (await lines.next()).value };
}

/** Keeps no reference to the lock, and lets the garbage collector come by. */
const HOLD = `
  lockFolder(folder, 'portal', clock);
  for (let n = 0; n < 2; n++) { await new Promise(setImmediate); gc(); }
  console.log('held');
  setInterval(() => {}, 1e6);`;

test('a second opener is refused and told who holds the folder', async () => {
  const owner = elsewhere(HOLD);
  await owner.line();
  expect(() => lockFolder(folder, 'resources', clock)).toThrow(
    expect.objectContaining({
      code: 'folder-in-use',
      message: expect.stringContaining(
        `portal (process ${owner.child.pid ?? ''}, since 2026-11-22T09:00:00.000Z)`,
      ) as string,
    }),
  );
});

test('the same process does not get it twice either', () => {
  const lock = lockFolder(folder, 'portal', clock);
  expect(() => lockFolder(folder, 'portal', clock)).toThrow(/belongs to portal/);
  lock.release();
});

test('a released folder can be taken, and nothing says that it is held', async () => {
  lockFolder(folder, 'portal', clock).release();
  expect(await readdir(folder)).toEqual(['owner.lock']);
  lockFolder(folder, 'portal', clock).release();
});

test('the folder of a process that was killed is free, whoever has its pid now', async () => {
  const owner = elsewhere(HOLD);
  await owner.line();
  owner.child.kill('SIGKILL');
  await once(owner.child, 'exit');
  const card = JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8')) as object;
  await writeFile(join(folder, 'owner.json'), JSON.stringify({ ...card, pid: process.ppid }));
  lockFolder(folder, 'portal', clock).release();
});

test('of many that come together for a dead owner’s folder, one gets it', async () => {
  const owner = elsewhere(HOLD);
  await owner.line();
  const takers = Array.from({ length: 4 }, () =>
    elsewhere(`
      console.log('ready');
      process.stdin.once('data', () => {
        try { lockFolder(folder, 'portal', clock); console.log('mine'); } catch (error) { console.log(error.code); }
      });`),
  );
  await Promise.all(takers.map((taker) => taker.line()));
  owner.child.kill('SIGKILL');
  await once(owner.child, 'exit');
  for (const { child } of takers) child.stdin.write('go\n');
  const outcomes = await Promise.all(takers.map((taker) => taker.line()));
  expect(outcomes.sort()).toEqual(['folder-in-use', 'folder-in-use', 'folder-in-use', 'mine']);
});

/** Several starts of PGlite, on a busy machine. */
const SLOW = 60_000;
const migrations = [{ number: 1, name: 'notes', sql: 'create table note (text text)' }];
const open = () => openDatabase<unknown>({ folder, program: 'resources', migrations, clock });

test(
  'what a killed process had been promised is there for the next one',
  async () => {
    const writer = elsewhere(`
    const { openDatabase } = await import(${JSON.stringify(new URL('./open.ts', import.meta.url).href)});
    const { sql } = await import('kysely');
    const { kysely } = await openDatabase({ folder, program: 'portal', migrations: ${JSON.stringify(migrations)}, clock });
    await sql\`insert into note values ('kept')\`.execute(kysely);
    console.log('written');`);
    await writer.line();
    await expect(open()).rejects.toMatchObject({ code: 'folder-in-use' });
    writer.child.kill('SIGKILL');
    await once(writer.child, 'exit');
    const next = await open();
    const { rows } = await sql`select text from note`.execute(next.kysely);
    expect(rows).toEqual([{ text: 'kept' }]);
    await next.close();
  },
  SLOW,
);

test('a first start that was killed half-way is begun again', async () => {
  await mkdir(join(folder, 'data.new'));
  await writeFile(join(folder, 'data.new', 'PG_VERSION'), '18');
  await (await open()).close();
});

test('a folder that holds something else is refused, untouched, and free again', async () => {
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'data', 'thesis.txt'), 'years of work');
  await expect(open()).rejects.toMatchObject({ code: 'folder-unusable' });
  expect(await readFile(join(folder, 'data', 'thesis.txt'), 'utf8')).toBe('years of work');
  lockFolder(folder, 'portal', clock).release();
});
