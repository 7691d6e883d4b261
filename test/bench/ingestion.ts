import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestFile } from '@mds-kit/resources/ingestion/ingest';
import { openStore, type Store } from '@mds-kit/resources/store';
import { sql } from 'kysely';
import { withPostgres } from '../runners/postgres-server.ts';
import { writeBenchDeposit } from './dsn-reader/deposit.ts';
import { attempt, judged, type Result, type Row, type Say } from './row.ts';
import { median, rounded } from './statistics.ts';

const PERSONS = 8_000;
const ROUNDS = 5;
/** What a deposit becomes: the rows of one are those of the other. */
const TABLES = ['declaration', 'statement', 'payment_line'] as const;

async function rowsOf(store: Store): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select ${sql.join(
    TABLES.map((table) => sql`(select count(*) from ${sql.table(table)})`),
    sql` + `,
  )} as rows`.execute(store.database.kysely);
  return rows[0]?.rows ?? 0;
}

const empty = (store: Store) =>
  sql`truncate deposit, declaration, statement, payment_line, identity_link`.execute(store.database.kysely);

/** `psql`, as an operator who has the rows in files would do it: one transaction, the same tables with their indexes. */
function psql(url: string, commands: readonly string[]): void {
  const flags = ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', '--single-transaction'];
  execFileSync('psql', [url, ...flags, ...commands.flatMap((command) => ['-c', command])], { stdio: 'pipe' });
}

async function measure(say: Say): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'mds-bench-'));
  try {
    const file = join(folder, 'deposit.dsn');
    const { lines, bytes } = await writeBenchDeposit(file, PERSONS);
    return await withPostgres(async (url) => {
      const place = { place: { url }, keysFile: join(folder, 'keys.json') };
      await using store = await openStore({ ...place, clock: () => new Date('2026-11-22T09:00:00Z') });
      await ingestFile(store, file);
      const rows = await rowsOf(store);
      const path = (table: string) => join(folder, `${table}.copy`);
      psql(
        url,
        TABLES.map((table) => `\\copy (select * from ${table}) to '${path(table)}'`),
      );
      say(`${rows} rows from ${lines} lines`);
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await empty(store);
        ours.push(await secondsOf(() => ingestFile(store, file)));
        if ((await rowsOf(store)) !== rows) throw new Error('Ingestion left other rows than at first.');
        await empty(store);
        theirs.push(
          await secondsOf(() =>
            psql(
              url,
              TABLES.map((table) => `\\copy ${table} from '${path(table)}'`),
            ),
          ),
        );
        if ((await rowsOf(store)) !== rows) throw new Error('COPY left other rows than ingestion.');
      }
      const [we, they] = [median(ours), median(theirs)];
      return judged(
        they / we,
        { atLeast: 0.3 },
        {
          measured:
            'Payment lines and statements per second from a deposit file to committed rows in PostgreSQL, read, checked and indexed',
          against: 'COPY of the same rows by psql into the same tables, from files that hold nothing else',
          details: {
            rows,
            linesOfTheFile: lines,
            megabytes: rounded(bytes / 1e6, 1),
            rowsPerSecond: { ingestion: rounded(rows / we, 0), copy: rounded(rows / they, 0) },
            linesOfTheFilePerSecond: rounded(lines / we, 0),
          },
        },
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function secondsOf(run: () => unknown): Promise<number> {
  const began = performance.now();
  await run();
  return (performance.now() - began) / 1000;
}

export const ingestion: Row = {
  name: 'ingestion',
  run: async (say) => ({ ingestionAgainstCopy: await attempt(() => measure(say)) }),
};
