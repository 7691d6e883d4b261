import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { writeBenchDeposit, type Written } from './dsn-reader/deposit.ts';
import { readAll } from './dsn-reader/read-all.ts';
import { attempt, judged, type Result, type Row } from './row.ts';
import { median, rounded } from './statistics.ts';

/** A million lines, which is a month of some eight thousand people. */
const PERSONS = 8000;
const WARM_UP = 3;
const ROUNDS = 10;
const MEGABYTE = 1_000_000;

/** Walks the lines by their events, which takes node:readline half as long as giving them to a loop. */
async function walk(path: string): Promise<number> {
  let lines = 0;
  const walker = createInterface({
    input: createReadStream(path, { encoding: 'latin1' }),
    crlfDelay: Infinity,
  });
  walker.on('line', () => (lines += 1));
  await once(walker, 'close');
  return lines;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function speed(path: string, { bytes, lines, persons }: Written): Promise<Result> {
  const read = async () => {
    const { counts, paymentLines } = await readAll(path);
    if (counts.individuals !== persons) throw new Error('The reader lost people.');
    return paymentLines;
  };
  if ((await walk(path)) !== lines) throw new Error('node:readline lost lines.');
  const paymentLines = await read();
  const pairs: { ours: number; readline: number }[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    // By turns, each pair in the other order, so that neither has the warmer machine.
    const first = round % 2 === 0 ? await timed(read) : undefined;
    const readline = await timed(() => walk(path));
    pairs.push({ ours: first ?? (await timed(read)), readline });
  }
  const measured = pairs.slice(WARM_UP);
  const perSecond = (ms: number) => rounded(bytes / MEGABYTE / (ms / 1000), 1);
  return judged(
    median(measured.map(({ ours, readline }) => readline / ours)),
    { atLeast: 0.5 },
    {
      measured: 'MB/s of reading a DSN file from disk to payment lines, every value checked',
      against: 'MB/s of node:readline walking the lines of the same file, by its line events',
      details: {
        rounds: ROUNDS,
        megabytes: rounded(bytes / MEGABYTE, 1),
        lines,
        paymentLines,
        megabytesPerSecond: {
          ours: perSecond(median(measured.map(({ ours }) => ours))),
          readline: perSecond(median(measured.map(({ readline }) => readline))),
        },
      },
    },
  );
}

async function memory(path: string, { lines }: Written): Promise<Result> {
  const program = join(import.meta.dirname, 'dsn-reader/peak-memory.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program, path]);
  const { idle, peak } = JSON.parse(stdout) as { idle: number; peak: number };
  const allowed = 150 * MEGABYTE;
  return judged(
    (peak - idle) / allowed,
    { atMost: 1 },
    {
      measured: `peak resident memory, above idle, of a process of its own that reads ${lines} lines`,
      against: '150 MB',
      details: {
        megabytes: { idle: rounded(idle / MEGABYTE, 1), peak: rounded(peak / MEGABYTE, 1) },
        megabytesAboveIdle: rounded((peak - idle) / MEGABYTE, 1),
      },
    },
  );
}

/** Reading declared salaries: as fast as a file can be walked line by line, or nearly, and in little memory. */
export const dsnReader: Row = {
  name: 'dsnReader',
  async run(say) {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'mds-dsn-'));
    const path = join(folder.path, 'deposit.dsn');
    say('a deposit is written');
    const written = await writeBenchDeposit(path, PERSONS);
    return {
      readerSpeed: await attempt(() => speed(path, written)),
      readerMemory: await attempt(() => memory(path, written)),
    };
  },
};
