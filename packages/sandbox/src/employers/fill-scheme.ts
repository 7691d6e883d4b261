/**
 * Takes what the scheme is told besides deposits into a folder of its data: firms' names, the sample citizens'
 * replacement incomes, and of whom the Caf wants a file each month. A program for `fillResources`: FOLDER NOW.
 */
import { join } from 'node:path';
import { takeNames } from '@mds-kit/resources/directory/take-names';
import { takeIncomes } from '@mds-kit/resources/incomes/take-incomes';
import { placeOf } from '@mds-kit/resources/place';
import { subscribe } from '@mds-kit/resources/server/distribute';
import { openStore } from '@mds-kit/resources/store';
import { CITIZENS } from '../citizens.ts';
import { Calendar } from '../citizens/calendar.ts';
import { clockAt } from '../clock.ts';
import { writeIncomes, writeNames } from './write-files.ts';

const [, , folder = '', moment = ''] = process.argv;
const clock = clockAt(moment);
const names = join(folder, 'sirene.csv');
await writeNames(names);
const incomes = join(folder, 'revenus-de-remplacement.jsonl');
await writeIncomes(incomes, clock());

const housed = CITIZENS.filter(
  ({ files }) => (files(new Calendar(clock())).cnaf?.logement?.prestations ?? []).length > 0,
);
const list = housed.map(
  ({ login, nir }) => `${JSON.stringify({ nir, reference: `allocataire-${login}` })}\n`,
);

await using store = await openStore({ ...placeOf({}, folder), clock });
await takeNames(store, names);
await takeIncomes(store, incomes);
await subscribe(store, { partner: 'cnaf', purpose: 'aide-logement', text: list.join('') });
