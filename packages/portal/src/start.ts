/** The portal as a running program: listening first, then everything opened; closed again in the reverse order. */
import { getRequestListener } from '@hono/node-server';
import type { App, Route } from './app.ts';
import { type Clock, clockAt } from './clock.ts';
import { compose } from './compose.ts';
import { type Config, type Environment, readConfig } from './config.ts';
import type { PortalDatabase } from './database.ts';
import { listen, type Listening } from './listen.ts';
import type { Stopwatch } from './nir/refusal-moment.ts';
import { createLog, lineWriter } from './operations/log.ts';

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
  let listening: Listening | undefined;
  let app: App | undefined;
  const close = async () => {
    await listening?.close();
    for (const part of parts.splice(0).reverse()) await part();
  };
  const listener = getRequestListener((request, env) => app?.fetch(request, env) ?? starting());
  try {
    listening = await listen(given.listen, given.port, (incoming, outgoing) => {
      void listener(incoming, outgoing);
    });
    const { port } = listening;
    const config = withPort(given, port);
    const { database, stopwatch } = options;
    app = await compose({ config, clock, stopwatch, log, database, atClose: (part) => parts.push(part) });
    log({ level: 'info', event: 'started', port, address: config.listen.join(' ') });
    return {
      portalUrl: config.portalOrigin,
      widgetsUrl: config.widgetsOrigin,
      port,
      routes: app.routes,
      close,
    };
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
  const origins = { MDS_PORTAL_ORIGIN: portalOrigin, MDS_WIDGETS_ORIGIN: widgetsOrigin };
  return { ...config, port, portalOrigin, widgetsOrigin, environment: { ...config.environment, ...origins } };
}
