import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

const running = new Set<ChildProcess>();

/** Ends a program and everything that it started in turn: browsers outlive their launcher otherwise. */
export function endGroup(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // the whole group is gone already
  }
}

/** Starts a program as the head of its own process group, which ends with this process at the latest. */
export function startProgram(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: true });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

export type Ending = number | 'crashed' | 'too long';

/** Runs a program to its end, its words going straight to the terminal. */
export async function runProgram(
  command: string,
  args: readonly string[],
  { limitMs, ...options }: SpawnOptions & { limitMs: number },
): Promise<Ending> {
  const child = startProgram(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      endGroup(child, 'SIGKILL');
      resolve('too long');
    }, limitMs);
    const end = (ending: Ending) => {
      clearTimeout(limit);
      endGroup(child, 'SIGKILL');
      resolve(ending);
    };
    child.on('error', () => end('crashed'));
    child.on('exit', (code) => end(code ?? 'crashed'));
  });
}

process.on('exit', () => {
  for (const child of running) endGroup(child, 'SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(130));
}
