/**
 * A folder into which deposits are put, by the exchange or by hand. Each file is claimed by a rename, taken in one
 * transaction, and put aside after that: killed at any moment, it is found again where it was, and a file that had been
 * taken already changes nothing the second time.
 */
import { randomUUID } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Outcome } from '../ingestion/ingest.ts';
import { describeError, type Log } from '../server/log.ts';

export type InboxOptions = {
  folder: string;
  take: (file: string) => Promise<Outcome>;
  log: Log;
  /** Between two looks, ms. */
  every?: number;
  /** Before a file is tried again that could not be taken (the database was away), ms. */
  retry?: number;
};

export interface Inbox {
  /** Looks now, and again while there is something; done when all that was whole is taken. */
  look(): Promise<void>;
  /** Lets the file that is being taken be taken. */
  close(): Promise<void>;
}

const TAKING = 'taking';
const DONE = 'done';
const REFUSED = 'refused';
const EVERY_MS = 1_000;
const RETRY_MS = 15_000;
/** A file that does not grow any more for so long is whole: whoever copies by hand renames nothing. */
const QUIET_MS = 400;

/** Where an inbox keeps what it has taken. */
export const inboxFolders = (folder: string) =>
  [TAKING, DONE, REFUSED].map((name) => join(folder, name)) as [string, string, string];

export async function openInbox(options: InboxOptions): Promise<Inbox> {
  const { folder, take, log, every = EVERY_MS, retry = RETRY_MS } = options;
  const [taking, done, refused] = inboxFolders(folder);
  for (const place of [taking, done, refused]) await mkdir(place, { recursive: true, mode: 0o700 });
  const sizes = new Map<string, string>();
  /** Claimed and not taken: when to try again. */
  const later = new Map<string, number>();
  let closed = false;
  let looking: Promise<void> | undefined;

  /** As it was at the last look, too. */
  async function isWhole(name: string): Promise<boolean> {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (!found?.isFile()) return false;
    const now = `${found.size} ${found.mtimeMs}`;
    const before = sizes.get(name);
    sizes.set(name, now);
    return before === now;
  }

  async function takeOne(file: string): Promise<void> {
    const name = basename(file);
    const outcome = await take(file);
    const whole = outcome.declarations > 0 || outcome.refused.length === 0;
    const [first] = outcome.refused;
    if (first) await writeFile(join(refused, `${name}.json`), JSON.stringify(outcome), { mode: 0o600 });
    await rename(file, join(whole ? done : refused, name)).catch(ifGone);
    log({
      level: first ? 'warning' : 'info',
      event: whole ? 'deposit-taken' : 'deposit-refused',
      declarations: outcome.declarations,
      refusals: outcome.refused.length,
      rule: first?.rule,
      line: first?.line,
      rubrique: first?.rubrique,
    });
  }

  /** The file stays claimed when it cannot be taken now, and does not hold up the others. */
  async function tryOne(file: string): Promise<void> {
    if ((later.get(file) ?? 0) > performance.now()) return;
    later.delete(file);
    try {
      await takeOne(file);
    } catch (error) {
      later.set(file, performance.now() + retry);
      fault(error);
    }
  }

  const fault = (error: unknown) => log({ level: 'error', event: 'inbox-fault', ...describeError(error) });

  async function pass(): Promise<boolean> {
    // What an earlier process had claimed, or this one and could not take.
    for (const name of await readdir(taking)) if (!closed) await tryOne(join(taking, name));
    const names = (await readdir(folder, { withFileTypes: true }))
      .filter((entry) => entry.isFile() && !/^\.|\.(part|tmp)$/.test(entry.name))
      .map(({ name }) => name)
      .toSorted();
    for (const name of sizes.keys()) if (!names.includes(name)) sizes.delete(name);
    let waiting = false;
    for (const name of names) {
      if (closed) return false;
      if (!(await isWhole(name))) {
        waiting = true;
        continue;
      }
      sizes.delete(name);
      // Names may come twice, files may not: each keeps its own from here on.
      const claimed = join(taking, `${randomUUID()}.dsn`);
      const mine = await rename(join(folder, name), claimed).then(() => true, ifGone);
      if (mine) await tryOne(claimed);
    }
    return waiting;
  }

  async function run(): Promise<void> {
    try {
      while (!closed && (await pass())) await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    } catch (error) {
      fault(error);
    }
  }

  const look = (): Promise<void> => {
    looking ??= run().finally(() => (looking = undefined));
    return looking;
  };
  const timer = setInterval(() => void look(), every);
  let watcher: FSWatcher | undefined;
  try {
    // Faster where the system tells; where it does not (network file systems), the timer does.
    watcher = watch(folder, () => void look());
    watcher.on('error', () => undefined);
  } catch {
    watcher = undefined;
  }
  return {
    look,
    close: async () => {
      closed = true;
      clearInterval(timer);
      watcher?.close();
      await looking;
    },
  };
}

/** Somebody else was faster. */
function ifGone(error: unknown): false {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
  throw error;
}

/** Removes what was put aside before that day. */
export async function clearInbox(folder: string, before: Date): Promise<void> {
  const [, ...aside] = inboxFolders(folder);
  for (const place of aside)
    for (const name of await readdir(place).catch((): string[] => [])) {
      const found = await stat(join(place, name)).catch(() => undefined);
      if (found && found.mtimeMs < before.getTime()) await rm(join(place, name), { force: true });
    }
}
