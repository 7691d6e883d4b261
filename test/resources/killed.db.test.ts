/** Ingestion as a process of its own, killed at moments that nobody chose: on PGlite here, on PostgreSQL by its project. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bytesOfDeposit, declaration, individual, newNir, pay } from '@mds-kit/resources/testing/deposits';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { EmptyDatabase } from '../replicas/database.ts';
import { heldAt, openAt, placeIn, type Place } from './place.ts';

const CLI = join(import.meta.dirname, '../../packages/resources/src/cli.ts');
const KILLS = process.env.MDS_FULL === undefined ? 5 : 50;
const PERSONS = 1_500;
/** Of a usual month: net paid, net taxable, net social, gross and hours. */
const LINES_OF_ONE = 5;

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

function ingest(file: string, { env, args }: Place) {
  const child = spawn(process.execPath, [CLI, 'ingest', file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, told }));
  return { child, ended };
}

it(
  `has every payment line once, after ${KILLS} kills in the middle of it`,
  { timeout: KILLS * 20_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mds-killed-'));
    const onServer = Boolean(process.env.DATABASE_URL);
    await using database = onServer ? await EmptyDatabase.create() : undefined;
    try {
      const file = join(folder, 'deposit.dsn');
      await writeFile(file, deposit());
      const place = placeIn(folder, 'killed', database?.url);
      // What a process takes that finds the database made and nothing to take: kills begin where work does.
      await forget(place);
      const begun = performance.now();
      await ingest(join(folder, 'nowhere.dsn'), place).ended;
      let latest = (performance.now() - begun) * 1.5;
      let killed = 0;
      while (killed < KILLS) {
        const { child, ended } = ingest(file, place);
        const late = pause(latest * (0.5 + Math.random() / 2)).then(() => child.kill('SIGKILL'));
        const { code } = await ended;
        await late;
        if (code === null) killed += 1;
        else {
          // Taken already: from now on there would be nothing to kill. Begin anew, and sooner.
          latest *= 0.75;
          await forget(place);
        }
      }
      const { code, told } = await ingest(file, place).ended;
      expect([code, JSON.parse(told)]).toMatchObject([
        0,
        { declarations: 3, individuals: PERSONS, payments: PERSONS, refused: [] },
      ]);
      expect(await heldAt(place)).toEqual({
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

async function forget(place: Place): Promise<void> {
  await using store = await openAt(place);
  await sql`truncate deposit, declaration, statement, payment_line`.execute(store.database.kysely);
}
