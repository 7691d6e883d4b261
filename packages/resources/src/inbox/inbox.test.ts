import { appendFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Outcome } from '../ingestion/ingest.ts';
import type { LogEvent } from '../server/log.ts';
import { type Inbox, openInbox } from './inbox.ts';

const TAKEN: Outcome = { declarations: 1, individuals: 1, payments: 1, refused: [] };

let folder: string;
let inbox: Inbox | undefined;
let contents: string[];
let logged: LogEvent[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mds-inbox-'));
  contents = [];
  logged = [];
});
afterEach(async () => {
  await inbox?.close();
  await rm(folder, { recursive: true });
});

const open = async (take: (text: string) => Outcome = () => TAKEN, retry = 0) => {
  inbox = await openInbox({
    folder,
    every: 3_600_000,
    retry,
    log: (event) => logged.push(event),
    take: async (file) => {
      const text = await readFile(file, 'latin1');
      contents.push(text);
      return take(text);
    },
  });
  return inbox;
};
const names = async (name: string) => (await readdir(join(folder, name))).length;

it('takes again what an earlier process had claimed and not put aside', async () => {
  await mkdir(join(folder, 'taking'));
  await writeFile(join(folder, 'taking', 'claimed.dsn'), 'left behind');
  await (await open()).look();
  expect(contents).toEqual(['left behind']);
  expect([await names('taking'), await names('done')]).toEqual([0, 1]);
});

it('takes each file once, and only when it does not grow any more', async () => {
  const file = join(folder, 'slow.dsn');
  let passes = 0;
  // One that is tried first, at each pass, tells of it: the other file grows between the first and the second.
  const opened = await open((text) => {
    if (text !== 'claimed') return TAKEN;
    passes += 1;
    if (passes === 2) appendFileSync(file, ' second');
    throw new Error('not now');
  });
  await writeFile(join(folder, 'taking', 'claimed.dsn'), 'claimed');
  await writeFile(file, 'first');
  await opened.look();
  await opened.look();
  expect(contents.filter((text) => text !== 'claimed')).toEqual(['first second']);
  expect(await names('done')).toBe(1);
});

it('leaves alone what is still being put there under another name', async () => {
  const opened = await open();
  const drafts = ['.hidden.dsn', 'one.dsn.part', 'two.tmp'];
  for (const name of [...drafts, 'three.dsn']) await writeFile(join(folder, name), name);
  await opened.look();
  expect(contents).toEqual(['three.dsn']);
  expect(await readdir(folder)).toEqual(expect.arrayContaining(drafts));
});

it('keeps a file claimed that could not be taken now, and takes it at the next look', async () => {
  let broken = true;
  const opened = await open(() => {
    if (broken) throw new Error('1999910000001');
    return TAKEN;
  });
  await writeFile(join(folder, 'one.dsn'), 'bytes');
  await opened.look();
  expect(await names('taking')).toBe(1);
  expect(JSON.stringify(logged)).not.toContain('19999');
  broken = false;
  await opened.look();
  expect([await names('taking'), await names('done')]).toEqual([0, 1]);
});

it('takes the others beside a file that cannot be taken', async () => {
  const opened = await open((text) => {
    if (text === 'bad') throw new Error('the database refuses it');
    return TAKEN;
  }, 3_600_000);
  await mkdir(join(folder, 'taking'), { recursive: true });
  await writeFile(join(folder, 'taking', '0-bad.dsn'), 'bad');
  await writeFile(join(folder, 'taking', '1-claimed.dsn'), 'claimed');
  await writeFile(join(folder, 'new.dsn'), 'new');
  await opened.look();
  await opened.look();
  expect(contents).toEqual(['bad', 'claimed', 'new']);
  expect([await names('taking'), await names('done')]).toEqual([1, 2]);
});
