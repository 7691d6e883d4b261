import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { Catalogue as PublicCatalogue } from '@mds-kit/contract/catalogue';
import { Organisation } from '@mds-kit/contract/organisations';
import { describe, expect, it } from 'vitest';
import { SMALL_CATALOGUE, smallCatalogue, SUPPLIER_KEY } from '../testing/small-catalogue.ts';
import { CatalogueError } from './catalogue-error.ts';
import { loadCatalogue, parseCatalogue, type LoadOptions } from './load.ts';

const env = { SUPPLIERS: 'https://fournisseurs.exemple', KEY: SUPPLIER_KEY };

/** Replaces one text of the small catalogue, which must be there once. */
function edited(from: string, to: string): string {
  expect(SMALL_CATALOGUE.split(from)).toHaveLength(2);
  return SMALL_CATALOGUE.replace(from, () => to);
}

function refusal(text: string, options: LoadOptions = { env }): CatalogueError {
  try {
    parseCatalogue(text, { ...options, file: 'catalogue.yaml' });
  } catch (error) {
    if (error instanceof CatalogueError) return error;
    throw error;
  }
  throw new Error('the catalogue was accepted');
}

/** The line that carries the mark. */
const marked = (text: string) => text.split('\n').findIndex((line) => line.includes('# here')) + 1;

describe('a catalogue', () => {
  it('in order is accepted, and frozen', () => {
    const catalogue = parseCatalogue(SMALL_CATALOGUE, { file: 'catalogue.yaml', env });
    expect(catalogue.membership('cnaf', 'rights.family')).toMatchObject({ state: 'active', timeoutMs: 500 });
    expect(Object.isFrozen(catalogue)).toBe(true);
    expect(Object.isFrozen(catalogue.memberships)).toBe(true);
  });

  it('gives each service 2.5 s unless told otherwise, and suppliers all of it', () => {
    const text = edited(
      '  - id: rights.health\n    mode: acquisition\n    guaranteedMs: 3000',
      '  - id: rights.health\n    mode: acquisition',
    );
    const catalogue = parseCatalogue(text, { file: 'catalogue.yaml', env });
    expect(catalogue.service('rights.health')?.guaranteedMs).toBe(2500);
    expect(catalogue.membership('carsat', 'rights.retirement')?.timeoutMs).toBe(3000);
  });

  it('pins addresses by id and tells people only the host', () => {
    const catalogue = smallCatalogue();
    expect(catalogue.link('caf.account')).toEqual({
      id: 'caf.account',
      url: 'https://www.caf.exemple/mon-compte',
      host: 'caf.exemple',
    });
    expect(catalogue.link('nobody.reviewed-this')).toBeUndefined();
    expect(catalogue.organisation('caf-exemple')?.links.account).toEqual({
      id: 'caf.account',
      host: 'caf.exemple',
    });
    expect(Organisation.parse(catalogue.organisation('caf-exemple'))).toEqual(
      catalogue.organisation('caf-exemple'),
    );
  });

  it('is published in the contract’s words, without addresses or keys', () => {
    const published = smallCatalogue().published({ name: 'Assistance', phone: '39 39', hours: [] });
    expect(PublicCatalogue.parse(published)).toEqual(published);
    expect(published.simulate).toEqual({ id: 'simulator', host: 'mesdroitssociaux.gouv.fr' });
    expect(JSON.stringify(published)).not.toMatch(/https:|127\.0\.0\.1|cle-d-essai/);
  });

  it('never shows a key', () => {
    const catalogue = smallCatalogue();
    for (const shown of [
      inspect(catalogue, { depth: 9 }),
      JSON.stringify(catalogue),
      String(catalogue.registries.nir.key),
    ])
      expect(shown).not.toContain(SUPPLIER_KEY);
    expect(catalogue.registries.nir.key.reveal()).toBe(SUPPLIER_KEY);
  });

  it('of the sandbox loads', async () => {
    const file = fileURLToPath(new URL('../../../sandbox/data/catalogue.yaml', import.meta.url));
    const catalogue = await loadCatalogue(file, {
      sandbox: true,
      env: {
        MDS_SUPPLIERS_URL: 'http://127.0.0.1:4300',
        MDS_RESOURCES_URL: 'http://127.0.0.1:4500',
        MDS_CARSAT_URL: 'http://carsat.localhost:4300',
        MDS_REGISTRY_SNGI_URL: 'http://127.0.0.1:4300/sngi/v1/certification',
        MDS_REGISTRY_AFFILIATIONS_URL: 'http://127.0.0.1:4300/affiliations/v1/affiliations',
      },
    });
    expect(catalogue.link('carsat.account')?.url).toBe('http://carsat.localhost:4300/mon-compte');
    expect(catalogue.membership('urssaf-independants', 'rights.employment')?.state).toBe('planned');
    expect(catalogue.membership('ressources', 'salaries')?.endpoint?.url).toBe('http://127.0.0.1:4500');
  });
});

/** What is wrong, the text it replaces, the wrong text (the faulty line marked), what the message says. */
const REFUSALS: [string, string, string, RegExp][] = [
  [
    'a partner that nobody knows',
    '  - partner: cnaf\n    service: rights.family\n    state',
    '  - partner: cnfa # here\n    service: rights.family\n    state',
    /unknown partner 'cnfa'/,
  ],
  [
    'a service that does not exist',
    '    service: rights.housing',
    '    service: rights.houses # here',
    /must be one of rights\.health, /,
  ],
  [
    'a domain without its service',
    'services:\n  - id: rights.health\n    mode: acquisition\n    guaranteedMs: 3000',
    'services: # here',
    /lacks rights\.health/,
  ],
  [
    'salaries without their service',
    '  - id: salaries\n    mode: acquisition\n    guaranteedMs: 3000\n    organisations: [urssaf, msa-exemple]',
    '',
    /lacks salaries/,
  ],
  [
    'a service that says nobody whom to ask',
    '  - id: salaries\n    mode: acquisition\n    guaranteedMs: 3000\n    organisations: [urssaf, msa-exemple]',
    '  - id: salaries # here\n    mode: acquisition',
    /says nobody whom to ask.*organisations/,
  ],
  [
    'whom to ask, named where nobody knows them',
    '    organisations: [urssaf, msa-exemple]',
    '    organisations: [urssaf, msa-example] # here',
    /unknown organisation 'msa-example': did you mean msa-exemple/,
  ],
  [
    'whom to ask, named where the registry says it',
    '  - id: rights.housing\n    mode: acquisition',
    '  - id: rights.housing\n    organisations: [urssaf] # here\n    mode: acquisition',
    /has no place here/,
  ],
  [
    'procedures of what has none',
    '  - partner: urssaf\n    service: rights.employment\n    links',
    '  - partner: urssaf\n    service: salaries # here\n    links',
    /must be one of rights\.health, /,
  ],
  [
    'an active membership without approval',
    '  - partner: msa\n    service: rights.family\n    state: active\n    approvedBy: Convention 2',
    '  - partner: msa # here\n    service: rights.family\n    state: active',
    /active without approval.*approvedBy/,
  ],
  [
    'an active membership without a day',
    '    approvedBy: Convention 1\n    since: 2026-01-05\n    timeoutMs: 500',
    '    approvedBy: Convention 1',
    /since nobody knows when/,
  ],
  [
    'an active membership without an address',
    '  - partner: urssaf\n    service: rights.employment\n    state: planned',
    '  - partner: urssaf # here\n    service: rights.employment\n    state: active\n    approvedBy: X\n    since: 2026-01-05',
    /has no url.*partner 'urssaf'/,
  ],
  [
    'a state that does not exist',
    '    state: planned',
    '    state: maybe # here',
    /must be one of proposed, active, suspended, planned/,
  ],
  ['a day that does not exist', '    since: 2027-01-01', '    since: 2027-02-30 # here', /is no day/],
  [
    'a membership twice',
    '  - partner: urssaf\n    service: rights.employment\n    state',
    '  - partner: cnaf # here\n    service: rights.family\n    state',
    /'cnaf × rights.family' stands already on line \d+/,
  ],
  [
    'a partner twice',
    '  - id: urssaf\n    name: Urssaf\n  - id: ressources',
    '  - id: cnaf # here\n    name: Urssaf\n  - id: ressources',
    /partner 'cnaf' stands already on line 14/,
  ],
  [
    'an organisation twice',
    '  - id: agirc-arrco',
    '  - id: caf-exemple # here',
    /organisation 'caf-exemple' stands already/,
  ],
  [
    'a service twice',
    '  - id: rights.employment\n',
    '  - id: rights.family # here\n',
    /service 'rights.family' stands already/,
  ],
  [
    'procedures twice',
    '  - partner: msa\n    service: rights.family\n    links',
    '  - partner: cnaf # here\n    service: rights.family\n    links',
    /procedures of 'cnaf × rights.family' stands already/,
  ],
  ['a link id twice', '  caf.change: https', '  caf.account: https', /Map keys must be unique/],
  [
    'a link of an organisation that nobody pinned',
    '      account: caf.account',
    '      account: caf.acount # here',
    /unknown link 'caf.acount': did you mean caf\.account/,
  ],
  [
    'a procedure to a link that nobody pinned',
    '      declare-birth: caf.change',
    '      declare-birth: caf.birth # here',
    /unknown link 'caf.birth'/,
  ],
  [
    'a procedure that does not exist',
    '      declare-birth: caf.change',
    '      declare-death: caf.change # here',
    /declare-death is not known here/,
  ],
  [
    'procedures of a partner that nobody knows',
    '  - partner: urssaf\n    service: rights.employment\n    links',
    '  - partner: urssav # here\n    service: rights.employment\n    links',
    /unknown partner 'urssav': did you mean urssaf/,
  ],
  [
    'a link of the portal that nobody pinned',
    '  counters: france-services',
    '  counters: counters # here',
    /unknown link 'counters'/,
  ],
  [
    'a link without https',
    '  msa.change: https://www.msa.exemple/changement',
    '  msa.change: http://www.msa.exemple/changement # here',
    /must be an https:\/\/ address/,
  ],
  [
    'a link with another scheme',
    '  msa.change: https://www.msa.exemple/changement',
    "  msa.change: 'javascript:alert(1)' # here",
    /must be an https:\/\/ address/,
  ],
  [
    'a link that is no address',
    '  msa.change: https://www.msa.exemple/changement',
    '  msa.change: www.msa.exemple # here',
    /is no address/,
  ],
  [
    'a link with a password',
    '  msa.change: https://www.msa.exemple/changement',
    '  msa.change: https://u:hunter2@www.msa.exemple/ # here',
    /carries a user name or password/,
  ],
  [
    'a link on this machine',
    '  msa.change: https://www.msa.exemple/changement',
    '  msa.change: http://msa.localhost:4100/ # here',
    /only a sandbox may go there/,
  ],
  [
    'a supplier without https',
    '    url: ${SUPPLIERS}/cnaf',
    '    url: http://cnaf.exemple/api # here',
    /must be an https:\/\/ address/,
  ],
  [
    'a supplier’s address with a password',
    '    url: ${SUPPLIERS}/cnaf',
    '    url: https://u:hunter2@cnaf.exemple # here',
    /carries a user name or password/,
  ],
  [
    'a supplier’s address with a query',
    '    url: ${SUPPLIERS}/cnaf',
    '    url: https://cnaf.exemple/?nir=1 # here',
    /carries a query/,
  ],
  [
    'a key in the file',
    '    url: ${SUPPLIERS}/cnaf\n    key: ${KEY}',
    '    url: ${SUPPLIERS}/cnaf\n    key: hunter2 # here',
    /must not stand in this file/,
  ],
  [
    'a placeholder without a value',
    '    url: ${SUPPLIERS}/cnaf',
    '    url: ${NOWHERE}/cnaf # here',
    /needs NOWHERE: set it in the environment/,
  ],
  [
    'a placeholder misspelt',
    '    url: ${SUPPLIERS}/cnaf',
    '    url: ${sup pliers}/cnaf # here',
    /is no placeholder/,
  ],
  [
    'a supplier’s time over the guaranteed one',
    '    approvedBy: Convention 7',
    '    approvedBy: Convention 7\n    timeoutMs: 3001 # here',
    /longer than the 3000 ms that rights\.solidarity guarantees/,
  ],
  [
    'a registry that leaves no time for suppliers',
    '  affiliations:\n    url: ${SUPPLIERS}/affiliations/v1/affiliations\n    key: ${KEY}\n    timeoutMs: 800',
    '  affiliations:\n    url: ${SUPPLIERS}/affiliations/v1/affiliations\n    key: ${KEY}\n    timeoutMs: 2900 # here',
    /leaves suppliers less than 500 ms.*at most 2500/,
  ],
  [
    'a word it has no use for',
    '    state: planned',
    '    state: planned\n    aproved: yes # here',
    /aproved is not known here/,
  ],
  [
    'something missing',
    '  - id: urssaf\n    name: Urssaf\n  - id: ressources',
    '  - id: urssaf # here\n  - id: ressources',
    /is missing \(string\)/,
  ],
  [
    'a number in words',
    '    approvedBy: Convention 7',
    '    approvedBy: Convention 7\n    timeoutMs: soon # here',
    /must be a whole number/,
  ],
  ['a SIRET that is none', '  siret: "00000000000000"', '  siret: "123" # here', /is no SIRET/],
  ['a phone number that is none', '    phone: "32 30"', '    phone: "ask us" # here', /is no phone number/],
  ['an id with capitals', '  - id: agirc-arrco', '  - id: Agirc # here', /is no id/],
  ['text that is no YAML', '  siret: "00000000000000"', '  siret: "0000 # here', /is not YAML/],
];

describe('a catalogue is refused for', () => {
  it.each(REFUSALS)('%s', (_what, from, to, message) => {
    const text = edited(from, to);
    const error = refusal(text);
    expect(error.message).toMatch(message);
    const line = marked(text);
    const lines = error.faults.map((fault) => fault.line);
    if (line > 0) expect(lines).toContain(line);
    expect(error.message).toContain(`catalogue.yaml:${line || lines[0]}:`);
    expect(error.message).not.toMatch(/hunter2|cle-d-essai/);
  });

  it('everything at once, in the order of the file', () => {
    const text = edited('    state: planned', '    state: active').replace('caf.account\n', 'caf.nowhere\n');
    const { faults } = refusal(text);
    expect(faults.length).toBeGreaterThan(3);
    expect(faults.map(({ line }) => line)).toEqual(faults.map(({ line }) => line).toSorted((a, b) => a - b));
  });

  it('being nothing', () => {
    expect(refusal('').message).toMatch(/catalogue\.yaml:1:1/);
    expect(refusal('- a\n- b').message).toMatch(/must be of type object/);
  });

  it('not being there', async () => {
    await expect(loadCatalogue('/nowhere/catalogue.yaml', { env })).rejects.toThrow(
      /cannot be read: check MDS_CATALOGUE/,
    );
  });
});

describe('the sandbox alone may', () => {
  it.each([
    [
      'send people to *.localhost',
      '  msa.change: https://www.msa.exemple/changement',
      '  msa.change: http://msa.localhost:4100/',
    ],
    ['call suppliers on this machine', '    url: ${SUPPLIERS}/cnaf', '    url: http://127.0.0.1:4300/cnaf'],
    [
      'write keys down',
      '    url: ${SUPPLIERS}/cnaf\n    key: ${KEY}',
      '    url: ${SUPPLIERS}/cnaf\n    key: bac-a-sable',
    ],
  ])('%s', (_what, from, to) => {
    const text = edited(from, to);
    expect(() => parseCatalogue(text, { file: 'catalogue.yaml', env, sandbox: true })).not.toThrow();
    refusal(text);
  });

  it('and even it sends nobody to plain http elsewhere', () => {
    const text = edited(
      '  msa.change: https://www.msa.exemple/changement',
      '  msa.change: http://127.0.0.1:80/',
    );
    expect(refusal(text, { env, sandbox: true }).message).toMatch(/must be an https/);
  });
});
