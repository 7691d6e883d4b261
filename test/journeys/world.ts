import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts, launch, type Running } from '@mds-kit/sandbox/launch';
import { world, type World } from '@mds-kit/sandbox/world';
import { test as base, expect, type BrowserContext, type FrameLocator, type Page } from 'playwright/test';
import { ownDatabase } from './own-database.ts';
import { watchPolicies } from './policies.ts';
import { openScheme } from './scheme.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A world of one's own: the real programs as processes, on ports that nobody else uses. */
export interface RunningWorld extends World {
  /** Makes a supplier or a registry behave: `ok`, `hang`, `dead`… as packages/sandbox/src/faults.ts lists. */
  setFault(who: string, mode: string): Promise<void>;
  /** Everything that all programs wrote so far. */
  output(): string;
  /** Where a journey may serve pages of its own: the origin of the registered partner {@link GUEST}. Nobody listens yet. */
  readonly guestUrl: string;
}

/** A partner with one return address, `page`: the root of its origin. */
export const GUEST = 'guest-exemple';

/** The sandbox's partners and the guest, as a registry file beside the portal's data. */
function registryWithGuest(data: string, guestUrl: string): string {
  const file = join(data, 'partners.yaml');
  const registry = readFileSync(join(ROOT, 'packages/sandbox/data/partners.yaml'), 'utf8');
  const guest = {
    id: GUEST,
    name: 'Site de passage',
    origins: [guestUrl],
    returns: [{ id: 'page', url: `${guestUrl}/` }],
    state: 'active',
    inPage: false,
    contacts: [],
  };
  writeFileSync(file, `${registry}\n  - ${JSON.stringify(guest)}\n`);
  return file;
}

export interface StartedWorld {
  readonly running: RunningWorld;
  /** Where the portal keeps its keys, and its data as long as that is not on a PostgreSQL. */
  readonly data: string;
  /** The database on PostgreSQL, if it is there. */
  readonly databaseUrl: string | undefined;
  /** Stops all programs; the data stays, for a test that looks at what they left. */
  halt(): Promise<void>;
  /** Stops everything, and the data goes too. */
  stop(): Promise<void>;
}

/**
 * `server`: a PostgreSQL, where this world gets a database of its own; PGlite without. `schemeUrl`: where somebody will
 * start the monthly resources; without, a stand-in answers for them.
 */
export async function startWorld(server: string | undefined, schemeUrl?: string): Promise<StartedWorld> {
  const database = server ? await ownDatabase(server) : undefined;
  const databaseUrl = database?.url;
  const data = mkdtempSync(join(tmpdir(), 'mds-journey-'));
  const names = ['portal', 'demo', 'franceConnect', 'sandbox', 'metrics', 'guest', 'resources'] as const;
  const ports = await freePorts(names);
  const guestUrl = `http://guest.localhost:${ports.guest}`;
  const portalEnv = {
    MDS_PARTNERS: registryWithGuest(data, guestUrl),
    MDS_RESOURCES_URL: schemeUrl ?? `http://127.0.0.1:${ports.resources}`,
  };
  const place = world({ ports, root: ROOT, data, portalEnv, ...(databaseUrl ? { databaseUrl } : {}) });
  const programs: Running[] = [];
  const scheme = schemeUrl === undefined ? await openScheme(ports.resources) : undefined;
  const halt = async () => {
    await Promise.all(programs.map((program) => program.stop()));
    await scheme?.close();
  };
  const stop = async () => {
    await halt();
    await database?.drop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    // None needs another before it is asked something.
    const starting = place.programs.map(async (program) => programs.push(await launch(program)));
    for (const started of await Promise.allSettled(starting))
      if (started.status === 'rejected') throw started.reason;
  } catch (error) {
    await stop();
    throw error;
  }
  const running: RunningWorld = {
    ...place,
    guestUrl,
    output: () => programs.map((program) => program.output()).join('\n'),
    async setFault(who, mode) {
      const response = await fetch(`${place.faultsUrl}/${who}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mode }),
      });
      expect(response.ok, `the sandbox knows the fault "${mode}" of "${who}"`).toBe(true);
    },
  };
  return { running, data, databaseUrl, halt, stop };
}

interface Fixtures {
  overview: FrameLocator;
  /**
   * What policies stopped so far, in all pages of this test: nothing may be left in it at the end. A journey that has
   * something stopped on purpose looks at it and takes it out.
   */
  violations: string[];
}

/** Tests in such a world, one for all tests of a worker. */
export const inWorld = base.extend<object, { world: RunningWorld }>({
  world: [
    // Playwright reads the names of the fixtures asked for from this pattern: none.
    async ({}, use) => {
      const { running, stop } = await startWorld(process.env.DATABASE_URL);
      await use(running);
      await stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

export const test = inWorld.extend<Fixtures>({
  overview: async ({ page }, use) => {
    await use(page.frameLocator('mds-rights-overview iframe'));
  },
  violations: [
    async ({ browser }, use) => {
      const violations: string[] = [];
      const watch = (context: BrowserContext) =>
        watchPolicies(context, (violation) => violations.push(violation));
      browser.on('context', watch);
      await use(violations);
      browser.off('context', watch);
      expect(violations, 'no policy stopped anything').toEqual([]);
    },
    { auto: true },
  ],
});

/** Picks an invented person on FranceConnect's page and goes on from its information page. */
export async function chooseIdentity(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  await continueAtFranceConnect(page);
}

/** The information page, which FranceConnect shows even to somebody it already knows. */
export async function continueAtFranceConnect(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^continuer/i }).click();
}

/** What one answers to the Caf, which may show rights to whom it has signed in; `wait`: not yet. */
type Answer = 'Oui' | 'Non' | 'wait';

/**
 * Gives the social-security number on the portal's page; and, where the number was right and the fund is one that the
 * portal asks about, the answer to that.
 */
export async function giveNir(page: Page, nir: string, answer: Answer = 'Non'): Promise<void> {
  const answered = page.waitForResponse((response) => {
    return response.request().method() === 'POST' && new URL(response.url()).pathname === '/nir';
  });
  await page.getByLabel(/numéro de sécurité sociale/i).fill(nir);
  await page.getByRole('button', { name: /continuer|valider/i }).click();
  const { location } = (await answered).headers();
  if (location === '/agreement' && answer !== 'wait') await answerAgreement(page, answer);
}

/** Whether rights are shown when one is connected to the fund: asked once, on the portal's page. */
export async function answerAgreement(page: Page, answer: Exclude<Answer, 'wait'>): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${answer},`) }).click();
}

export { expect };
