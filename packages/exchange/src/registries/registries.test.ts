import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../journal.ts';
import { assertions, clock } from '../testing/exchange.ts';
import { caf, CANARY, CANARY_TRACES } from '../testing/people.ts';
import { smallCatalogue } from '../testing/small-catalogue.ts';
import { envelope, errors, json, supplierServer, type Handler } from '../testing/supplier-server.ts';
import { createRegistries, type Registries } from './registries.ts';

const NIR = '/sngi/v1/certification';
const TIES = '/affiliations/v1/affiliations';
const call = { correlation: 'r-1' };

let server: Awaited<ReturnType<typeof supplierServer>>;
let registries: Registries;
let journal: JournalEntry[];

beforeAll(async () => {
  server = await supplierServer({});
});
afterEach(() => {
  registries.close();
  expect(JSON.stringify([journal, server.requests.map(({ url }) => url)])).not.toMatch(
    new RegExp(CANARY_TRACES.join('|')),
  );
});
afterAll(() => server.close());

function withAnswer(path: string, handler: Handler): Registries {
  server.handlers[path] = handler;
  journal = [];
  registries = createRegistries({
    catalogue: smallCatalogue(server.url),
    assertions,
    clock,
    journal: (entry) => journal.push(entry),
  });
  return registries;
}

describe('the registry of identities', () => {
  it.each([
    ['certifies', envelope({ certifie: true }), 'certified'],
    ['refuses', envelope({ certifie: false }), 'refused'],
    ['does not know the number', errors(404, '35003'), 'refused'],
    ['answers yes in words', envelope({ certifie: 'oui' }), 'unavailable'],
    ['has moved', errors(404, '00404'), 'unavailable'],
    ['does not know us', errors(401, '00101'), 'unavailable'],
    ['breaks', errors(500, '37999'), 'unavailable'],
    ['never answers', () => undefined, 'unavailable'],
  ] as [string, Handler, string][])('%s', async (_what, handler, certification) => {
    expect(await withAnswer(NIR, handler).certifyNir(CANARY, call)).toBe(certification);
    expect(journal).toMatchObject([{ mode: 'registry', supplier: 'sngi', resource: NIR }]);
  });
});

const tie = (change: object = {}) => ({
  organisme: 'caf-exemple',
  fournisseur: 'cnaf',
  regime: 'general',
  domaines: ['famille', 'solidarite'],
  ...change,
});

describe('the registry of affiliations', () => {
  it('tells who manages the person', async () => {
    const answer = await withAnswer(TIES, envelope({ affiliations: [tie()] })).affiliationsOf(CANARY, call);
    expect(answer).toEqual({ status: 'ok', affiliations: [caf] });
  });

  it.each([
    ['nobody yet', envelope({ affiliations: [] }), { status: 'ok', affiliations: [] }],
    ['no file', errors(404, '35003'), { status: 'ok', affiliations: [] }],
    ['never answers', () => undefined, { status: 'timeout' }],
    ['does not know us', errors(403, '00100'), { status: 'unauthorised' }],
    ['breaks', errors(503, '37001'), { status: 'unavailable' }],
    ['answers no list', json({ data: {} }), { status: 'unavailable' }],
    ['covers nobody', envelope({ couvert: false }), { status: 'unavailable' }],
    [
      'names a scheme that we cannot read',
      envelope({ affiliations: [tie(), tie({ regime: 'marin' })] }),
      { status: 'unavailable' },
    ],
    [
      'names a domain that we cannot read',
      envelope({ affiliations: [tie({ domaines: ['loisirs'] })] }),
      { status: 'unavailable' },
    ],
  ] as [string, Handler, object][])('%s', async (_what, handler, expected) => {
    expect(await withAnswer(TIES, handler).affiliationsOf(CANARY, call)).toEqual(expected);
  });
});
