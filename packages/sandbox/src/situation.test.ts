/** What a simulation begins with for each invented person: a household that the simulator takes as it is. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { KnownSituation } from '@mds-kit/contract/situation';
import { createAssertions } from '@mds-kit/exchange/assertions';
import { parseCatalogue } from '@mds-kit/exchange/catalogue/load';
import { createRegistries } from '@mds-kit/exchange/registries/registries';
import type { SituationDesk } from '@mds-kit/exchange/situation-desk';
import { salairesAsAsked } from '@mds-kit/exchange/testing/salaires';
import { openSituationDesk } from '@mds-kit/exchange/testing/situation-desk';
import { supplierServer } from '@mds-kit/exchange/testing/supplier-server';
import { checkHousehold } from '@mds-kit/simulator/check-household';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITIZENS, citizenByLogin } from './citizens.ts';
import { clockAt } from './clock.ts';
import { startSandbox } from './start.ts';

const clock = clockAt('2026-11-22T09:30:00Z');
const FILE = fileURLToPath(new URL('../data/catalogue.yaml', import.meta.url));
const PORTAL = 'http://portal.localhost:1';

const closing: { close(): unknown }[] = [];
let desk: SituationDesk;

beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  const key = { ...(await exportJWK(pair.privateKey)), kid: 'test' };
  const sandbox = await startSandbox({ portalOrigin: PORTAL, assertionKeys: pair.publicKey, clock });
  // The scheme is a program of its own: here it tells the same of everybody.
  const scheme = await supplierServer({ '/v1/salaires': salairesAsAsked });
  const assertions = await createAssertions({ issuer: PORTAL, key, clock });
  const env = {
    MDS_SUPPLIERS_URL: sandbox.urls.suppliers,
    MDS_REGISTRY_SNGI_URL: sandbox.urls.sngi,
    MDS_REGISTRY_AFFILIATIONS_URL: sandbox.urls.affiliations,
    MDS_CARSAT_URL: sandbox.urls.carsat,
    MDS_RESOURCES_URL: scheme.url,
  };
  const catalogue = parseCatalogue(await readFile(FILE, 'utf8'), { env, sandbox: true, file: FILE });
  const line = { catalogue, assertions, clock, journal: () => undefined };
  const registries = createRegistries(line);
  const opened = openSituationDesk({ ...line, registries });
  desk = opened.desk;
  closing.push(opened, registries, scheme, sandbox);
});
afterAll(() => Promise.all(closing.map((one) => one.close())));

async function situationOf(login: string): Promise<KnownSituation> {
  const { identity, nir } = citizenByLogin(login) ?? CITIZENS[0] ?? { identity: undefined, nir: '' };
  if (!identity) throw new RangeError(login);
  const person = {
    nir,
    birthName: identity.family_name,
    firstNames: identity.given_name_array,
    birthDate: identity.birthdate,
    sex: identity.gender === 'female' ? ('F' as const) : ('M' as const),
    birthCommune: identity.birthplace === '' ? null : identity.birthplace,
    birthCountry: identity.birthcountry,
  };
  return KnownSituation.parse(await desk.situation({ person, correlation: 'test' }));
}

/** Where in a value something stands that holds nothing more. */
function leaves(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

describe('what is known of each person', () => {
  it.each(CITIZENS.map((citizen) => [citizen.login, citizen] as const))(
    '%s: a household that the simulator takes, each value with its source, and no name',
    async (login, { identity }) => {
      const { household, sources, missing, organisations } = await situationOf(login);
      expect(checkHousehold(household)).toEqual({ household });
      expect(missing).toEqual([]);
      const paths = sources.map(({ path }) => path);
      for (const leaf of leaves(household)) {
        const told = paths.some((path) => leaf === path || leaf.startsWith(`${path}.`));
        expect(told || leaf.endsWith('.id'), leaf).toBe(true);
      }
      const described = new Set<string | null>([null, ...organisations.map(({ id }) => id)]);
      for (const { organisation } of sources) expect(described).toContain(organisation);
      for (const name of identity.given_name_array) expect(JSON.stringify(household)).not.toContain(name);
    },
  );

  it('Camille brings up two children alone, and rents', async () => {
    const { household, quotient } = await situationOf('camille');
    expect(household).toMatchObject({
      couple: 'single',
      children: [
        { id: 'c1', birthDate: '2018-04-06' },
        { id: 'c2', birthDate: '2024-07-19' },
      ],
      housing: { occupancy: 'tenant-unfurnished', commune: '69266', rent: 64250 },
      received: { af: [{ cents: 15225 }], asf: [{ cents: 40154 }], housingAid: [{ cents: 33100 }] },
    });
    expect(household.adults[0]).toMatchObject({ birthDate: '1991-03-14', incomes: { salary: {} } });
    expect(quotient).toMatchObject({ cents: 61200, month: '2026-11', organisation: 'caf-exemple' });
  });

  it('Emma lives with somebody, and which kind of couple they are nobody said', async () => {
    const { household, sources } = await situationOf('emma');
    expect(household.adults.map(({ birthDate }) => birthDate)).toEqual(['1995-05-27', '1993-10-30']);
    expect(household).not.toHaveProperty('couple');
    expect(sources.find(({ path }) => path === 'adults.1')?.organisation).toBe('caf-exemple');
  });

  it('Lucie’s family is told by the MSA, and what the MSA does not transmit is unknown', async () => {
    const { household, sources } = await situationOf('lucie');
    expect(sources.find(({ path }) => path === 'children')?.organisation).toBe('msa-exemple');
    expect(household.received).toEqual({
      aeeh: [{ from: '2024-05', cents: 15301 }],
      housingAid: [{ from: '2025-01', cents: 18740 }],
    });
  });

  it.each(['max', 'yann'])('%s has no file at a family fund: nothing is said of his home', async (login) => {
    const { household, quotient } = await situationOf(login);
    expect(Object.keys(household)).toEqual(['adults']);
    expect(quotient).toBeNull();
  });
});
