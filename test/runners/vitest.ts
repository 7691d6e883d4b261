import { z } from 'zod';
import { withPostgres } from './postgres-server.ts';
import { runTool, tool, type Runner, type RunOptions, type Totals } from './runner.ts';

const Results = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

function read(json: unknown): Totals {
  const results = Results.parse(json);
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

const runProject = (project: string, databaseUrl: string | undefined, options: RunOptions) =>
  runTool(
    {
      name: project,
      args: (resultFile) => [
        tool('vitest/vitest.mjs'),
        'run',
        '--config=.config/vitest.config.ts',
        `--project=${project}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${resultFile}`,
        ...options.paths,
      ],
      env: () => ({ DATABASE_URL: databaseUrl }),
      read,
    },
    options,
  );

export const node: Runner = {
  name: 'node',
  what: 'packages and tools in Node, databases on PGlite (vitest)',
  needsKit: true,
  run: (options) => runProject('node', undefined, options),
};

export const postgres: Runner = {
  name: 'postgres',
  what: 'the database suites once more, on a real PostgreSQL (vitest)',
  needsKit: false,
  run: (options) => withPostgres((url) => runProject('postgres', url, options)),
};
