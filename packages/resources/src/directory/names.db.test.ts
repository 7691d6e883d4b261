import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Employer } from '@mds-kit/contract/salaries';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Scheme } from '../testing/scheme.ts';
import { withNames } from './names-of.ts';
import { takeNames } from './take-names.ts';

let scheme: Scheme;
beforeAll(async () => {
  scheme = await Scheme.open();
});
afterAll(() => scheme[Symbol.asyncDispose]());

async function taken(text: string) {
  const file = join(scheme.folder, 'sirene.csv');
  await writeFile(file, text);
  return takeNames(scheme.store, file);
}

const employer = (siret: string): Employer => ({ siret, name: null, contracts: [], shared: [] });

const namesFor = async (...sirets: string[]) =>
  scheme.store.database.kysely
    .transaction()
    .execute((transaction) => withNames(transaction, sirets.map(employer)))
    .then((employers) => employers.map(({ name }) => name));

test('employers have the name that the directory has for their firm, the last one it had', async () => {
  const head = 'siren,statut,denominationUniteLegale,etat';
  expect(await taken(`${head}\n999000003,O,ATELIER FICTIF,A\r\n999000011,O,,A\n12,O,RIEN,A\n`)).toEqual({
    companies: 1,
    refused: [],
  });
  await taken(`${head}\n999000003,O,ATELIER DE L’EXEMPLE,A\n`);
  expect(await namesFor('99900000399001', '99900001199001')).toEqual(['ATELIER DE L’EXEMPLE', null]);
  expect(await namesFor()).toEqual([]);
});

test('a file that is none of the directory, or none at all, is refused', async () => {
  expect((await taken('{"siren":1}\n')).refused).toMatchObject([{ line: 1, rule: 'missing-column' }]);
  expect((await takeNames(scheme.store, join(scheme.folder, 'nowhere.csv'))).refused).toMatchObject([
    { rule: 'unreadable-file' },
  ]);
});
