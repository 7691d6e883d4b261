import { readFileSync, rmSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './program.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type Totals = { passed: number; failed: number; skipped: number };

export type RunOptions = {
  /** Also the long counts that only a nightly run has time for */
  full: boolean;
  /** When all of it must be over, on the clock of performance.now() */
  deadline: number;
  /** Test files or folders, relative to the repository; none means all */
  paths: string[];
  /** Browser engines to use where the runner has a choice */
  engines: readonly Engine[];
};

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof ENGINES)[number];

export type Runner = {
  name: string;
  /** What it runs, in a few words for the person who waits */
  what: string;
  /** Its tests serve the kit as it is built */
  needsKit: boolean;
  run: (options: RunOptions) => Promise<Totals>;
};

export type Invocation = {
  /** Name of the result file; one per runner, so that none reads another's */
  name: string;
  /** Arguments for Node: the tool's own script and what it takes */
  args: (resultFile: string) => string[];
  env?: (resultFile: string) => NodeJS.ProcessEnv;
  /** Adds up what the tool wrote into its result file. */
  read: (results: unknown) => Totals;
};

/** Tests start our programs by the dozen, each of which would compile the same sources again. */
const COMPILED = { NODE_COMPILE_CACHE: join(ROOT, '.build/compile-cache') };

/**
 * Runs a test tool and reads its totals from the file that it wrote. A tool that crashed, hung, found no test, or ended
 * badly without naming a failed test counts as one failure more: silence is never success.
 */
export async function runTool({ name, args, env, read }: Invocation, options: RunOptions): Promise<Totals> {
  const resultFile = join(ROOT, '.build/results', `${name}.json`);
  mkdirSync(dirname(resultFile), { recursive: true });
  rmSync(resultFile, { force: true });
  const end = await runProgram(process.execPath, args(resultFile), {
    cwd: ROOT,
    env: { ...process.env, ...COMPILED, ...(options.full && { MDS_FULL: '1' }), ...env?.(resultFile) },
    limitMs: Math.max(0, options.deadline - performance.now()),
  });
  if (end === 'too long') console.log(`✗ ${name} was stopped: the time for all tests is over`);
  const totals = readTotals(resultFile, read);
  if (totals.passed + totals.failed === 0) console.log(`✗ ${name} ran no test`);
  const silent = totals.failed === 0 && (end !== 0 || totals.passed === 0);
  return silent ? { ...totals, failed: 1 } : totals;
}

function readTotals(file: string, read: Invocation['read']): Totals {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** The script of an installed tool, for Node to run without a shell between. */
export const tool = (path: string): string => join(ROOT, 'node_modules', path);
