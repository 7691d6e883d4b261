import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Tests that need a page run in web-test-runner (wtr.config.js); a `.node.test.ts` beside them runs here. */
const inBrowsers = [
  'packages/{elements,embed}/src/**/!(*.node).test.ts',
  'packages/portal/src/{frames,hosted}/**/!(*.node).test.ts',
  'test/**/*.browser.test.ts',
];

/** Tests of what only several processes on one PostgreSQL do: there is nothing for PGlite, one process's own, to run. */
const onPostgresAlone = 'test/**/*.postgres.test.ts';

const common = {
  root,
  // PGlite takes up to a second and a gigabyte at its first start; its suites open it once, in a hook.
  hookTimeout: 60_000,
  // The long counts take their time: see properties.ts.
  testTimeout: process.env.MDS_FULL === undefined ? 15_000 : 120_000,
  setupFiles: ['.config/properties.ts'],
  allowOnly: false,
};

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    // A process for each of a hundred files costs more than most of the tests in it; they share no state but modules.
    isolate: false,
    projects: [
      {
        test: {
          ...common,
          name: 'node',
          include: [
            'packages/*/src/**/*.test.ts',
            'demo/**/*.test.ts',
            'test/**/*.test.ts',
            '.config/**/*.test.ts',
            '.setup/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', ...inBrowsers, onPostgresAlone],
        },
      },
      {
        // The same database suites once more, on the real PostgreSQL whose address test/run.ts puts into
        // DATABASE_URL. Each file makes a database of its own there (@mds-kit/database/testing).
        test: {
          ...common,
          name: 'postgres',
          include: ['packages/*/src/**/*.db.test.ts', 'test/**/*.db.test.ts', onPostgresAlone],
          exclude: ['**/node_modules/**'],
        },
      },
    ],
  },
});
