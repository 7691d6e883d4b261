/** The portal as a running program: listening first, then everything opened; closed again in the reverse order. */
import { getRequestListener } from '@hono/node-server';
import { listen, type Listening, type Place } from '@mds-kit/exchange/listen';
import type { App, Fetch, Route } from './app.ts';
import { type Clock, clockAt } from './clock.ts';
import { compose } from './compose/compose.ts';
import { type Config, ConfigError, type Environment, readConfig } from './config.ts';
import type { PortalDatabase } from './database.ts';
import type { Stopwatch } from './nir/refusal-moment.ts';
import { createLog, describeError, lineWriter } from './operations/log.ts';

export interface PortalOptions {
  readonly environment: Environment;
  /** The machine's, or the instant of `MDS_NOW`, when not given. */
  readonly clock?: Clock;
  /** The machine's when not given; tests do not wait. */
  readonly stopwatch?: Stopwatch;
  /** Takes log lines; standard output when not given. */
  readonly writeLog?: (line: string) => void;
  /** Opened by somebody else, who also closes it; `DATABASE_URL` or `MDS_DATA` when not given. */
  readonly database?: PortalDatabase;
}

export interface RunningPortal {
  readonly portalUrl: string;
  readonly widgetsUrl: string;
  readonly port: number;
  /** Where `/metrics` answers, if anywhere. */
  readonly metricsUrl: string | undefined;
  readonly routes: readonly Route[];
  readonly close: () => Promise<void>;
}

/**
 * Port 0 takes a free one, which then stands in both origins (tests).
 *
 * @throws ConfigError, PartnerFileError, CatalogueError, DatabaseError: their messages are for whoever starts it
 */
export async function startPortal(options: PortalOptions): Promise<RunningPortal> {
  const given = readConfig(options.environment);
  const clock = options.clock ?? clockAt(given.now);
  const log = createLog(clock, options.writeLog ?? lineWriter((text) => process.stdout.write(text)));
  const parts: (() => unknown)[] = [];
  const listening: Listening[] = [];
  let app: App | undefined;
  const close = async () => {
    await Promise.all(listening.splice(0).map((one) => one.close()));
    for (const part of parts.splice(0).reverse()) await part();
  };
  const open: Open = async (setting, place, answer) => {
    const listener = getRequestListener(answer);
    const one = await listen(place, (incoming, outgoing) => void listener(incoming, outgoing)).catch(
      (error: unknown) => refuse(setting, error),
    );
    listening.push(one);
    return one.port;
  };
  try {
    const place = { addresses: given.listen, port: given.port };
    const port = await open(
      'MDS_LISTEN or MDS_PORT',
      place,
      (request, env) => app?.fetch(request, env) ?? starting(),
    );
    const metricsUrl = given.metrics && (await openMetrics(given.metrics, open, () => app));
    const config = withPort(given, port);
    const { database, stopwatch } = options;
    app = await compose({ config, clock, stopwatch, log, database, atClose: (part) => parts.push(part) });
    log({ level: 'info', event: 'started', port, address: config.listen.join(' ') });
    return {
      portalUrl: config.portalOrigin,
      widgetsUrl: config.widgetsOrigin,
      port,
      metricsUrl,
      routes: app.routes,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Listens at a place, which a setting names; the port, where it was free to choose. */
type Open = (setting: string, place: Place, answer: Fetch) => Promise<number>;

/** What the system refuses, a port that is taken for one, is told by the setting that names it. */
function refuse(setting: string, error: unknown): never {
  const { code } = describeError(error);
  if (code === undefined) throw error;
  throw new ConfigError([`${setting} cannot be used as it is set (${code}).`]);
}

/** For the operator's own network: neither host of the portal leads there. */
async function openMetrics(
  { address, port }: NonNullable<Config['metrics']>,
  open: Open,
  app: () => App | undefined,
): Promise<string> {
  const taken = await open(
    'MDS_METRICS',
    { addresses: [address], port },
    (request, env) => app()?.fetchMetrics(request, env) ?? starting(),
  );
  return `http://${address.includes(':') ? `[${address}]` : address}:${String(taken)}/metrics`;
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
  const origins = { MDS_PORTAL_ORIGIN: portalOrigin, MDS_WIDGETS_ORIGIN: widgetsOrigin };
  return { ...config, port, portalOrigin, widgetsOrigin, environment: { ...config.environment, ...origins } };
}
