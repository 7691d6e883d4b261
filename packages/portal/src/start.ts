/** The portal as a running program: everything opened, joined and listening; and closed again in the reverse order. */
import { getRequestListener } from '@hono/node-server';
import { openApi } from '@mds-kit/contract/openapi';
import { startJobs } from '@mds-kit/database/jobs';
import { readMigrations } from '@mds-kit/database/migrations';
import { openDatabase } from '@mds-kit/database/open';
import { createAcquisition } from '@mds-kit/exchange/acquisition/acquisition';
import { createAssertions } from '@mds-kit/exchange/assertions';
import { loadCatalogue } from '@mds-kit/exchange/catalogue/load';
import { connectors } from '@mds-kit/exchange/connectors/index';
import type { JournalEntry } from '@mds-kit/exchange/journal';
import { createRegistries } from '@mds-kit/exchange/registries/registries';
import { createRightsDesk } from '@mds-kit/exchange/rights-desk';
import { sql } from 'kysely';
import { createApp, type Fetch } from './app.ts';
import { type Clock, clockAt } from './clock.ts';
import { type Config, type Environment, readConfig } from './config.ts';
import { MIGRATIONS, type PortalDatabase, type PortalTables } from './database.ts';
import { portalJobs } from './jobs/jobs.ts';
import { type Keys, loadKeys } from './keys/keys.ts';
import { openKit } from './kit/kit.ts';
import { listen } from './listen.ts';
import { createTries } from './nir/tries.ts';
import { createLog, type Log } from './operations/log.ts';
import { createMetrics } from './operations/metrics.ts';
import { showExchange } from './operations/exchange-metrics.ts';
import { createPages } from './pages/layout.ts';
import { openPartners } from './partners/partners.ts';
import { createHandovers } from './session/handover.ts';
import { createSessions } from './session/sessions.ts';
import { createFranceConnect } from './sign-in/france-connect.ts';
import { createLinks } from './sign-in/links.ts';
import { createLoopbackFetch } from './sign-in/loopback-fetch.ts';
import { createSignOuts } from './sign-in/sign-out.ts';
import { createTransactions } from './sign-in/transaction.ts';

export interface PortalOptions {
  readonly environment: Environment;
  /** The machine's, or the instant of `MDS_NOW`, when not given. */
  readonly clock?: Clock;
  /** Takes log lines; standard output when not given. */
  readonly writeLog?: (line: string) => void;
}

export interface RunningPortal {
  readonly portalUrl: string;
  readonly widgetsUrl: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Tries at the NIR page, and the seconds in which they count. */
const NIR_TRIES = { limit: 5, seconds: 15 * 60 } as const;

/**
 * Port 0 takes a free one, which then stands in both origins (tests).
 *
 * @throws ConfigError, PartnerFileError, CatalogueError, DatabaseError: their messages are for whoever starts it
 */
export async function startPortal({ environment, clock, writeLog }: PortalOptions): Promise<RunningPortal> {
  const given = readConfig(environment);
  const time = clock ?? clockAt(given.now);
  const log = createLog(time, writeLog ?? ((line) => process.stdout.write(`${line}\n`)));
  const closing: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const part of closing.splice(0).reverse()) await part();
  };
  let fetch: Fetch | undefined;
  const listener = getRequestListener((request, env) => fetch?.(request, env) ?? starting());
  try {
    const { port, close: stopListening } = await listen(given.listen, given.port, (incoming, outgoing) => {
      void listener(incoming, outgoing);
    });
    closing.push(stopListening);
    const config = withPort(given, port);
    fetch = await openApp(config, time, log, closing);
    log({ level: 'info', event: 'started', port, address: config.listen.join(' ') });
    return { portalUrl: config.portalOrigin, widgetsUrl: config.widgetsOrigin, port, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const starting = () => new Response('starting\n', { status: 503, headers: { 'retry-after': '1' } });

/** A port that was free gives both origins their own. */
function withPort(config: Config, port: number): Config {
  if (config.port !== 0) return config;
  const at = (origin: string) => {
    const url = new URL(origin);
    url.port = String(port);
    return url.origin;
  };
  const [portalOrigin, widgetsOrigin] = [at(config.portalOrigin), at(config.widgetsOrigin)];
  const environment = {
    ...config.environment,
    MDS_PORTAL_ORIGIN: portalOrigin,
    MDS_WIDGETS_ORIGIN: widgetsOrigin,
  };
  return { ...config, port, portalOrigin, widgetsOrigin, environment };
}

async function openApp(
  config: Config,
  clock: Clock,
  log: Log,
  closing: (() => Promise<void> | void)[],
): Promise<Fetch> {
  const { sandbox, environment, portalOrigin } = config;
  // Everything that only reads first: a mistake in a file is told before a database is opened.
  const [kit, keys, catalogue] = await Promise.all([
    openKit(config.kitFolder),
    loadKeys(config.keysFile, sandbox),
    loadCatalogue(config.catalogueFile, { env: environment, sandbox }),
  ]);
  const partners = openPartners({ file: config.partnersFile, environment, sandbox }, log);
  closing.push(() => partners.close());
  const migrations = await readMigrations(MIGRATIONS);
  const database = await openDatabase<PortalTables>({
    ...config.database,
    program: 'portal',
    migrations,
    clock,
  });
  closing.push(() => database.close());

  const metrics = createMetrics();
  const assertions = await createAssertions({
    issuer: portalOrigin,
    key: keys.assertion,
    retired: keys.formerAssertions,
    clock,
  });
  const exchange = { catalogue, assertions, clock, journal: journalTo(log) };
  const registries = createRegistries(exchange);
  const acquisition = createAcquisition({ ...exchange, connectors });
  closing.push(() => {
    registries.close();
    acquisition.close();
  });
  showExchange(metrics, () => [registries.metrics(), acquisition.metrics()]);
  const publicCatalogue = catalogue.published({ ...config.support, hours: [...config.support.hours] });

  const jobs = startJobs({ database, clock, jobs: portalJobs(database, clock), log });
  closing.push(() => jobs.stop());
  return createApp({
    config,
    clock,
    log,
    metrics,
    kit,
    partners,
    catalogue,
    publicCatalogue,
    portalOrigin,
    registries,
    desk: createRightsDesk({ catalogue, acquisition, registries, clock }),
    pages: createPages({ support: publicCatalogue.support, sandbox }),
    ...storage(database, keys, clock, portalOrigin),
    franceConnect: franceConnectOf(config, closing),
    jwks: assertions.jwks,
    openApi: openApi(),
    pingDatabase: () => sql`select 1`.execute(database.kysely),
  });
}

function storage(database: PortalDatabase, keys: Keys, clock: Clock, portalOrigin: string) {
  return {
    sessions: createSessions(database, clock),
    handovers: createHandovers(database, clock),
    signOuts: createSignOuts(database, clock, portalOrigin),
    links: createLinks(database, keys, clock),
    transactions: createTransactions(keys.cookies, clock),
    tries: createTries({ database, clock, key: keys.index, purpose: 'nir', ...NIR_TRIES }),
  };
}

function franceConnectOf(
  { franceConnect, portalOrigin, sandbox }: Config,
  closing: (() => Promise<void> | void)[],
) {
  const loopback = createLoopbackFetch();
  closing.push(() => loopback.close());
  return createFranceConnect({ ...franceConnect, portalOrigin, sandbox, fetch: loopback.fetch });
}

/** Every call to a supplier, beside the request that it was made for. Nothing in an entry is personal. */
function journalTo(log: Log) {
  return ({ service, supplier, status, reason, ms, breaker, correlation }: JournalEntry): void =>
    log({
      level: 'info',
      event: 'supplier-call',
      correlation,
      service,
      supplier,
      status,
      reason: reason ?? undefined,
      ms: Math.round(ms),
      breaker,
    });
}
