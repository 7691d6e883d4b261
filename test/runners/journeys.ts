import { z } from 'zod';
import { runTool, tool, type Runner } from './runner.ts';

const Report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

export const journeys: Runner = {
  name: 'journeys',
  what: 'whole ways through the real programs in Chromium (Playwright)',
  needsKit: true,
  run: (options) =>
    runTool(
      {
        name: 'journeys',
        args: () => [
          tool('playwright/cli.js'),
          'test',
          '--config=.config/playwright.config.ts',
          ...options.paths,
        ],
        env: (resultFile) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: resultFile }),
        read: (json) => {
          const { stats } = Report.parse(json);
          return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
        },
      },
      options,
    ),
};
