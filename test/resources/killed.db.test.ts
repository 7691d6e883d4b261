/** Ingestion as a process of its own, killed at moments that nobody chose: on PGlite here, on PostgreSQL by its project. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { ingestFile } from '@mds-kit/resources/ingestion/ingest';
import { bytesOfDeposit, declaration, individual, newNir, pay } from '@mds-kit/resources/testing/deposits';
import { expect, it } from 'vitest';
import { EmptyDatabase } from '../replicas/database.ts';
import { heldIn, openAt, placeIn } from './place.ts';

const INGESTING = join(import.meta.dirname, 'ingesting.ts');
const KILLS = process.env.MDS_FULL === undefined ? 5 : 50;
const PERSONS = 1_500;
/** Of a usual month: net paid, net taxable, net social, gross and hours. */
const LINES_OF_ONE = 5;
/** How long it may take the file, at first; less where it turns out to be faster. */
const LATEST_MS = 1_500;

/** A large declaration between two small ones, so that a kill may fall between and inside. */
function deposit(): Uint8Array {
  const paid = (count: number) =>
    Array.from({ length: count }, () => individual(newNir(), { payments: [pay('2026-05', 200_000)] }));
  return bytesOfDeposit([
    declaration('90000000100011', '2026-05', paid(50)),
    declaration('90000000200011', '2026-05', paid(PERSONS - 100)),
    declaration('90000000300011', '2026-05', paid(50)),
  ]);
}

/** @param anew what was taken before is forgotten first */
async function begin(folder: string, file: string, url: string | undefined, anew: boolean) {
  const child = spawn(process.execPath, [INGESTING, folder, file, ...(anew ? ['anew'] : [])], {
    env: { ...process.env, DATABASE_URL: url ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const said = once(createInterface(child.stdout), 'line').then(([line]) => line as string);
  expect(await Promise.race([said, ended])).toBe('begun');
  return { child, ended };
}

it(
  `has every payment line once, after ${KILLS} kills in the middle of it`,
  { timeout: KILLS * 20_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mds-killed-'));
    await using database = process.env.DATABASE_URL ? await EmptyDatabase.create() : undefined;
    try {
      const file = join(folder, 'deposit.dsn');
      await writeFile(file, deposit());
      let [killed, latest, taken] = [0, LATEST_MS, false];
      while (killed < KILLS) {
        const { child, ended } = await begin(folder, file, database?.url, taken);
        await Promise.race([pause(latest * Math.random()), ended]);
        child.kill('SIGKILL');
        // Taken already: there would be nothing to kill from now on. Begin anew, and sooner.
        const code = await ended;
        expect([null, 0]).toContain(code);
        taken = code === 0;
        if (taken) latest *= 0.75;
        else killed += 1;
      }
      await using store = await openAt(placeIn(folder, 'killed', database?.url));
      expect(await ingestFile(store, file)).toEqual({
        declarations: 3,
        individuals: PERSONS,
        payments: PERSONS,
        refused: [],
      });
      expect(await heldIn(store)).toEqual({
        lines: PERSONS * LINES_OF_ONE,
        different: PERSONS * LINES_OF_ONE,
        statements: PERSONS,
        declarations: 3,
        deposits: 1,
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
