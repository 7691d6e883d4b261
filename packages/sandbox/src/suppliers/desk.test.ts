import { generateKeyPair, type CryptoKey } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citizenByLogin } from '../citizens.ts';
import { clockAt } from '../clock.ts';
import { startSandbox, type Sandbox } from '../start.ts';
import { SUPPLIERS } from '../suppliers.ts';
import { ask, assertionOf, type Asking } from './asking.ts';

const NOW = '2026-11-22T09:30:00Z';

let sandbox: Sandbox;
let key: CryptoKey;
let otherKey: CryptoKey;

beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA');
  key = pair.privateKey;
  otherKey = (await generateKeyPair('EdDSA')).privateKey;
  sandbox = await startSandbox({
    portalOrigin: 'http://portal.localhost:1',
    assertionKeys: pair.publicKey,
    clock: clockAt(NOW),
  });
});
afterAll(() => sandbox.close());

const about = (login: string, audience: string, path: string, changes: Partial<Asking> = {}): Asking => ({
  url: `${sandbox.urls.suppliers}/${audience}${path}`,
  audience,
  login,
  key,
  now: new Date(NOW),
  ...changes,
});

type Body = { data?: Record<string, unknown>; errors?: { code: string; meta: { provider: string } }[] };
const bodyOf = async (response: Response) => (await response.json()) as Body;
const dataOf = async (asking: Asking) => (await bodyOf(await ask(asking))).data;

const FAMILY = '/v3/dss/prestations/famille';

describe('a supplier', () => {
  it('answers in the envelope of API Particulier, as of when, with the person’s rights', async () => {
    const response = await ask(about('camille', 'cnaf', FAMILY));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const body = await bodyOf(response);
    expect(Object.keys(body).sort()).toEqual(['data', 'links', 'meta']);
    expect(body.data).toMatchObject({
      date_situation: '2026-11-22T09:30:00.000Z',
      prestations: [
        {
          code: 'allocations_familiales',
          statut: 'ouvert',
          montant: { valeur: 152.25, periodicite: 'mensuelle' },
          beneficiaires: [{ lien: 'enfant', prenom: 'Louise' }, { prenom: 'Gabin' }],
        },
        { code: 'allocation_soutien_familial' },
        { code: 'paje_base' },
        { statut: 'termine' },
      ],
    });
  });

  it.each([
    ['cnaf', FAMILY, '23003', 'CNAF'],
    ['msa', '/v3/dss/prestations/sante', '10003', 'MSA'],
    ['france-travail', '/v3/france_travail/statut/identifiant', '35003', 'France Travail'],
  ])('%s says in its own code that it has no file', async (id, path, code, provider) => {
    const response = await ask(about('yann', id, path));
    expect(response.status).toBe(404);
    expect((await bodyOf(response)).errors).toMatchObject([{ code, meta: { provider } }]);
  });

  it('tells nothing paid from no file, and an empty account from none', async () => {
    expect(await dataOf(about('max', 'cnaf', FAMILY))).toMatchObject({ prestations: [] });
    expect(await dataOf(about('max', 'cpf', '/v3/compte_formation/solde'))).toMatchObject({ solde: 0 });
    expect((await ask(about('yann', 'cpf', '/v3/compte_formation/solde'))).status).toBe(404);
  });

  it('says which branch it does not transmit', async () => {
    const data = await dataOf(about('lucie', 'msa', '/v3/dss/prestations/retraite'));
    expect(data).toMatchObject({ couvert: false });
  });

  it('has an answer for somebody at each of its resources', async () => {
    const citizens = ['camille', 'lucie', 'thomas', 'simone'];
    for (const { id, resources } of SUPPLIERS) {
      for (const path of Object.keys(resources)) {
        const answers = await Promise.all(citizens.map((login) => ask(about(login, id, path))));
        expect(
          answers.map(({ status }) => status),
          `${id} ${path}`,
        ).toContain(200);
      }
    }
  });
});

describe('a question that is not as it must be', () => {
  const past = Math.floor(new Date(NOW).getTime() / 1000) - 120;

  it.each([
    ['without key', 401, { headers: { Authorization: '' } }],
    ['with another supplier’s key', 401, { headers: { Authorization: 'Bearer bac-a-sable-msa' } }],
    ['without recipient', 422, { query: '' }],
    ['as JSON', 415, { headers: { 'Content-Type': 'application/json' } }],
    ['for another audience', 401, { claims: { aud: 'msa' } }],
    ['that has expired', 401, { claims: { iat: past, exp: past + 60 } }],
    ['that lives an hour', 401, { claims: { exp: past + 3720 } }],
    ['without jti', 401, { claims: { jti: undefined } }],
    ['without NIR', 401, { claims: { nir: undefined } }],
  ])('%s is refused with %i', async (_name, status, changes) => {
    const response = await ask(about('camille', 'cnaf', FAMILY, changes));
    expect(response.status).toBe(status);
    expect((await bodyOf(response)).errors).toHaveLength(1);
  });

  it('signed by somebody else is refused', async () => {
    expect((await ask(about('camille', 'cnaf', FAMILY, { key: otherKey }))).status).toBe(401);
  });

  it('shown twice is refused the second time', async () => {
    const asking = about('camille', 'cnaf', FAMILY);
    const body = await assertionOf(asking);
    const show = () =>
      fetch(`${asking.url}?recipient=00000000000000`, {
        method: 'POST',
        headers: { Authorization: 'Bearer bac-a-sable-cnaf', 'Content-Type': 'application/jwt' },
        body,
      });
    expect((await show()).status).toBe(200);
    expect((await show()).status).toBe(401);
  });

  it('at an unknown address is not found, with a code that no supplier uses for an absent file', async () => {
    const response = await ask(about('camille', 'cnaf', '/v3/autre'));
    expect(response.status).toBe(404);
    expect((await bodyOf(response)).errors?.[0]?.code).toBe('00404');
  });
});

describe('the registry of identities', () => {
  const PATH = '/v1/certification';
  const certified = async (login: string, claims: Record<string, unknown> = {}) =>
    (await dataOf(about(login, 'sngi', PATH, { claims })))?.certifie;
  const nirOf = (login: string) => citizenByLogin(login)?.nir;
  const identite = {
    nom_naissance: 'INVENTÉE',
    prenoms: ['Lucie', 'Noëlle', 'Cœur-Aimée'],
    date_naissance: '1979-09-23',
    sexe: 'F',
    code_commune_naissance: '32990',
    code_pays_naissance: '99100',
  };

  it.each(['camille', 'ange', 'amina', 'lea', 'zoe', 'jean', 'jean-de-nice', 'simone'])(
    'certifies %s under her or his own NIR',
    async (login) => expect(await certified(login)).toBe(true),
  );

  it.each([
    ['lea', 'zoe'],
    ['zoe', 'lea'],
    ['jean', 'jean-de-nice'],
    ['jean-de-nice', 'jean'],
    ['camille', 'marc'],
  ])('does not take %s for the owner of %s’s NIR', async (login, other) => {
    expect(await certified(login, { nir: nirOf(other) })).toBe(false);
  });

  it('does not certify a NIR that nobody has', async () => {
    expect(await certified('camille', { nir: '291036999099285' })).toBe(false);
  });

  it('compares names without accents, hyphens or capitals', async () => {
    const plain = { ...identite, nom_naissance: 'inventee', prenoms: ['LUCIE', 'NOELLE', 'COEUR AIMEE'] };
    expect(await certified('lucie', { identite: plain })).toBe(true);
  });

  it.each([
    ['a first name', { prenoms: ['Lucie'] }],
    ['the name', { nom_naissance: 'INVENTER' }],
    ['the day', { date_naissance: '1979-09-24' }],
    ['the sex', { sexe: 'M' }],
    ['the commune', { code_commune_naissance: '32991' }],
    ['the country', { code_pays_naissance: '99990' }],
  ])('does not certify when %s differs', async (_name, change) => {
    expect(await certified('lucie', { identite: { ...identite, ...change } })).toBe(false);
  });
});

describe('the registry of affiliations', () => {
  const affiliationsOf = async (login: string) =>
    (await dataOf(about(login, 'affiliations', '/v1/affiliations')))?.affiliations;

  it('names who manages a person, by domain and scheme', async () => {
    expect(await affiliationsOf('lucie')).toContainEqual({
      organisme: 'msa-exemple',
      fournisseur: 'msa',
      regime: 'agricole',
      domaines: ['sante', 'famille', 'logement', 'solidarite', 'emploi', 'retraite'],
    });
  });

  it('names nobody for who has just arrived', async () => {
    expect(await affiliationsOf('yann')).toEqual([]);
  });
});
