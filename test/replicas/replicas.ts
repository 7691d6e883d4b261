import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIGRATION_LOCK } from '@mds-kit/database/migrations';
import { writeSmallKit } from '@mds-kit/portal/testing/small-kit';
import { freePorts, launch, type Running } from '@mds-kit/sandbox/launch';
import { world, type World } from '@mds-kit/sandbox/world';
import { EmptyDatabase } from './database.ts';
import { Proxy } from './proxy.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface Replica {
  readonly index: number;
  readonly port: number;
  readonly running: Running;
}

/** Two portals as processes, on one PostgreSQL, behind a proxy that everybody takes for the portal. */
export interface Replicas {
  readonly place: World;
  readonly proxy: Proxy;
  readonly proxyPort: number;
  readonly database: EmptyDatabase;
  readonly replicas: readonly [Replica, Replica];
  stop(): Promise<void>;
}

/** Starts both at the same moment, on a database that holds nothing yet. */
export async function startReplicas(): Promise<Replicas> {
  const atEnd: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of atEnd.splice(0).reverse()) await end();
  };
  try {
    const data = await mkdtemp(join(tmpdir(), 'mds-replicas-'));
    atEnd.push(() => rm(data, { recursive: true }));
    const kit = join(data, 'kit');
    await writeSmallKit(kit);
    const database = await EmptyDatabase.create();
    atEnd.push(() => database[Symbol.asyncDispose]());
    const ports = await freePorts(['portal', 'demo', 'franceConnect', 'sandbox', 'first', 'second']);
    const proxy = new Proxy([ports.first, ports.second]);
    await proxy.listen(ports.portal);
    atEnd.push(() => proxy.close());
    // Persons say their own address, as the proxy nearest to them would.
    const portalEnv = { MDS_KIT: kit, MDS_PROXIES: '1' };
    const place = world({ ports, root: ROOT, data, databaseUrl: database.url, portalEnv });
    const [sandbox, portal] = place.programs;
    if (!sandbox || !portal) throw new Error('The world has no sandbox or no portal.');
    const start = async (index: number, port: number): Promise<Replica> => {
      const env = { ...portal.env, MDS_PORT: String(port) };
      const running = await launch({ ...portal, env, ready: { ...portal.ready, port } });
      atEnd.push(() => running.stop());
      return { index, port, running };
    };
    const ready = launch(sandbox).then((running) => atEnd.push(() => running.stop()));
    const replicas = await startTogether(database, [
      () => start(0, ports.first),
      () => start(1, ports.second),
    ]);
    await ready;
    return { place, proxy, proxyPort: ports.portal, database, replicas, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Neither may migrate before both want to. */
async function startTogether(
  database: EmptyDatabase,
  [first, second]: [() => Promise<Replica>, () => Promise<Replica>],
): Promise<[Replica, Replica]> {
  const holder = await database.connect();
  await holder.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  const starting = [first(), second()] as const;
  const both = Promise.all(starting);
  try {
    // Whoever cannot start says so; the other would be waited for in vain.
    await Promise.race([both, database.untilWaiting(2)]);
  } finally {
    await holder.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    // Started in any case before anybody ends them.
    await Promise.allSettled(starting);
  }
  return both;
}
