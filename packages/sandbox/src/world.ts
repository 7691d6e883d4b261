import { join } from 'node:path';
import type { Program } from './launch.ts';

/** The ports of one whole world; several may stand beside each other, each on its own. */
export interface WorldPorts {
  readonly portal: number;
  readonly demo: number;
  readonly franceConnect: number;
  readonly sandbox: number;
  /** Where the portal tells how it is doing; nowhere without. */
  readonly metrics?: number;
}

/** The ports of `npm start`, that documentation and bookmarks name. */
export const USUAL_PORTS: WorldPorts = {
  portal: 4000,
  demo: 4100,
  franceConnect: 4200,
  sandbox: 4300,
  metrics: 4001,
};

export interface WorldOptions {
  readonly ports: WorldPorts;
  /** The repository's folder. */
  readonly root: string;
  /** Where the portal keeps its database and keys: a folder, or `memory:`. */
  readonly data: string;
  /** PostgreSQL instead of PGlite. */
  readonly databaseUrl?: string;
  /** The moment at which this world stands still; the real one by default. */
  readonly now?: string;
  /** More environment for the portal: maintenance, timeouts. */
  readonly portalEnv?: Readonly<Record<string, string>>;
}

export interface World {
  readonly portalUrl: string;
  readonly widgetsUrl: string;
  readonly cafUrl: string;
  readonly msaUrl: string;
  readonly cpamUrl: string;
  readonly townHallUrl: string;
  readonly carsatUrl: string;
  readonly franceConnectUrl: string;
  /** Where faults are set: `PUT {faultsUrl}/{supplier}`. */
  readonly faultsUrl: string;
  /** The sample funds as callers of others: `{fundsUrl}/{id}/jwks.json`. */
  readonly fundsUrl: string;
  readonly metricsUrl: string | undefined;
  /** In the order in which to start them. */
  readonly programs: readonly Program[];
}

/** Everything that runs on one machine: who listens where, and what each program is told of the others. */
export function world({ ports, root, data, databaseUrl, now, portalEnv }: WorldOptions): World {
  const portalUrl = `http://portal.localhost:${ports.portal}`;
  const widgetsUrl = `http://widgets.localhost:${ports.portal}`;
  const franceConnectUrl = `http://franceconnect.localhost:${ports.franceConnect}`;
  const suppliersUrl = `http://127.0.0.1:${ports.sandbox}`;
  const cafUrl = `http://caf.localhost:${ports.demo}`;
  const msaUrl = `http://msa.localhost:${ports.demo}`;
  const cpamUrl = `http://cpam.localhost:${ports.demo}`;
  const townHallUrl = `http://mairie.localhost:${ports.demo}`;
  const carsatUrl = `http://carsat.localhost:${ports.sandbox}`;
  const kit = join(root, '.build/kit');
  const origins = {
    MDS_PORTAL_ORIGIN: portalUrl,
    MDS_WIDGETS_ORIGIN: widgetsUrl,
    ...(now ? { MDS_NOW: now } : {}),
  };
  const entry = (path: string) => [process.execPath, join(root, path)];

  const sandbox: Program = {
    name: 'sandbox',
    command: entry('packages/sandbox/src/main.ts'),
    env: {
      ...origins,
      SANDBOX_PORT: String(ports.sandbox),
      SANDBOX_FC_PORT: String(ports.franceConnect),
    },
    ready: { port: ports.sandbox, path: '/healthz' },
  };
  const portal: Program = {
    name: 'portal',
    command: entry('packages/portal/src/main.ts'),
    env: {
      ...origins,
      MDS_SANDBOX: '1',
      MDS_PORT: String(ports.portal),
      ...(ports.metrics ? { MDS_METRICS: `127.0.0.1:${ports.metrics}` } : {}),
      MDS_DATA: data,
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      MDS_KIT: kit,
      MDS_CATALOGUE: join(root, 'packages/sandbox/data/catalogue.yaml'),
      MDS_PARTNERS: join(root, 'packages/sandbox/data/partners.yaml'),
      MDS_SUPPLIERS_URL: suppliersUrl,
      MDS_CARSAT_URL: carsatUrl,
      MDS_CAF_URL: cafUrl,
      MDS_MSA_URL: msaUrl,
      MDS_CPAM_URL: cpamUrl,
      MDS_MAIRIE_URL: townHallUrl,
      MDS_FRANCECONNECT_ISSUER: `${franceConnectUrl}/api/v2`,
      MDS_REGISTRY_SNGI_URL: `${suppliersUrl}/sngi/v1/certification`,
      MDS_REGISTRY_AFFILIATIONS_URL: `${suppliersUrl}/affiliations/v1/affiliations`,
      ...portalEnv,
    },
    ready: { port: ports.portal, path: '/readyz', host: `portal.localhost:${ports.portal}` },
  };
  const demo: Program = {
    name: 'demo',
    command: entry('demo/serve.ts'),
    env: { ...origins, MDS_DEMO_PORT: String(ports.demo), MDS_KIT: kit },
    ready: { port: ports.demo, path: '/healthz' },
  };
  return {
    portalUrl,
    widgetsUrl,
    cafUrl,
    msaUrl,
    cpamUrl,
    townHallUrl,
    carsatUrl,
    franceConnectUrl,
    faultsUrl: `${suppliersUrl}/_faults`,
    fundsUrl: `${suppliersUrl}/funds`,
    metricsUrl: ports.metrics ? `http://127.0.0.1:${ports.metrics}/metrics` : undefined,
    programs: [sandbox, portal, demo],
  };
}
