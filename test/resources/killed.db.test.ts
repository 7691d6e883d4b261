/** Ingestion as a process of its own, killed at moments that nobody chose: on PGlite here, on PostgreSQL by its project. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { placeOf } from '@mds-kit/resources/place';
import { openStore } from '@mds-kit/resources/store';
import { bytesOfDeposit, declaration, individual, newNir, pay } from '@mds-kit/resources/testing/deposits';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { EmptyDatabase } from '../replicas/database.ts';

const CLI = join(import.meta.dirname, '../../packages/resources/src/cli.ts');
const KILLS = process.env.MDS_FULL === undefined ? 5 : 50;
const PERSONS = 1_500;
/** Of a usual month: net paid, net taxable, net social, gross and hours. */
const LINES_OF_ONE = 5;
const NOW = '2026-11-22T09:00:00Z';

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

type Place = { env: Record<string, string>; args: readonly string[] };

function ingest(file: string, { env, args }: Place) {
  const child = spawn(process.execPath, [CLI, 'ingest', file, ...args], {
    env: { ...process.env, MDS_NOW: NOW, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, told }));
  return { child, ended };
}

async function heldAt({ env, args }: Place) {
  const place = placeOf(env, args[1]);
  await using store = await openStore({ ...place, clock: () => new Date(NOW) });
  const { rows } = await sql<Record<string, number>>`select
    (select count(*) from payment_line) as lines,
    (select count(*) from (select distinct person, kind, declaration from payment_line) as one) as different,
    (select count(*) from statement) as statements,
    (select count(*) from declaration) as declarations,
    (select count(*) from deposit) as deposits`.execute(store.database.kysely);
  return rows[0];
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
      const placeAt = (url: string | undefined, name: string): Place =>
        url === undefined
          ? { env: { DATABASE_URL: '' }, args: ['--data', join(folder, name)] }
          : { env: { DATABASE_URL: url, MDS_RESOURCES_KEYS: join(folder, 'keys.json') }, args: [] };

      const place = placeAt(database?.url, 'killed');
      // What a process takes that finds nothing to take (the first one makes the database): kills begin where work does.
      const nowhere = join(folder, 'nowhere.dsn');
      await ingest(nowhere, place).ended;
      const begun = performance.now();
      await ingest(nowhere, place).ended;
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

async function forget({ env, args }: Place): Promise<void> {
  await using store = await openStore({ ...placeOf(env, args[1]), clock: () => new Date(NOW) });
  await sql`truncate deposit, declaration, statement, payment_line`.execute(store.database.kysely);
}
