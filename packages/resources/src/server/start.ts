/** The scheme as a running program: HTTP, the watched inbox, the daily purge, and the monthly files for funds. */
import { once } from 'node:events';
import { getRequestListener } from '@hono/node-server';
import { type Job, startJobs } from '@mds-kit/database/jobs';
import { createAssertionVerifier, remoteKeys } from '@mds-kit/exchange/asserted';
import { createDistribution } from '@mds-kit/exchange/distribution/distribution';
import { listen } from '@mds-kit/exchange/listen';
import type { JWTVerifyGetKey } from 'jose';
import { type Clock, clockAt } from '../clock.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { ingestFile } from '../ingestion/ingest.ts';
import { openInbox } from '../inbox/inbox.ts';
import { monthOf } from '../months/calendar.ts';
import { purge } from '../retention.ts';
import type { Environment } from '../place.ts';
import { openStore, type Store } from '../store.ts';
import { loadAgreements } from './agreements.ts';
import { createApp } from './app.ts';
import { Asserted, AUDIENCE } from './assertions.ts';
import { distributeMonth } from './distribute.ts';
import { createLog, describeError } from './log.ts';
import { createLoopbackFetch } from './loopback-fetch.ts';

/** A deposit may be large, and who sends it far away. */
const LONGEST_DEPOSIT_MS = 10 * 60_000;

export interface StartOptions {
  readonly environment: Environment;
  /** The machine's, or the instant of `MDS_NOW`, when not given. */
  readonly clock?: Clock;
  readonly writeLog?: (line: string) => void;
  /** Opened by somebody else, who also closes it. */
  readonly store?: Store;
  /** Of those who ask; their own addresses when not given. */
  readonly keys?: (jwks: string) => JWTVerifyGetKey;
}

export interface RunningScheme {
  readonly url: string;
  readonly port: number;
  readonly inbox: string;
  /** Looks into the inbox now; done when all that was whole is taken. */
  readonly look: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @throws ConfigError, AgreementsError, StoreError, DatabaseError: their messages are for whoever starts it */
export async function startScheme(options: StartOptions): Promise<RunningScheme> {
  const config = readConfig(options.environment);
  const clock = options.clock ?? clockAt(config.now);
  const log = createLog(clock, options.writeLog ?? ((line) => process.stdout.write(`${line}\n`)));
  const parts: (() => unknown)[] = [];
  const close = async () => {
    for (const part of parts.splice(0).reverse()) await part();
  };
  try {
    const agreements = await loadAgreements(config.agreements, {
      env: config.environment,
      sandbox: config.sandbox,
    });
    const store = options.store ?? (await open(config, clock, parts));
    const loopback = createLoopbackFetch();
    parts.push(loopback.close);
    const take = (file: string) => ingestFile(store, file);
    const [inbox, distribution] = await orSetting('MDS_RESOURCES_INBOX', async () => {
      const watched = await openInbox({ folder: config.inbox, take, log });
      parts.push(() => watched.close());
      const spool = await createDistribution({
        folder: config.spool,
        inboxOf: () => config.inbox,
        routes: (producer) => (agreements.isActive(producer, 'depots') ? [AUDIENCE] : []),
      });
      await spool.resume();
      return [watched, spool] as const;
    });
    const verify = createAssertionVerifier(Asserted, clock);
    const keysOf = options.keys ?? remoteKeys(loopback.fetch);
    const app = createApp({
      store,
      agreements,
      verify: (jwt, jwks) => verify(jwt, { from: jwks, keys: keysOf(jwks), audience: AUDIENCE }),
      distribution,
      log,
      stopwatch: () => performance.now(),
    });
    const listener = getRequestListener(app.fetch);
    const { listen: addresses, port: wanted } = config;
    const listening = await orSetting('MDS_RESOURCES_PORT or MDS_LISTEN', () =>
      listen(
        { addresses, port: wanted, requestTimeout: LONGEST_DEPOSIT_MS },
        (incoming, outgoing) => void listener(incoming, outgoing),
      ),
    );
    parts.push(listening.close);
    const daily = { days: 1 };
    const work: readonly Job[] = [
      { name: 'purge', every: daily, run: () => purge(store, config.inbox) },
      {
        name: 'distribution',
        every: daily,
        run: async (signal) => {
          // What lies in the inbox already belongs to what is told.
          await Promise.race([inbox.look(), once(signal, 'abort')]);
          signal.throwIfAborted();
          const before = monthOf(clock().toISOString());
          const files = await distributeMonth(store, agreements, { folder: config.outbox, before });
          for (const { partner, purpose } of files)
            log({ level: 'info', event: 'resources-distributed', partner, purpose });
        },
      },
    ];
    const jobs = startJobs({ database: store.database, clock, jobs: work, log });
    parts.push(() => jobs.stop());
    const { port } = listening;
    log({ level: 'info', event: 'started', port, address: config.listen.join(' ') });
    const url = `http://127.0.0.1:${port}`;
    return { url, port, inbox: config.inbox, look: () => inbox.look(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What the system refuses (a port that is taken, a folder that is none) is told by the setting that names it. */
async function orSetting<T>(setting: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const { code } = describeError(error);
    if (code === undefined) throw error;
    throw new ConfigError(`The scheme cannot start:\n  ${setting} cannot be used as it is set (${code})`, {
      cause: error,
    });
  }
}

async function open(config: Config, clock: Clock, parts: (() => unknown)[]): Promise<Store> {
  const store = await openStore({ ...config.store, clock });
  parts.push(() => store[Symbol.asyncDispose]());
  return store;
}
