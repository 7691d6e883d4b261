/**
 * `npm run bench`: how the kit does beside what it stands on, as one JSON object on standard output; what is going on
 * goes to standard error.
 *
 *   npm run --silent bench
 *   npm run --silent bench -- --only bubblesToPaint        one row; may be given several times
 *   npm run --silent bench -- --full                       with the sizes that take minutes to fill
 *
 * An aim that is missed is reported, not failed; a row that cannot run makes the exit code 1.
 */
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { bubblesToPaint } from './bubbles-to-paint.ts';
import { dsnReader } from './dsn-reader.ts';
import { embedToPaint } from './embed-to-paint.ts';
import { guaranteedAnswer } from './guaranteed-answer.ts';
import { ingestion } from './ingestion.ts';
import { layoutShift } from './layout-shift.ts';
import { rightsThroughput } from './rights-throughput.ts';
import { cannotRun, type CannotRun, type Report, type Result, type Row, type RowOptions } from './row.ts';
import { salaries } from './salaries.ts';
import { shellMainThread } from './shell-main-thread.ts';
import { simulator } from './simulator.ts';
import { rounded } from './statistics.ts';

const ROWS: readonly Row[] = [
  rightsThroughput,
  guaranteedAnswer,
  bubblesToPaint,
  layoutShift,
  embedToPaint,
  shellMainThread,
  dsnReader,
  ingestion,
  salaries,
  simulator,
];

type Outcome = { load: { before: number; after: number }; results: Awaited<ReturnType<Row['run']>> };

const load = () => rounded(loadavg()[0] ?? Number.NaN, 2);

function readArguments(): { chosen: readonly Row[]; options: RowOptions } {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true }, full: { type: 'boolean', default: false } },
  });
  const chosen = values.only?.map((name) => {
    const row = ROWS.find((one) => one.name === name);
    if (!row) throw new Error(`--only takes ${ROWS.map((one) => one.name).join(', ')}; not '${name}'.`);
    return row;
  });
  return { chosen: chosen ?? ROWS, options: { full: values.full } };
}

async function outcomeOf(row: Row, options: RowOptions): Promise<Outcome> {
  const before = load();
  const started = performance.now();
  const say = (words: string) => console.error(`  ${words}`);
  console.error(`▸ ${row.name}`);
  const results = await row.run(say, options).catch((error: unknown) => ({ [row.name]: cannotRun(error) }));
  for (const [name, result] of Object.entries(results)) say(summary(name, result));
  if (Object.values(results).some((result) => 'cannotRun' in result)) process.exitCode = 1;
  say(`${Math.round((performance.now() - started) / 1000)} s`);
  return { load: { before, after: load() }, results };
}

function summary(name: string, result: Result | Report | CannotRun): string {
  if ('cannotRun' in result) return `✗ ${name} cannot run: ${result.cannotRun}`;
  if (!('aim' in result)) return `· ${name}: ${result.value}`;
  const { value, aim, met } = result;
  return `${met ? '✓' : '✗'} ${name}: ${value}, aim ${JSON.stringify(aim)}`;
}

async function main(): Promise<void> {
  const rows: Record<string, Outcome> = {};
  const { chosen, options } = readArguments();
  for (const row of chosen) rows[row.name] = await outcomeOf(row, options);
  const machine = {
    processors: availableParallelism(),
    model: cpus()[0]?.model ?? 'unknown',
    node: process.versions.node,
  };
  console.log(JSON.stringify({ machine, rows }, null, 2));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
