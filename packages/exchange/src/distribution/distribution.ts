/**
 * The *distribution* mode: a producer pushes a file, the exchange hands it on unmodified to whoever has an agreement
 * for it, and tells the producer to whom it was routed and nothing more.
 *
 * A file is accepted by one rename, after its bytes and its routing are on the disk; whatever happens later, `resume`
 * completes it. Each receiver then gets it under the same name, whole, by one more link. Killed between a link and the
 * note of it, a file is handed on again: at least once, never by half, and under the same name with the same bytes.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Whom a producer's files of one kind go to, by agreement; empty: it has none. */
export type Routes = (producer: string, kind: string) => readonly string[];

export type DistributionOptions = {
  /** Where files lie while they are handed on: on the file system of the inboxes. */
  folder: string;
  /** The inbox of a receiver. */
  inboxOf: (receiver: string) => string;
  routes: Routes;
};

export type Pushed =
  | { routedTo: readonly string[] }
  /** The producer has no agreement for this kind of file. */
  | { refused: 'no-agreement' }
  | { refused: 'too-long' };

export interface Distribution {
  /** @throws what `bytes` throws: nothing is routed then */
  push(
    file: { producer: string; kind: string; mostBytes: number },
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<Pushed>;
  /** Completes what an earlier process left behind, and clears away what it had not accepted. */
  resume(): Promise<void>;
}

const DRAFT = 'draft-';
const ACCEPTED = 'accepted-';
const PAYLOAD = 'payload';
const ROUTING = 'routing.json';

export async function createDistribution(options: DistributionOptions): Promise<Distribution> {
  const { folder, inboxOf, routes } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });

  async function handOn(id: string): Promise<void> {
    const place = join(folder, ACCEPTED + id);
    const { receivers, kind } = JSON.parse(await readFile(join(place, ROUTING), 'utf8')) as Routing;
    for (const receiver of receivers) {
      const inbox = inboxOf(receiver);
      await mkdir(inbox, { recursive: true, mode: 0o700 });
      await link(join(place, PAYLOAD), join(inbox, `${id}.${kind}`)).catch(ifThere);
      await sync(inbox);
    }
    // By one step no longer accepted: killed while its files go one by one, half of it would be taken for a whole.
    const over = join(folder, DRAFT + id);
    await rename(place, over);
    await rm(over, { recursive: true });
  }

  return {
    push: async ({ producer, kind, mostBytes }, bytes) => {
      const receivers = routes(producer, kind);
      if (receivers.length === 0) return { refused: 'no-agreement' };
      const id = randomUUID();
      const draft = join(folder, DRAFT + id);
      await mkdir(draft, { mode: 0o700 });
      try {
        if (!(await writeWhole(join(draft, PAYLOAD), bytes, mostBytes))) return { refused: 'too-long' };
        const routing: Routing = { receivers, kind };
        await writeWhole(join(draft, ROUTING), [Buffer.from(JSON.stringify(routing))], Infinity);
        await sync(draft);
        await rename(draft, join(folder, ACCEPTED + id));
        await sync(folder);
      } finally {
        await rm(draft, { recursive: true, force: true });
      }
      await handOn(id);
      return { routedTo: receivers };
    },
    resume: async () => {
      for (const name of await readdir(folder)) {
        if (name.startsWith(ACCEPTED)) await handOn(name.slice(ACCEPTED.length));
        else if (name.startsWith(DRAFT)) await rm(join(folder, name), { recursive: true, force: true });
      }
    },
  };
}

type Routing = { receivers: readonly string[]; kind: string };

/** @returns false when there are more bytes than that */
async function writeWhole(
  path: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  most: number,
): Promise<boolean> {
  const file = await open(path, 'wx', 0o600);
  try {
    let length = 0;
    for await (const chunk of bytes) {
      length += chunk.length;
      if (length > most) return false;
      await file.writeFile(chunk);
    }
    await file.sync();
    return true;
  } finally {
    await file.close();
  }
}

/** A name that was given survives a power cut only once its folder is on the disk. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ifThere(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}
