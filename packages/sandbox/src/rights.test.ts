/** The sandbox as the exchange reads it: what each invented person is told, and what becomes of each fault. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DOMAINS, type Domain } from '@mds-kit/contract/domains';
import { createAcquisition } from '@mds-kit/exchange/acquisition/acquisition';
import { createAssertions, type Assertions } from '@mds-kit/exchange/assertions';
import type { Catalogue } from '@mds-kit/exchange/catalogue/catalogue';
import { parseCatalogue } from '@mds-kit/exchange/catalogue/load';
import { connectors } from '@mds-kit/exchange/connectors/index';
import type { Person } from '@mds-kit/exchange/person';
import { createRegistries } from '@mds-kit/exchange/registries/registries';
import { createRightsDesk } from '@mds-kit/exchange/rights-desk';
import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CITIZENS, citizenByLogin } from './citizens.ts';
import { clockAt } from './clock.ts';
import { FAULT_MODES, FAULTS } from './faults.ts';
import { startSandbox, type Sandbox } from './start.ts';

const clock = clockAt('2026-11-22T09:30:00Z');
const FILE = fileURLToPath(new URL('../data/catalogue.yaml', import.meta.url));

let sandbox: Sandbox;
let assertions: Assertions;
let catalogue: Catalogue;

beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  const key = { ...(await exportJWK(pair.privateKey)), kid: 'test' };
  sandbox = await startSandbox({
    portalOrigin: 'http://portal.localhost:1',
    assertionKeys: pair.publicKey,
    clock,
  });
  assertions = await createAssertions({ issuer: 'http://portal.localhost:1', key, clock });
  const env = {
    MDS_SUPPLIERS_URL: sandbox.urls.suppliers,
    MDS_REGISTRY_SNGI_URL: sandbox.urls.sngi,
    MDS_REGISTRY_AFFILIATIONS_URL: sandbox.urls.affiliations,
    MDS_CARSAT_URL: sandbox.urls.carsat,
    MDS_RESOURCES_URL: 'http://127.0.0.1:9',
  };
  // The Caf's timeout is what some of the faults below wait for, and what a busy machine must not pass with the others.
  const text = (await readFile(FILE, 'utf8')).replaceAll(
    /(partner: cnaf\n(?: {4}.*\n)*? {4}timeoutMs: )\d+/g,
    (_whole, head: string) => `${head}1000`,
  );
  catalogue = parseCatalogue(text, { env, sandbox: true, file: FILE });
});
afterEach(() => sandbox.faults.reset());
afterAll(() => sandbox.close());

function personOf(login: string): Person {
  const citizen = citizenByLogin(login);
  if (!citizen) throw new RangeError(login);
  const { identity, nir } = citizen;
  return {
    nir,
    birthName: identity.family_name,
    firstNames: identity.given_name_array,
    birthDate: identity.birthdate,
    sex: identity.gender === 'female' ? 'F' : 'M',
    birthCommune: identity.birthplace === '' ? null : identity.birthplace,
    birthCountry: identity.birthcountry,
  };
}

/** A desk without memory of what failed before. */
async function withDesk<T>(use: (ask: (login: string, domain: Domain) => Promise<Told>) => Promise<T>) {
  const options = { catalogue, assertions, clock, journal: () => undefined };
  const acquisition = createAcquisition({ ...options, connectors });
  const registries = createRegistries(options);
  const desk = createRightsDesk({ catalogue, acquisition, registries, clock });
  try {
    return await use((login, domain) =>
      desk.rights({ domain, person: personOf(login), correlation: 'test' }),
    );
  } finally {
    acquisition.close();
    registries.close();
  }
}
type Told = Awaited<ReturnType<ReturnType<typeof createRightsDesk>['rights']>>;

const benefitsOf = ({ rights }: Told) => rights.map(({ benefit }) => benefit);

async function allOf(login: string): Promise<Record<Domain, Told>> {
  return withDesk(async (ask) => {
    const told = await Promise.all(
      DOMAINS.map(async (domain) => [domain, await ask(login, domain)] as const),
    );
    return Object.fromEntries(told) as Record<Domain, Told>;
  });
}

describe('what each person is told', () => {
  it.each(CITIZENS.map(({ login }) => login))('%s hears from everybody', async (login) => {
    for (const told of Object.values(await allOf(login))) expect(told.missing, told.domain).toEqual([]);
  });

  it('Camille has rights in all six domains', async () => {
    const told = await allOf('camille');
    const benefits = Object.fromEntries(DOMAINS.map((domain) => [domain, benefitsOf(told[domain])]));
    expect(benefits).toEqual({
      health: ['assurance_maladie', 'complementaire_sante_solidaire'],
      family: [
        'allocations_familiales',
        'allocation_soutien_familial',
        'allocation_rentree_scolaire',
        'paje_base',
      ],
      housing: ['aides_logement', 'demande_logement_social'],
      solidarity: ['rsa'],
      retirement: ['retraite_complementaire'],
      employment: ['prime_activite', 'are', 'compte_formation'],
    });
    expect(told.employment.procedures[0]).toMatchObject({
      id: 'update-jobseeker-status',
      dueBy: '2026-12-01',
    });
  });

  it('Max is told that nothing is paid, which is not silence', async () => {
    const told = await allOf('max');
    for (const domain of ['health', 'family', 'housing', 'solidarity', 'retirement'] as const) {
      expect(told[domain].situation).toBe('nothing-paid');
    }
  });

  it('a pension is told once, by who pays it', async () => {
    const { retirement } = await allOf('simone');
    expect(retirement.rights.map(({ benefit, amount }) => [benefit, amount?.cents])).toEqual([
      ['retraite_base', 81240],
      ['retraite_base', 16490],
      ['retraite_complementaire', 32755],
      ['retraite_reversion', 24118],
    ]);
  });

  it('Lucie and Karim hear what their schemes do not transmit yet', async () => {
    expect((await allOf('lucie')).solidarity).toMatchObject({
      situation: 'not-covered',
      notCovered: [{ organisation: 'msa-exemple', scheme: 'agricultural' }],
    });
    expect((await allOf('karim')).employment.notCovered).toEqual([
      { organisation: 'urssaf-independants', scheme: 'self-employed' },
    ]);
  });

  it('news that has expired vanishes, and news for one scheme reaches it alone', async () => {
    const newsOf = async (login: string) =>
      Object.values(await allOf(login)).flatMap(({ topics }) => topics.map(({ id }) => id));
    const [camille, karim] = [await newsOf('camille'), await newsOf('karim')];
    expect(camille).toContain('cnaf-rentree');
    expect(camille).not.toContain('cnaf-ancienne');
    expect(camille).not.toContain('cnam-independants');
    expect(karim).toContain('cnam-independants');
  });
});

describe('when the Caf fails', () => {
  it.each(FAULT_MODES)('%s: the others’ rights stay, and it is never read as no right', async (mode) => {
    sandbox.faults.set('cnaf', { mode });
    const { outcome } = FAULTS[mode];
    const [family, employment] = await withDesk((ask) =>
      Promise.all([ask('camille', 'family'), ask('camille', 'employment')]),
    );
    expect(benefitsOf(employment)).toEqual(expect.arrayContaining(['are', 'compte_formation']));
    if (outcome === 'ok') {
      expect(family.situation).toBe('rights');
    } else if (outcome === 'empty') {
      expect(family.situation).toBe('nothing-paid');
    } else {
      expect(family.situation).toBe('not-answering');
      expect(family.missing).toEqual([{ organisation: 'caf-exemple', why: outcome }]);
      expect(employment.missing).toEqual([{ organisation: 'caf-exemple', why: outcome }]);
    }
  });

  it.each([
    ...(['dead', 'reset', 'garbage', 'html', 'truncated', 'drift', 'drift-missing', 'null-data'] as const),
    ...(['unauthorised', 'not-found', 'rate-limited', 'wrong', 'redirect'] as const),
  ])('a registry of affiliations that is %s is not "nobody manages you"', async (mode) => {
    sandbox.faults.set('affiliations', { mode });
    const family = await withDesk((ask) => ask('camille', 'family'));
    expect(family.situation).toBe('not-answering');
  });
});
