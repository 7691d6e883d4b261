import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { endGroup, startProgram } from './program.ts';

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

/** Starts the program that drives WebKitGTK, on a screen of its own, and passes on its port. */
export const withWebKitDriver = <T>(use: (port: number) => Promise<T>): Promise<T> =>
  withScreen((display) => withDriver(display, use));

async function withDriver<T>(display: string, use: (port: number) => Promise<T>): Promise<T> {
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
