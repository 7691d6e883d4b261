import { fileURLToPath } from 'node:url';
import { defineConfig } from 'playwright/test';

const under = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export default defineConfig({
  testMatch: '**/*.journey.ts',
  projects: [
    // Drive Firefox and WebKit by drivers of their own; of Playwright they have its tests and worlds.
    { name: 'engines', testDir: under('test/engines') },
    { name: 'journeys', testDir: under('test/journeys') },
  ],
  outputDir: under('.build/journeys'),
  // Accessibility trees are the same on every system.
  snapshotPathTemplate: '{testDir}/{testFileName}-snapshots/{arg}{ext}',
  // A set of programs each. On two cores two of them leave a third of the time unused, waiting for deadlines and for
  // browsers to settle.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  // Long enough for a machine that has other things to do: who waits in vain waits longer, who does not loses nothing.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    screenshot: 'only-on-failure',
    // Recording every step costs a third of the time: `--trace on` for the one that is looked into.
    trace: 'off',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Said, not left to what Chromium does in private windows: blocked-cookies.journey.ts looks whether it is so.
        '--test-third-party-cookie-phaseout',
      ],
    },
  },
});
