import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { addPartner, withPartner } from './add-partner.ts';
import { originFault, parsePartners, type Partner, PartnerFileError, returnFault } from './partner-file.ts';
import { openPartners } from './partners.ts';

const environment = {
  MDS_PORTAL_ORIGIN: 'http://portal.localhost:4000',
  MDS_CAF_URL: 'http://caf.localhost:4100',
  MDS_MSA_URL: 'http://msa.localhost:4100',
  MDS_CPAM_URL: 'http://cpam.localhost:4100',
  MDS_MAIRIE_URL: 'http://mairie.localhost:4100',
};
const options = { file: 'partners.yaml', environment, sandbox: true };
const sandboxFile = new URL('../../../sandbox/data/partners.yaml', import.meta.url);

const newcomer: Partner = {
  id: 'ma-caisse',
  name: 'Ma caisse',
  origins: ['http://ma-caisse.localhost:3000'],
  returns: [{ id: 'compte', url: 'http://ma-caisse.localhost:3000/compte' }],
  state: 'active',
  inPage: false,
  contacts: [],
};

function faults(text: string, sandbox = true): string {
  try {
    parsePartners(text, { ...options, sandbox });
  } catch (error) {
    if (error instanceof PartnerFileError) return error.message;
    throw error;
  }
  return '';
}

const one = (lines: string) => `partners:
  - id: caf
    name: Caf
${lines}
    state: active
    inPage: false
    contacts: []
`;

describe('the partner registry', () => {
  it('of the sandbox is valid, and registers the portal and the partners of the demonstration', () => {
    const partners = parsePartners(readFileSync(sandboxFile, 'utf8'), options);
    expect(partners.map(({ id }) => id)).toEqual([
      'portail',
      'caf-exemple',
      'msa-exemple',
      'cpam-exemple',
      'mairie-exemple',
    ]);
    expect(partners[1]?.returns).toEqual([{ id: 'mon-compte', url: 'http://caf.localhost:4100/mon-compte' }]);
  });

  it.each([
    [
      'an origin with a path',
      '    origins: ["https://caf.fr/"]\n    returns: [{ id: a, url: "https://caf.fr/" }]',
      'partners.yaml:4 an origin is',
    ],
    [
      'a wildcard',
      '    origins: ["https://*.caf.fr"]\n    returns: [{ id: a, url: "https://caf.fr/" }]',
      'partners.yaml:4 an origin is',
    ],
    [
      'a return elsewhere',
      '    origins: ["https://caf.fr"]\n    returns:\n      - { id: a, url: "https://evil.fr/" }',
      'partners.yaml:6 a return address stands on',
    ],
    [
      'two returns of one id',
      '    origins: ["https://caf.fr"]\n    returns:\n      - { id: a, url: "https://caf.fr/" }\n      - { id: a, url: "https://caf.fr/b" }',
      'partners.yaml:7 a is there twice',
    ],
    ['no return', '    origins: ["https://caf.fr"]\n    returns: []', 'partners.yaml:5 partners.0.returns'],
    [
      'an unknown word',
      '    origins: ["https://caf.fr"]\n    returns: [{ id: a, url: "https://caf.fr/" }]\n    orgins: []',
      'partners.yaml:2 partners.0',
    ],
    [
      'a placeholder that nobody set',
      '    origins: ["${MDS_ELSEWHERE}"]\n    returns: [{ id: a, url: "https://caf.fr/" }]',
      'partners.yaml:4 MDS_ELSEWHERE is not set',
    ],
    ['broken YAML', '    origins: ["https://caf.fr"\n    returns: 1', 'partners.yaml:'],
  ])('refuses %s and names the line', (_what, lines, message) => {
    expect(faults(one(lines))).toContain(message);
  });

  it('takes plain http only in the sandbox, and there only of this machine', () => {
    expect(originFault('http://caf.localhost:4100', true)).toBeUndefined();
    expect(originFault('http://caf.localhost:4100', false)).toBeDefined();
    expect(originFault('http://caf.fr', true)).toBeDefined();
    expect(originFault('https://caf.fr', false)).toBeUndefined();
    expect(originFault('null', true)).toBeDefined();
    for (const host of ['*', '*.caf.fr', 'caf.fr;script-src', 'caf.fr,', "caf.fr'"]) {
      expect(originFault(`https://${host}`, false), host).toBeDefined();
    }
    expect(originFault('https://caf.fr.', true)).toBeUndefined();
  });
});

describe('a return address', () => {
  const origins = ['https://www.caf.fr'];

  it.each([
    'https://www.caf.fr@evil.fr/',
    'https://user:pass@www.caf.fr/',
    'https://www.caf.fr\\@evil.fr/',
    'https:\\\\www.caf.fr/compte',
    'https:/www.caf.fr/compte',
    '//www.caf.fr/compte',
    'https://www.caf.fr//evil.fr',
    'https://www.caf.fr/compte#fragment',
    'https://www.caf.fr/compte#',
    'https://www.caf.fr/com\npte',
    'https://www.caf.fr/com\tpte',
    ' https://www.caf.fr/compte',
    'https://www.caf.fr/compte\u0000',
    'https://www.cаf.fr/compte', // a Cyrillic а
    'https://www.xn--cf-9cd.fr/compte',
    'https://www.caf.fr.evil.fr/compte',
    'https://evil.fr/https://www.caf.fr/',
    'https://WWW.CAF.FR/compte',
    'https://www.caf.fr:443/compte',
    'https://www.caf.fr/a/../compte',
    'https://www.caf.fr/compte espace',
    'https://www.caf.fr',
    'http://www.caf.fr/compte',
    ['javascript', 'alert(1)//https://www.caf.fr/'].join(':'),
    'data:text/html,https://www.caf.fr/',
    '',
  ])('refuses %j', (url) => {
    expect(returnFault(url, origins)).toBeDefined();
  });

  it('is taken as browsers write it', () => {
    for (const url of [
      'https://www.caf.fr/',
      'https://www.caf.fr/compte?onglet=droits',
      'https://www.caf.fr/acc%C3%A8s',
    ]) {
      expect(returnFault(url, origins)).toBeUndefined();
    }
  });

  it('never leads to another origin, whatever is registered', () => {
    const pieces = fc.constantFrom(
      'https:',
      '//',
      '/',
      '\\',
      '@',
      'www.caf.fr',
      'evil.fr',
      '#',
      '?',
      ':',
      '.',
      '%2f',
      '\t',
      'a',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const url = parts.join('');
        if (returnFault(url, origins) !== undefined) return;
        expect(new URL(`${url}#mds-handover=x`).origin).toBe('https://www.caf.fr');
      }),
    );
  });
});

describe('a return id', () => {
  const partners = openPartners({ ...options, file: fileURLToPath(sandboxFile) }, () => undefined);
  afterAll(() => partners.close());
  const registered = new Map(
    parsePartners(readFileSync(sandboxFile, 'utf8'), options).map(({ id, returns }) => [id, returns]),
  );
  const ids = [...registered].flatMap(([id, returns]) => [id, ...returns.map((one) => one.id)]);
  const urls = [...registered.values()].flatMap((returns) => returns.map(({ url }) => url));
  const anything = fc.oneof(
    fc.constantFrom(...ids, ...urls, '__proto__', 'constructor', 'length', '0'),
    fc.webUrl(),
    fc.string({ unit: 'binary' }),
  );

  it('is one of that partner’s and leads to its registered address, or it leads nowhere', () => {
    fc.assert(
      fc.property(anything, anything, (id, returnId) => {
        const partner = partners.find(id);
        expect(partner !== undefined).toBe(registered.has(id));
        if (partner === undefined) return;
        const known = registered.get(id)?.find((one) => one.id === returnId)?.url;
        expect(partners.returnAddress(partner, returnId)).toBe(known);
      }),
    );
  });
});

describe('the ticket section of a partner', () => {
  const key = (more: string) => `{ kid: k1, kty: OKP, crv: Ed25519, x: ${'A'.repeat(43)}${more} }`;
  const entry = (ticket: string) =>
    one(
      `    origins: ["https://caf.fr"]\n    returns: [{ id: a, url: "https://caf.fr/" }]\n    ticket: ${ticket}`,
    );

  it('is taken with public keys, known levels and an age', () => {
    expect(faults(entry(`{ keys: [${key('')}], levels: [eidas1], maxAgeSeconds: 3600 }`))).toBe('');
  });

  it.each([
    ['a private key', `{ keys: [${key(', d: x')}], levels: [eidas1], maxAgeSeconds: 3600 }`],
    [
      'a symmetric key',
      '{ keys: [{ kid: k, kty: oct, k: c2VjcmV0 }], levels: [eidas1], maxAgeSeconds: 3600 }',
    ],
    ['no key', '{ keys: [], levels: [eidas1], maxAgeSeconds: 3600 }'],
    ['two keys of one kid', `{ keys: [${key('')}, ${key('')}], levels: [eidas1], maxAgeSeconds: 3600 }`],
    ['a level of nobody’s', `{ keys: [${key('')}], levels: [strong], maxAgeSeconds: 3600 }`],
    ['no level', `{ keys: [${key('')}], levels: [], maxAgeSeconds: 3600 }`],
    ['an age without end', `{ keys: [${key('')}], levels: [eidas1], maxAgeSeconds: 99999999 }`],
  ])('is refused with %s', (_, ticket) => {
    expect(faults(entry(ticket))).toContain('partners.yaml:');
  });
});

describe('adding a partner', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mds-partners-'));
  const file = join(folder, 'partners.yaml');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps every comment and placeholder that is there', () => {
    const before = readFileSync(sandboxFile, 'utf8');
    const after = withPartner(before, newcomer, options);
    expect(after.startsWith(before)).toBe(true);
    expect(parsePartners(after, options).at(-1)).toEqual(newcomer);
  });

  it('writes nothing when the registry would not be valid', async () => {
    writeFileSync(file, readFileSync(sandboxFile));
    const twice = { ...newcomer, id: 'caf-exemple' };
    await expect(addPartner(twice, { ...options, file })).rejects.toThrow(
      'caf-exemple is registered already',
    );
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(sandboxFile, 'utf8'));
  });

  it('is noticed by a portal that is running, which keeps the former registry when the new one is bad', async () => {
    writeFileSync(file, readFileSync(sandboxFile));
    const events: (readonly unknown[])[] = [];
    let changed = Promise.withResolvers<undefined>();
    const partners = openPartners({ ...options, file }, ({ event, at }) => {
      events.push([event, at]);
      changed.resolve(undefined);
    });
    expect(partners.find('ma-caisse')).toBeUndefined();
    await addPartner(newcomer, { ...options, file });
    await changed.promise;
    expect(partners.find('ma-caisse')?.name).toBe('Ma caisse');
    changed = Promise.withResolvers();
    writeFileSync(file, '# changed by hand\npartners: [oups]');
    await changed.promise;
    expect(partners.find('ma-caisse')?.name).toBe('Ma caisse');
    expect(events).toEqual([
      ['partners-changed', undefined],
      ['partners-refused', 'line 2'],
    ]);
    partners.close();
  });
});
