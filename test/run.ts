/**
 * `npm test`: every test of the repository, one runner after another, added up.
 *
 *   npm test                                          everything, in at most ten minutes on two cores
 *   npm test -- --full                                also the long counts (MDS_FULL=1 for the tests)
 *   npm test -- --only browsers                       one runner: node, postgres, browsers, engines, journeys…
 *   npm test -- --only browsers --engine chromium packages/embed     some files, one engine
 */
import { parseArgs } from 'node:util';
import { buildKitIfStale } from '../.setup/kit.ts';
import { browsers } from './runners/browsers.ts';
import { engines } from './runners/engines.ts';
import { journeys, journeysInAllEngines, journeysOnPostgres } from './runners/journeys.ts';
import { ENGINES, type Engine, type Runner, type RunOptions, type Totals } from './runners/runner.ts';
import { node, postgres } from './runners/vitest.ts';

/** What can be asked for by name. */
const RUNNERS = [node, postgres, browsers, engines, journeys, journeysOnPostgres];

/** All of it in less time. */
const EVERYTHING = [node, postgres, browsers, journeysInAllEngines, journeysOnPostgres];

/** What it may take on two cores, the long counts aside. */
const GOOD_MINUTES = 10;

/** After which a runner is taken to hang: machines are slower on some days, which is no fault of a test. */
const LIMIT_MINUTES = { usual: 15, full: 180 };

function readArguments(): { runners: Runner[]; options: RunOptions } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      full: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      engine: { type: 'string', multiple: true },
    },
  });
  const runners =
    values.only?.map((name) => pick(RUNNERS, (runner) => runner.name, name, '--only')) ??
    (values.engine ? RUNNERS : EVERYTHING);
  const engines =
    values.engine?.map((name): Engine => pick(ENGINES, (engine) => engine, name, '--engine')) ?? ENGINES;
  if (positionals.length > 0 && runners.length > 1)
    throw new Error('Name the runner of these files by --only.');
  const minutes = values.full ? LIMIT_MINUTES.full : LIMIT_MINUTES.usual;
  const deadline = performance.now() + minutes * 60_000;
  return { runners, options: { full: values.full, deadline, paths: positionals, engines } };
}

function pick<T>(choices: readonly T[], nameOf: (choice: T) => string, name: string, option: string): T {
  const found = choices.find((choice) => nameOf(choice) === name);
  if (found === undefined)
    throw new Error(`${option} takes ${choices.map(nameOf).join(', ')}; not '${name}'.`);
  return found;
}

const say = (totals: Totals) =>
  `${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`;

type Part = { totals: Totals; line: string };

/** Runs one part and says how it went; whatever breaks outside a test counts as one failure. */
async function runPart(runner: Runner, options: RunOptions): Promise<Part> {
  console.log(`\n▸ ${runner.name}: ${runner.what}`);
  const started = performance.now();
  let totals: Totals;
  try {
    totals = await runner.run(options);
  } catch (error) {
    console.log(`✗ ${runner.name} could not run: ${error instanceof Error ? error.message : String(error)}`);
    totals = { passed: 0, failed: 1, skipped: 0 };
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  const line = `${totals.failed === 0 ? '✓' : '✗'} ${runner.name.padEnd(17)} ${say(totals)} in ${seconds} s`;
  console.log(line);
  return { totals, line };
}

/** Builds what browsers download, if it is stale; a kit that cannot be built is one failure. */
async function buildKit(): Promise<Part[]> {
  try {
    const { version } = await buildKitIfStale();
    console.log(`Kit ${version}`);
    return [];
  } catch (error) {
    const line = `✗ kit: ${error instanceof Error ? error.message : String(error)}`;
    console.log(line);
    return [{ totals: { passed: 0, failed: 1, skipped: 0 }, line }];
  }
}

async function main(): Promise<void> {
  const started = performance.now();
  const { runners, options } = readArguments();
  const parts = runners.some((runner) => runner.needsKit) ? await buildKit() : [];
  for (const runner of runners) parts.push(await runPart(runner, options));

  const sum = (key: keyof Totals) => parts.reduce((total, part) => total + part.totals[key], 0);
  console.log(`\n${parts.map((part) => part.line).join('\n')}`);
  if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`);
  const minutes = (performance.now() - started) / 60_000;
  if (!options.full && minutes > GOOD_MINUTES)
    console.log(`It took ${minutes.toFixed(1)} minutes; ${GOOD_MINUTES} is what it may take on two cores.`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
