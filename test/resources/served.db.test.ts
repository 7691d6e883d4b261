/** The scheme as it serves, killed while its inbox takes files: on PGlite here, on PostgreSQL by its project. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inboxFolders } from '@mds-kit/resources/inbox/inbox';
import { bytesOfDeposit, declaration, individual, newNir, pay } from '@mds-kit/resources/testing/deposits';
import { afterEach, expect, it, vi } from 'vitest';
import { EmptyDatabase } from '../replicas/database.ts';
import { heldIn, openAt, placeIn, type Place } from './place.ts';

const CLI = join(import.meta.dirname, '../../packages/resources/src/cli.ts');
const KILLS = process.env.MDS_FULL === undefined ? 1 : 50;
const PERSONS = 150;
/** Of a usual month: net paid, net taxable, net social, gross and hours. */
const LINES_OF_ONE = 5;
/** About as long as it takes its files. */
const LATEST_MS = 1_500;
const START_MS = 60_000;

/** Who pushes files in the sandbox's agreements. */
const PRODUCER = { authorization: 'Bearer bac-a-sable-ressources-net-exemple' };

let files = 0;

function nextDeposit(): Uint8Array<ArrayBuffer> {
  files += 1;
  const paid = Array.from({ length: PERSONS }, () =>
    individual(newNir(), { payments: [pay('2026-05', 200_000)] }),
  );
  const siret = `9${String(files).padStart(8, '0')}00011`;
  return new Uint8Array(bytesOfDeposit([declaration(siret, '2026-05', paid)]));
}

/** One under its name at once and whole, one copied by hand. */
async function putTwo(inbox: string): Promise<void> {
  const whole = join(inbox, `${files}-whole.dsn`);
  await writeFile(`${whole}.part`, nextDeposit());
  await rename(`${whole}.part`, whole);
  await writeFile(join(inbox, `${files}-copied.dsn`), nextDeposit());
}

/** @returns what is to be pushed again: its producer was not told that it was routed */
async function push(port: number, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>[]> {
  try {
    const url = `http://127.0.0.1:${port}/v1/depots`;
    const { status } = await fetch(url, { method: 'POST', headers: PRODUCER, body: bytes });
    return status === 202 ? [] : [bytes];
  } catch {
    return [bytes];
  }
}

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

async function serve({ env, args }: Place, inbox: string) {
  const child = spawn(process.execPath, [CLI, 'serve', ...args], {
    env: { ...process.env, MDS_RESOURCES_PORT: '0', MDS_SANDBOX: '1', MDS_RESOURCES_INBOX: inbox, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const ready = vi.waitFor(
    () => {
      if (!told.includes('"started"')) throw new Error(`It has not started: ${told}`);
    },
    { timeout: START_MS, interval: 20 },
  );
  const early = ended.then((code) => {
    throw new Error(`It ended with ${code} before it had started`);
  });
  await Promise.race([ready, early]);
  const [, port] = /"port":(\d+)/.exec(told) ?? [];
  return { child, ended, told: () => told, port: Number(port) };
}

it(
  `takes every file once, though it is killed while it takes them, ${KILLS} times over`,
  { timeout: (KILLS + 2) * START_MS },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mds-served-'));
    await using database = process.env.DATABASE_URL ? await EmptyDatabase.create() : undefined;
    try {
      const place = placeIn(folder, 'served', database?.url);
      const inbox = join(folder, 'inbox');
      const [taking, done, refused] = inboxFolders(inbox);
      await mkdir(inbox);
      let untold: Uint8Array<ArrayBuffer>[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        await putTwo(inbox);
        untold.push(nextDeposit());
        const { child, ended, port } = await serve(place, inbox);
        const pushing = Promise.all(untold.map((bytes) => push(port, bytes)));
        await pause(Math.random() * LATEST_MS);
        child.kill('SIGKILL');
        expect(await ended).toBeNull();
        untold = (await pushing).flat();
      }
      const { child, ended, told, port } = await serve(place, inbox);
      for (const bytes of untold) expect(await push(port, bytes)).toEqual([]);
      await vi.waitFor(
        async () => {
          // In the order in which a file goes.
          expect(await readdir(inbox)).toHaveLength(3);
          expect(await readdir(taking)).toEqual([]);
        },
        { timeout: START_MS, interval: 50 },
      );
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(told()).not.toContain('fault');
      // One that was routed, and whose producer was not told, came twice.
      expect((await readdir(done)).length).toBeGreaterThanOrEqual(files);
      expect(await readdir(refused)).toEqual([]);
      const lines = files * PERSONS * LINES_OF_ONE;
      await using store = await openAt(place);
      expect(await heldIn(store)).toEqual({
        lines,
        different: lines,
        statements: files * PERSONS,
        declarations: files,
        deposits: files,
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
