import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createLoopbackFetch } from '@mds-kit/sandbox/loopback';
import type { Program } from '@mds-kit/sandbox/launch';
import { endGroup, startProgram } from '../runners/program.ts';

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 5_000;

/** A program that runs. `words` is what it said last. */
export type Running = { pid: number; words: () => string; stop: () => Promise<void> };

/**
 * The programs of one row. They stop when it ends, however it ends, and with this process at the latest: a server left
 * behind would be measured by whoever measures next.
 */
export class Programs implements AsyncDisposable {
  readonly #running: Running[] = [];
  readonly #loopback = createLoopbackFetch();

  async start({ name, command, env, ready }: Program): Promise<Running> {
    const [executable = process.execPath, ...args] = command;
    const child = startProgram(executable, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let words = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (words = `${words}${text}`.slice(-4_000)));
    const running: Running = {
      pid: child.pid ?? 0,
      words: () => words,
      stop: async () => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = once(child, 'exit');
        endGroup(child);
        const forced = setTimeout(() => endGroup(child, 'SIGKILL'), STOP_WITHIN_MS);
        await gone;
        clearTimeout(forced);
      },
    };
    this.#running.push(running);
    // Later than its exit: all that it said has arrived by then.
    const ended = once(child, 'close');
    const until = performance.now() + READY_WITHIN_MS;
    while (!(await this.#answers(ready))) {
      if (child.exitCode !== null || child.signalCode !== null) {
        await ended;
        throw new Error(`${name} ended before it was ready:\n${words}`);
      }
      if (performance.now() > until) throw new Error(`${name} was not ready in time:\n${words}`);
      await pause(50);
    }
    return running;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#running.map((running) => running.stop()));
    await this.#loopback.close();
  }

  async #answers({ port, path, host }: Program['ready']): Promise<boolean> {
    try {
      const address = `http://${host ?? `127.0.0.1:${port}`}${path}`;
      return (await this.#loopback.fetch(address, { signal: AbortSignal.timeout(2_000) })).ok;
    } catch {
      return false;
    }
  }
}
