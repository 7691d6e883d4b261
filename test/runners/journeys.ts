import { z } from 'zod';
import { withPostgres } from './postgres-server.ts';
import { runTool, tool, type Runner, type RunOptions } from './runner.ts';

const Report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

const runJourneys = (name: string, databaseUrl: string | undefined, options: RunOptions) =>
  runTool(
    {
      name,
      args: () => [
        tool('playwright/cli.js'),
        'test',
        '--config=.config/playwright.config.ts',
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

export const journeys: Runner = {
  name: 'journeys',
  what: 'whole ways through the real programs in Chromium (Playwright)',
  needsKit: true,
  run: (options) => runJourneys('journeys', undefined, options),
};

export const journeysOnPostgres: Runner = {
  name: 'journeys-postgres',
  what: 'the same ways, the portal on a real PostgreSQL',
  needsKit: true,
  run: (options) => withPostgres((url) => runJourneys('journeys-postgres', url, options)),
};
