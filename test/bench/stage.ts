import { freePorts } from '@mds-kit/sandbox/launch';
import { world } from '@mds-kit/sandbox/world';
import { buildKitIfStale, readManifest, ROOT } from '../../.setup/kit.ts';
import { Asker } from './ask.ts';
import type { Programs } from './programs.ts';
import { people, signIn, type SignedInHeaders } from './sign-in.ts';
import { stubProgram, Suppliers } from './suppliers/suppliers.ts';

/** A real portal whose suppliers are the stub, and people who are signed in to it. */
export type Stage = {
  /** Where the portal listens: by address, since the Host header says which host is meant. */
  address: string;
  port: number;
  pid: number;
  suppliers: Suppliers;
  suppliersUrl: string;
  /** One session for each person: the portal shares answers among those who ask for the same person at once. */
  sessions: readonly SignedInHeaders[];
};

export type StageOptions = {
  /** The portal's PostgreSQL; PGlite in memory without. */
  databaseUrl?: string | undefined;
  /** How many sign in. */
  persons: number;
  /** More environment for the portal. */
  portalEnv?: Readonly<Record<string, string>>;
};

export async function setStage(
  programs: Programs,
  { databaseUrl, persons, portalEnv }: StageOptions,
): Promise<Stage> {
  // Any kit will do: it is not what is measured here.
  if (!readManifest()) await buildKitIfStale();
  const ports = await freePorts(['portal', 'demo', 'franceConnect', 'sandbox', 'stub']);
  const stub = `http://127.0.0.1:${ports.stub}`;
  const place = world({
    ports,
    root: ROOT,
    data: 'memory:',
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    portalEnv: {
      MDS_SUPPLIERS_URL: stub,
      // Ten persons ask as a thousand would: counted as always, and let through.
      MDS_LIMITS: '1000000',
      MDS_REGISTRY_AFFILIATIONS_URL: `${stub}/affiliations/v1/affiliations`,
      ...portalEnv,
    },
  });
  const [sandbox, portal] = place.programs;
  if (!sandbox || !portal) throw new Error('The world has no sandbox or no portal.');
  await programs.start(stubProgram(ports.stub, `http://127.0.0.1:${ports.sandbox}`));
  await programs.start(sandbox);
  const { pid } = await programs.start(portal);
  const sessions = [];
  for (const person of people.slice(0, persons)) sessions.push(await signIn(place.widgetsUrl, person));
  return {
    address: `http://127.0.0.1:${ports.portal}`,
    port: ports.portal,
    pid,
    suppliers: new Suppliers(ports.stub),
    suppliersUrl: stub,
    sessions,
  };
}

/** Lets the first person ask, and the stub learn from the sandbox what to answer everybody from then on. */
export async function learn(
  { suppliers, address, sessions }: Stage,
  paths: readonly string[],
): Promise<void> {
  using asker = new Asker();
  await suppliers.order({ mode: 'record', faults: {} });
  for (const path of paths) {
    const { status, body } = await asker.get(address, path, sessions[0]);
    if (status !== 200) throw new Error(`The portal answered ${path} with ${status}: ${body}`);
  }
}
