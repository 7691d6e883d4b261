/**
 * Component tests in Chromium, Firefox and WebKit. `npm test -- --only browsers [file or folder…]` starts the display
 * and the driver that WebKit needs and passes this file everything by the environment:
 *
 * - MDS_ENGINES: comma-separated, default `chromium,firefox`; `webkit` needs MDS_WEBDRIVER_PORT
 * - MDS_FILES: comma-separated patterns, default all
 * - MDS_RESULTS: where to write the totals as JSON
 */
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const {
  MDS_ENGINES = 'chromium,firefox',
  MDS_FILES,
  MDS_FULL,
  MDS_RESULTS,
  MDS_WEBDRIVER_PORT,
} = process.env;

// No network beyond loopback: without these switches Chromium keeps trying to reach its maker.
const CHROMIUM_ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const miniBrowser = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
  .find((path) => existsSync(path));

const launchers = {
  chromium: () =>
    chromeLauncher({ launchOptions: { executablePath: '/usr/bin/chromium', args: CHROMIUM_ARGS } }),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: { browser: 'firefox', headless: true, executablePath: '/usr/bin/firefox-esr' },
    }),
  webkit: () =>
    webdriverLauncher({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port: Number(MDS_WEBDRIVER_PORT),
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
      },
    }),
};

/** A full run says so; and the long counts of property tests, as properties.ts has them for Node; less than `timeout` below. */
const LONG_COUNTS = `<script>globalThis.MDS_FULL = true;</script><script type="module">
  import fc from 'fast-check';
  fc.configureGlobal({ numRuns: 10000 });
  fc.installGlobalPlugin(fc.interruptAfterTimeLimit(10000));
</script>`;

/** Adds up a suite and the suites inside it. */
function count(suite, totals) {
  for (const test of suite?.tests ?? []) {
    totals[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  }
  for (const inner of suite?.suites ?? []) count(inner, totals);
  return totals;
}

/** A file that could not be loaded, or whose page crashed, has no results: it counts as one failure. */
function totalsOf(session) {
  const totals = count(session.testResults, { passed: 0, failed: 0, skipped: 0 });
  if (session.passed !== true && totals.failed === 0) totals.failed = 1;
  return totals;
}

const countingReporter = {
  onTestRunFinished({ sessions }) {
    if (!MDS_RESULTS) return;
    const engines = {};
    for (const session of sessions) {
      // The one browser that has WebKitGTK and no name of its own
      const engine = session.browser.name.replace('MiniBrowser', 'WebKit').replace('Chrome', 'Chromium');
      const sums = (engines[engine] ??= { passed: 0, failed: 0, skipped: 0 });
      for (const [key, n] of Object.entries(totalsOf(session))) sums[key] += n;
    }
    writeFileSync(MDS_RESULTS, JSON.stringify(engines));
  },
};

/** The scripts of frame documents that frames.test.ts opens by the dozen. */
const FRAME_SCRIPT = /^\/packages\/portal\/src\/frames\/(?:frame|controller|ticket|stand-in-document)\.ts$/;

/**
 * Gives a frame document its script as one file, as the kit does: each of the hundreds of modules is a request for every
 * frame of every test otherwise, and Firefox, beside two other browsers, takes longer for them than shells wait.
 */
const framesInOneFile = {
  name: 'mds-frames-in-one-file',
  async serve({ path }) {
    if (!FRAME_SCRIPT.test(path)) return undefined;
    bundles[path] ??= build({
      entryPoints: [`${root}${path.slice(1)}`],
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      conditions: ['browser', 'development'],
      tsconfig: `${root}tsconfig.json`,
    });
    const { outputFiles } = await bundles[path];
    return { body: outputFiles[0].text, type: 'js' };
  },
};
const bundles = {};

/** The runner's own emulateMedia knows no forced colours; puppeteer does, in Chromium. */
const forcedColors = {
  name: 'mds-forced-colors',
  async executeCommand({ command, payload, session }) {
    if (command !== 'mds-forced-colors') return undefined;
    const value = payload.on ? 'active' : 'none';
    await session.browser.getPage(session.id).emulateMediaFeatures([{ name: 'forced-colors', value }]);
    return true;
  },
};

export default {
  rootDir: root,
  files: MDS_FILES?.split(',') ?? [
    'packages/{elements,embed}/src/**/*.test.ts',
    'packages/portal/src/{frames,hosted}/**/*.test.ts',
    'stories/**/*.test.ts',
    'test/**/*.browser.test.ts',
    '!**/*.node.test.ts',
    '!**/node_modules/**',
  ],
  hostname: '127.0.0.1',
  nodeResolve: { exportConditions: ['browser', 'development'] },
  plugins: [
    framesInOneFile,
    esbuildPlugin({
      ts: true,
      json: false,
      tsconfig: `${root}tsconfig.json`,
      target: 'es2022',
    }),
    forcedColors,
  ],
  browsers: MDS_ENGINES.split(',').map((engine) => launchers[engine]()),
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  // Two files at once in one browser fail under WebKitWebDriver, and focus belongs to one page only.
  concurrency: 1,
  concurrentBrowsers: 3,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testRunnerHtml: (framework) =>
    `<!doctype html><html><body>${MDS_FULL ? LONG_COUNTS : ''}<script type="module" src="${framework}"></script></body></html>`,
  // Frames that did not load are loaded anew after 8 s, then 16: a test of them outlasts that on a machine that has other things to do.
  testFramework: { config: { timeout: 40_000, forbidOnly: true } },
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countingReporter],
};
