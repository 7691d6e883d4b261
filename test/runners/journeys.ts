import { z } from 'zod';
import { buildKitIfStale } from '../../.setup/kit.ts';
import { withPostgres } from './postgres-server.ts';
import { runTool, tool, type Runner, type RunOptions } from './runner.ts';

const Report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

type Project = 'journeys' | 'engines';

/** Runs projects of Playwright's configuration, their tests side by side. */
export async function runPlaywright(
  projects: readonly Project[],
  name: string,
  options: RunOptions,
  databaseUrl?: string,
) {
  // Here, and not by whichever tests come to need it: they would all find it stale, and each would build it.
  if (projects.includes('journeys')) await buildKitIfStale('sizes');
  return runTool(
    {
      name,
      args: () => [
        tool('playwright/cli.js'),
        'test',
        '--config=.config/playwright.config.ts',
        ...projects.map((project) => `--project=${project}`),
        ...options.paths,
      ],
      env: (resultFile) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: resultFile, DATABASE_URL: databaseUrl }),
      read: (json) => {
        const { stats } = Report.parse(json);
        return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
      },
    },
    options,
  );
}

export const journeys: Runner = {
  name: 'journeys',
  what: 'whole ways through the real programs in Chromium (Playwright)',
  needsKit: true,
  run: (options) => runPlaywright(['journeys'], 'journeys', options),
};

/** Firefox and WebKit start slowly and wait a lot: the journeys go on beside them. */
export const journeysInAllEngines: Runner = {
  ...journeys,
  what: 'whole ways through the real programs in Chromium; cookies, frames and redirects in Firefox and WebKit',
  run: (options) => runPlaywright(['engines', 'journeys'], 'journeys', options),
};

/** About the browser more than about where the portal keeps its data: a second time only in a full run. */
const OF_THE_BROWSER =
  '(access-log|accessibility|blocked-cookies|first-rights|hostile|hostile-ticket|in-page|integrity|leaks|policies-side-by-side|salary-tree|sign-out|sizes|ticket|town-hall)\\.journey';

export const journeysOnPostgres: Runner = {
  name: 'journeys-postgres',
  what: 'the same ways, the portal on a real PostgreSQL',
  needsKit: true,
  run: (options) => {
    const fewer = options.full || options.paths.length > 0 ? [] : [`--grep-invert=${OF_THE_BROWSER}`];
    const paths = [...fewer, ...options.paths];
    return withPostgres((url) =>
      runPlaywright(['journeys'], 'journeys-postgres', { ...options, paths }, url),
    );
  },
};
