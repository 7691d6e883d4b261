import { once } from 'node:events';
import { statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { freePort } from './free-port.ts';
import { endGroup, startProgram } from './program.ts';
import { ROOT, runTool, tool, type Runner, type RunOptions, type Totals } from './runner.ts';

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
      ? withScreen((display) => withWebKitDriver(display, (port) => runEngines(options, port)))
      : runEngines(options),
};

/** WebKitGTK has no headless mode: it gets a screen that nobody sees. */
async function withScreen<T>(use: (display: string) => Promise<T>): Promise<T> {
  const screen = startProgram(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const ended = once(screen, 'exit');
  try {
    const number = await new Promise<string>((resolve, reject) => {
      screen.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
      screen.once('error', reject);
      screen.once('exit', () => reject(new Error('Xvfb, the virtual screen for WebKit, did not start.')));
    });
    return await use(`:${number}`);
  } finally {
    endGroup(screen);
    await ended;
  }
}

async function withWebKitDriver<T>(display: string, use: (port: number) => Promise<T>): Promise<T> {
  const port = await freePort();
  const driver = startProgram('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], {
    // There is no graphics card to share memory with.
    env: {
      ...process.env,
      DISPLAY: display,
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
    stdio: 'ignore',
  });
  const ended = once(driver, 'exit');
  try {
    await listening(port);
    return await use(port);
  } finally {
    endGroup(driver, 'SIGKILL');
    await ended;
  }
}

/** Waits until something answers on the port; gives up after ten seconds. */
async function listening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch {
      await delay(100);
    } finally {
      socket.destroy();
    }
  }
  throw new Error(`WebKitWebDriver does not answer on port ${port}.`);
}
