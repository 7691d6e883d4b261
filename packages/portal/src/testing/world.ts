/** The portal with everything around it faked, small and in one process, each test file its own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrations } from '@mds-kit/database/migrations';
import { openTestDatabase, type TestDatabase } from '@mds-kit/database/testing';
import { FAMILLE } from '@mds-kit/exchange/testing/famille';
import { CANARY } from '@mds-kit/exchange/testing/people';
import { salairesAsAsked } from '@mds-kit/exchange/testing/salaires';
import { SMALL_CATALOGUE, SUPPLIER_KEY } from '@mds-kit/exchange/testing/small-catalogue';
import { envelope, supplierServer } from '@mds-kit/exchange/testing/supplier-server';
import { clockAt, inSeconds } from '../clock.ts';
import type { Environment } from '../config.ts';
import { MIGRATIONS, type PortalTables } from '../database.ts';
import type { Stopwatch } from '../nir/refusal-moment.ts';
import { type RunningPortal, startPortal } from '../start.ts';
import { Browser } from './browser.ts';
import { type Claims, FakeFranceConnect } from './fake-france-connect.ts';
import { writeSmallKit } from './small-kit.ts';

/** The canary as FranceConnect knows her. */
export const CANARY_CLAIMS: Claims = {
  sub: `${'c0ffee'.repeat(10)}abcdv1`,
  given_name: CANARY.firstNames.join(' '),
  given_name_array: CANARY.firstNames,
  family_name: CANARY.birthName,
  birthdate: CANARY.birthDate,
  gender: 'female',
  birthplace: CANARY.birthCommune ?? '',
  birthcountry: CANARY.birthCountry,
};

const PARTNERS = `
partners:
  - { id: portail, name: Mes droits sociaux, origins: ["\${MDS_PORTAL_ORIGIN}"], returns: [{ id: accueil, url: "\${MDS_PORTAL_ORIGIN}/" }], state: active, inPage: true, contacts: [] }
  - { id: caf-exemple, name: Caf de l’Exemple, origins: ["http://caf.localhost:4100"], returns: [{ id: mon-compte, url: "http://caf.localhost:4100/mon-compte" }, { id: droits, url: "http://caf.localhost:4100/droits?onglet=1" }], state: active, inPage: false, contacts: [] }
  - { id: msa-exemple, name: MSA de l’Exemple, origins: ["http://msa.localhost:4100", "http://www.msa.localhost:4100"], returns: [{ id: mon-espace, url: "http://msa.localhost:4100/mon-espace" }], state: active, inPage: false, contacts: [] }
  - { id: dans-la-page, name: Fonds dans la page, origins: ["http://dans-la-page.localhost:4100"], returns: [{ id: compte, url: "http://dans-la-page.localhost:4100/" }], state: active, inPage: true, contacts: [] }
  - { id: parti, name: Ancien partenaire, origins: ["http://parti.localhost:4100"], returns: [{ id: compte, url: "http://parti.localhost:4100/" }], state: suspended, inPage: false, contacts: [] }
`;

/** A right whose values are unmistakable. */
export const CANARY_RIGHT = {
  prestations: [
    {
      code: 'allocations_familiales',
      statut: 'ouvert',
      montant: { valeur: 4711.42, periodicite: 'mensuelle' },
      date_debut_droit: '2024-09-01',
      date_fin_droit: null,
      beneficiaires: [{ lien: 'enfant', prenom: 'Lorikeet' }],
    },
  ],
};

const AFFILIATIONS = {
  affiliations: [
    { organisme: 'caf-exemple', fournisseur: 'cnaf', regime: 'general', domaines: ['famille', 'solidarite'] },
  ],
};

export const SNGI = '/sngi/v1/certification';

export interface World {
  readonly portal: RunningPortal;
  readonly franceConnect: FakeFranceConnect;
  readonly suppliers: Awaited<ReturnType<typeof supplierServer>>;
  readonly database: TestDatabase<PortalTables>;
  readonly folder: string;
  /** Every line that the portal wrote. */
  readonly log: string[];
  /** Time that the portal waits, all in a moment; suppliers may let some pass too. */
  readonly stopwatch: { elapsed: number };
  /** Moves the portal's time. */
  pass(seconds: number): void;
  browser(): Browser;
  /** Another portal on the same database, with the same keys. */
  replica(environment?: Environment): Promise<RunningPortal>;
  close(): Promise<void>;
}

/** Time begins at the machine's, since FranceConnect's tokens follow that, and moves when told. */
export async function startWorld(more: Environment = {}): Promise<World> {
  let late = 0;
  const machine = clockAt();
  const clock = () => inSeconds(machine, late);
  const folder = await mkdtemp(join(tmpdir(), 'mds-portal-'));
  const franceConnect = await FakeFranceConnect.start(CANARY_CLAIMS);
  const suppliers = await supplierServer({
    [SNGI]: envelope({ certifie: true }),
    '/affiliations/v1/affiliations': envelope(AFFILIATIONS),
    '/cnaf/v3/dss/prestations/famille': envelope(CANARY_RIGHT),
    '/cnaf/v3/dss/prestations/solidarite': envelope({ prestations: [] }),
    '/cnaf/v3/dss/quotient_familial': envelope(FAMILLE),
    '/ressources/v1/salaires': salairesAsAsked,
  });
  await writeSmallKit(join(folder, 'kit'));
  await writeFile(join(folder, 'catalogue.yaml'), SMALL_CATALOGUE);
  await writeFile(join(folder, 'partners.yaml'), PARTNERS);
  const database = await openTestDatabase<PortalTables>({
    migrations: await readMigrations(MIGRATIONS),
    clock,
  });
  const log: string[] = [];
  const browsers: Browser[] = [];
  const environment: Environment = {
    MDS_SANDBOX: '1',
    MDS_PORT: '0',
    MDS_METRICS: '127.0.0.1:0',
    // Each test signs in as often as a town would.
    MDS_LIMITS: '1000',
    MDS_DATA: folder,
    MDS_KEYS: join(folder, 'keys.json'),
    MDS_KIT: join(folder, 'kit'),
    MDS_CATALOGUE: join(folder, 'catalogue.yaml'),
    MDS_PARTNERS: join(folder, 'partners.yaml'),
    MDS_FRANCECONNECT_ISSUER: franceConnect.issuer,
    SUPPLIERS: suppliers.url,
    KEY: SUPPLIER_KEY,
    ...more,
  };
  const writeLog = (line: string) => void log.push(line);
  const passed = { elapsed: 0 };
  const stopwatch: Stopwatch = {
    now: () => passed.elapsed,
    wait: (ms) => Promise.resolve((passed.elapsed += ms)),
  };
  const common = { clock, stopwatch, writeLog };
  const portal = await startPortal({ environment, ...common, database });
  const others: RunningPortal[] = [];
  return {
    portal,
    franceConnect,
    suppliers,
    database,
    folder,
    log,
    stopwatch: passed,
    pass: (seconds) => void (late += seconds),
    browser() {
      const browser = new Browser();
      browsers.push(browser);
      return browser;
    },
    async replica(different = {}) {
      const options = { ...common, database: await database.replica() };
      const other = await startPortal({ environment: { ...environment, ...different }, ...options });
      others.push(other);
      return other;
    },
    async close() {
      await Promise.all(browsers.map((browser) => browser.close()));
      await Promise.all([portal, ...others].map((running) => running.close()));
      await Promise.all([franceConnect.close(), suppliers.close(), database.close()]);
      await rm(folder, { recursive: true });
    },
  };
}
