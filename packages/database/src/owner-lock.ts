/**
 * One process owns a PGlite folder: two would lose data without an error.
 *
 * The lock is the kernel's: an exclusive transaction on a small SQLite file, that is, `fcntl` (LockFileEx on
 * Windows). It goes with its process, however that dies, so nothing can be stale, no pid can be mistaken for its next
 * bearer, and two takers cannot both win; it also holds between containers on one volume, where pids mean nothing.
 * `owner.json` only says who it is.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from './clock.ts';
import { DatabaseError } from './errors.ts';

export interface OwnerLock {
  release(): void;
}

const SQLITE_BUSY = 5;

/** Kept from the garbage collector, which closes forgotten connections: the lock would be gone, the data still open. */
const held = new Set<DatabaseSync>();

/**
 * Takes the folder (which exists) for this process.
 *
 * @throws DatabaseError `folder-in-use`, naming the holder; `folder-unusable`
 */
export function lockFolder(folder: string, program: string, clock: Clock): OwnerLock {
  const card = join(folder, 'owner.json');
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, 'owner.lock'));
    lock.exec('begin exclusive');
    writeFileSync(`${card}.new`, JSON.stringify({ program, pid: process.pid, since: clock().toISOString() }));
    renameSync(`${card}.new`, card);
  } catch (cause) {
    lock?.close();
    throw refusal(folder, card, cause);
  }
  const taken = lock;
  held.add(taken);
  return {
    release() {
      if (!held.delete(taken)) return;
      rmSync(card, { force: true });
      taken.close();
    },
  };
}

function refusal(folder: string, card: string, cause: unknown): DatabaseError {
  if (!isBusy(cause)) {
    return new DatabaseError('folder-unusable', `The data folder ${folder} cannot be locked`, { cause });
  }
  return new DatabaseError(
    'folder-in-use',
    `The data folder ${folder} belongs to ${holder(card)}; a second process would lose data. ` +
      'Stop that one, or give several processes a PostgreSQL in DATABASE_URL.',
    { cause },
  );
}

const isBusy = (cause: unknown) =>
  cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_BUSY;

function holder(card: string): string {
  try {
    const { program, pid, since } = JSON.parse(readFileSync(card, 'utf8')) as Record<string, string | number>;
    return `${program ?? 'a program'} (process ${pid ?? 'unknown'}, since ${since ?? 'unknown'})`;
  } catch {
    return 'another process, which is just starting or stopping';
  }
}
