/** Opens what the portal is made of and joins it together. */
import { openApi } from '@mds-kit/contract/openapi';
import { startJobs } from '@mds-kit/database/jobs';
import { readMigrations } from '@mds-kit/database/migrations';
import { openDatabase } from '@mds-kit/database/open';
import { createAcquisition } from '@mds-kit/exchange/acquisition/acquisition';
import { type Assertions, createAssertions } from '@mds-kit/exchange/assertions';
import type { Catalogue } from '@mds-kit/exchange/catalogue/catalogue';
import { loadCatalogue } from '@mds-kit/exchange/catalogue/load';
import { connectors } from '@mds-kit/exchange/connectors/index';
import { createRegistries } from '@mds-kit/exchange/registries/registries';
import { createRightsDesk } from '@mds-kit/exchange/rights-desk';
import { sql } from 'kysely';
import { createAccessJournal } from './accesses/journal.ts';
import { createAccessPages } from './accesses/pages.ts';
import { createAgreements } from './agreements/agreements.ts';
import { createPendingAgreements } from './agreements/pending.ts';
import { type App, createApp } from './app.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { MIGRATIONS, type PortalDatabase, type PortalTables } from './database.ts';
import { portalJobs } from './jobs/jobs.ts';
import { type Keys, loadKeys } from './keys/keys.ts';
import { openKit } from './kit/kit.ts';
import { createLimits } from './limits/limit.ts';
import { createSharedCounters } from './limits/shared-counters.ts';
import { createMeDesk } from './me/me.ts';
import { createRefusalMoment, machineStopwatch, type Stopwatch } from './nir/refusal-moment.ts';
import { createTries } from './nir/tries.ts';
import { journalTo, showExchange } from './operations/exchange.ts';
import { describeError, type Log } from './operations/log.ts';
import { createMetrics, type Metrics } from './operations/metrics.ts';
import { createPages } from './pages/layout.ts';
import { createStops } from './pages/stopped.ts';
import { openPartners, type Partners } from './partners/partners.ts';
import { KEPT } from './retention.ts';
import { shareAffiliations } from './rights/shared-affiliations.ts';
import { createHandovers } from './session/handover.ts';
import { createSessions } from './session/sessions.ts';
import { createFranceConnect } from './sign-in/france-connect.ts';
import { createGoingBacks } from './sign-in/going-back.ts';
import { createLinks } from './sign-in/links.ts';
import { createLoopbackFetch } from './sign-in/loopback-fetch.ts';
import { createSignOuts } from './sign-in/sign-out.ts';
import { createTransactions } from './sign-in/transaction.ts';
import { createFundTokens } from './tickets/fund-tokens.ts';
import { createTickets } from './tickets/tickets.ts';
import { createUsedTokens } from './tickets/used-tokens.ts';

export interface Parts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  /** Opened already, by somebody who closes it too. */
  readonly database: PortalDatabase | undefined;
  /** The machine's when not given. */
  readonly stopwatch: Stopwatch | undefined;
  /** What to do when the program stops, the last first. */
  readonly atClose: (part: () => unknown) => void;
}

/** Tries at the NIR page, and the seconds in which they count. */
const NIR_TRIES = { purpose: 'nir', limit: 5, seconds: KEPT.triesSeconds } as const;

/** Tries of one number by whomever: several accounts do not make more of them. */
const TRIES_OF_ONE_NIR = { purpose: 'one nir', limit: 10, seconds: KEPT.triesOfNumberSeconds } as const;

/** What a refusal takes on top of the registry's own time limit, ms: none leaves late, so that no lateness tells anything. */
const REFUSAL_ROOM = 250;

export async function compose(parts: Parts): Promise<App> {
  const { config, clock, log, atClose } = parts;
  const { sandbox, environment, portalOrigin, widgetsOrigin } = config;
  // Everything that only reads first: a mistake in a file is told before a database is opened.
  const [kit, keys, catalogue] = await Promise.all([
    openKit(config.kitFolder, log),
    loadKeys(config.keysFile, sandbox),
    loadCatalogue(config.catalogueFile, { env: environment, sandbox }),
  ]);
  atClose(() => kit.close());
  const partners = openPartners({ file: config.partnersFile, environment, sandbox }, log);
  atClose(() => partners.close());
  const database = parts.database ?? (await openOwn(parts));
  const jobs = startJobs({ database, clock, jobs: portalJobs(database, clock), log });
  atClose(() => jobs.stop());

  const metrics = createMetrics();
  const key = keys.assertion;
  const assertions = await createAssertions({
    issuer: portalOrigin,
    key,
    retired: keys.formerAssertions,
    clock,
  });
  const counters = createSharedCounters({
    database,
    clock,
    key: keys.index,
    onFault: (error) => log({ level: 'error', event: 'limits-fault', ...describeError(error) }),
  });
  const publicCatalogue = catalogue.published({ ...config.support, hours: [...config.support.hours] });
  const stops = createStops({ key: keys.cookies, clock });
  const pages = createPages({ support: publicCatalogue.support, stops, sandbox });
  const { proxies, limits: times } = config;
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
    widgetsOrigin,
    pages,
    limits: createLimits({ counters, proxies, times, pages }),
    franceConnect: franceConnect(parts),
    refusalMoment: createRefusalMoment(
      catalogue.registries.nir.timeoutMs + REFUSAL_ROOM,
      parts.stopwatch ?? machineStopwatch,
    ),
    ...exchange(parts, catalogue, assertions, metrics),
    ...storage({ database, keys, clock, portalOrigin, partners }),
    jwks: assertions.jwks,
    openApi: openApi(),
    pingDatabase: () => sql`select 1`.execute(database.kysely),
  });
}

async function openOwn({ config, clock, atClose }: Parts): Promise<PortalDatabase> {
  const migrations = await readMigrations(MIGRATIONS);
  const database = await openDatabase<PortalTables>({
    ...config.database,
    program: 'portal',
    migrations,
    clock,
  });
  atClose(() => database.close());
  return database;
}

/** How the portal asks registries and funds. */
function exchange(
  { clock, log, atClose }: Parts,
  catalogue: Catalogue,
  assertions: Assertions,
  metrics: Metrics,
) {
  const line = { catalogue, assertions, clock, journal: journalTo(log) };
  const registries = createRegistries(line);
  const acquisition = createAcquisition({ ...line, connectors });
  atClose(() => registries.close());
  atClose(() => acquisition.close());
  showExchange(metrics, () => [registries.metrics(), acquisition.metrics()]);
  const shared = {
    affiliationsOf: shareAffiliations((person, call) => registries.affiliationsOf(person, call)),
  };
  return { registries, desk: createRightsDesk({ catalogue, acquisition, registries: shared, clock }) };
}

interface Storage {
  readonly database: PortalDatabase;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly portalOrigin: string;
  readonly partners: Partners;
}

/** What stands on the database and the keys. */
function storage({ database, keys, clock, portalOrigin, partners }: Storage) {
  const accesses = createAccessJournal(database, clock);
  const sessions = createSessions(database, clock);
  const signOuts = createSignOuts(database, clock, portalOrigin);
  const links = createLinks(database, keys, clock);
  const agreements = createAgreements({ database, keys, clock, accesses });
  const usedTokens = createUsedTokens(database);
  return {
    accesses,
    accessPages: createAccessPages(database, keys),
    sessions,
    signOuts,
    meDesk: createMeDesk({ database, keys, clock, partners, sessions, signOuts, accesses }),
    handovers: createHandovers(database, clock),
    links,
    agreements,
    pendingAgreements: createPendingAgreements({ key: keys.cookies, clock, usedTokens }),
    fundTokens: createFundTokens({ partners, portalOrigin, usedTokens, clock }),
    tickets: createTickets({ database, clock, agreements, links }),
    transactions: createTransactions({ key: keys.cookies, clock, database }),
    goingBack: createGoingBacks({ key: keys.cookies, clock }),
    tries: createTries({ database, clock, key: keys.index, ...NIR_TRIES }),
    triesOfNumber: createTries({ database, clock, key: keys.index, ...TRIES_OF_ONE_NIR }),
  };
}

function franceConnect({ config, atClose }: Parts) {
  const { portalOrigin, sandbox } = config;
  const { fetch, close } = createLoopbackFetch();
  atClose(close);
  return createFranceConnect({ ...config.franceConnect, portalOrigin, sandbox, fetch });
}
