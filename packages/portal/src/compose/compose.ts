/** Opens what the portal is made of and joins it together. */
import { openApi } from '@mds-kit/contract/openapi';
import { startJobs } from '@mds-kit/database/jobs';
import { createAssertions } from '@mds-kit/exchange/assertions';
import { loadCatalogue } from '@mds-kit/exchange/catalogue/load';
import { sql } from 'kysely';
import { type App, createApp } from '../app.ts';
import { portalJobs } from '../jobs/jobs.ts';
import { loadKeys } from '../keys/keys.ts';
import { openKit } from '../kit/kit.ts';
import { createLimits } from '../limits/limit.ts';
import { createSharedCounters } from '../limits/shared-counters.ts';
import { createRefusalMoment, machineStopwatch } from '../nir/refusal-moment.ts';
import { describeError } from '../operations/log.ts';
import { createMetrics } from '../operations/metrics.ts';
import { createPages } from '../pages/layout.ts';
import { createStops } from '../pages/stopped.ts';
import { openPartners } from '../partners/partners.ts';
import { exchange, franceConnect } from './outside.ts';
import type { Parts } from './parts.ts';
import { openOwn, storage } from './storage.ts';

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
