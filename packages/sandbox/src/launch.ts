import { spawn, type ChildProcess } from 'node:child_process';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A program of ours to run as its own process, as in real life. */
export interface Program {
  readonly name: string;
  /** Path of the entry file, or a whole command. */
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Answers 2xx on this port once the program is ready. */
  readonly ready: { readonly port: number; readonly path: string; readonly host?: string };
}

export interface Running {
  readonly name: string;
  readonly process: ChildProcess;
  /** Everything the program wrote so far, for tests that look for what must never be written. */
  output(): string;
  stop(): Promise<void>;
}

/** How long a program may take to answer at first; a cold PGlite without its image takes some seconds. */
const READY_WITHIN_MS = 60_000;

function answers({ port, path, host }: Program['ready']): Promise<boolean> {
  return new Promise((resolve) => {
    // The address is the loopback's and the Host header ours: the system resolver does not know *.localhost.
    const headers = host ? { host } : {};
    const call = request({ host: '127.0.0.1', port, path, headers, timeout: 1000 }, (response) => {
      response.resume();
      resolve((response.statusCode ?? 500) < 300);
    });
    call.on('error', () => resolve(false));
    call.on('timeout', () => call.destroy());
    call.end();
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(forced);
}

/**
 * Starts a program and resolves once it answers. Rejects with the program's own last words when it ends before,
 * so that a wrong configuration is read, not guessed.
 */
export async function launch(program: Program, onLine?: (line: string) => void): Promise<Running> {
  const [command = process.execPath, ...args] = program.command;
  const child = spawn(command, args, {
    env: { ...process.env, ...program.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const line of text.split('\n')) if (line.trim()) onLine?.(line);
    });
  }
  const running: Running = {
    name: program.name,
    process: child,
    output: () => output,
    stop: () => stop(child),
  };
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!(await answers(program.ready))) {
    if (child.exitCode !== null)
      throw new Error(`${program.name} stopped before it was ready:\n${output.slice(-2000)}`);
    if (performance.now() > deadline) {
      await stop(child);
      throw new Error(
        `${program.name} did not answer within ${READY_WITHIN_MS / 1000} s:\n${output.slice(-2000)}`,
      );
    }
    await pause(50);
  }
  return running;
}

/** Ports that nobody uses now: lets several whole worlds run beside each other. */
export async function freePorts<const Names extends readonly string[]>(
  names: Names,
): Promise<Record<Names[number], number>> {
  const servers = names.map(() => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return Object.fromEntries(names.map((name, index) => [name, ports[index]])) as Record<
    Names[number],
    number
  >;
}
