import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT, runTool, tool, type Runner, type RunOptions, type Totals } from './runner.ts';
import { withWebKitDriver } from './webkit-driver.ts';

const Engines = z.record(
  z.string(),
  z.object({ passed: z.number(), failed: z.number(), skipped: z.number() }),
);

/** Adds up the engines, and says how each did: a test that fails in one only is the one to look for. */
function read(json: unknown): Totals {
  const sum: Totals = { passed: 0, failed: 0, skipped: 0 };
  for (const [engine, totals] of Object.entries(Engines.parse(json))) {
    console.log(`  ${engine.padEnd(12)} ${totals.passed} passed, ${totals.failed} failed`);
    sum.passed += totals.passed;
    sum.failed += totals.failed;
    sum.skipped += totals.skipped;
  }
  return sum;
}

const isFolder = (path: string) =>
  statSync(join(ROOT, path), { throwIfNoEntry: false })?.isDirectory() ?? false;

function runEngines(options: RunOptions, webdriverPort?: number): Promise<Totals> {
  const files = options.paths.map((path) =>
    isFolder(path) ? `${path.replace(/\/$/, '')}/**/*.test.ts` : path,
  );
  return runTool(
    {
      name: 'browsers',
      args: () => [tool('@web/test-runner/dist/bin.js'), '--config', '.config/wtr.config.js'],
      env: (resultFile) => ({
        MDS_RESULTS: resultFile,
        MDS_ENGINES: options.engines.join(','),
        ...(files.length > 0 && { MDS_FILES: [...files, '!**/*.node.test.ts'].join(',') }),
        ...(webdriverPort !== undefined && { MDS_WEBDRIVER_PORT: String(webdriverPort) }),
      }),
      read,
    },
    options,
  );
}

export const browsers: Runner = {
  name: 'browsers',
  what: 'elements, frames and stories in Chromium, Firefox and WebKit (web-test-runner)',
  needsKit: false,
  run: (options) =>
    options.engines.includes('webkit')
      ? withWebKitDriver((port) => runEngines(options, port))
      : runEngines(options),
};
