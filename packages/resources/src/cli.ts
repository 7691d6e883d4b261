/**
 * `npm run --silent resources -- COMMAND`: what an operator does by hand. Answers are JSON on standard output; whom a
 * question is about is read from standard input, never from the command line, which others on the machine can see.
 */
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { Month } from '@mds-kit/contract/formats';
import { MONTHS } from '@mds-kit/contract/salaries';
import { DatabaseError } from '@mds-kit/database/errors';
import { clockAt } from './clock.ts';
import { takeIncomes } from './incomes/take-incomes.ts';
import { ingestFile } from './ingestion/ingest.ts';
import { isCount, salariesOf } from './months/salaries.ts';
import { bodyOfNir } from './nir.ts';
import { placeOf } from './place.ts';
import { openStore, type Store, StoreError } from './store.ts';

const USAGE = `Usage: npm run --silent resources -- COMMAND [--data DIR]

  ingest FILE…                             take DSN deposits; one line of JSON for each file
  months [--months 12] [--until YYYY-MM]   one person's months as JSON; their NIR is read from standard input
  incomes FILE…                            take replacement incomes (JSON lines); one line of JSON for each file

The data are in the PostgreSQL that DATABASE_URL names, or in the folder DIR, .data/resources when not given.
`;

const options = {
  data: { type: 'string' },
  months: { type: 'string' },
  until: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Whoever typed the command is told what was wrong with it. */
class UsageError extends Error {}

/** npm runs scripts in the folder of the package; paths are meant from where the person is. */
const pathOf = (given: string) => resolve(process.env.INIT_CWD ?? '', given);

const tell = (answer: object) => process.stdout.write(`${JSON.stringify(answer)}\n`);

type Values = { readonly months?: string | undefined; readonly until?: string | undefined };

/** @returns whether nothing was refused */
type Command = (store: Store, files: readonly string[], values: Values) => Promise<boolean>;

const ingest: Command = async (store, files) => {
  let complete = true;
  for (const file of files) {
    const outcome = await ingestFile(store, pathOf(file));
    tell({ file, ...outcome });
    complete &&= outcome.refused.length === 0;
  }
  return complete;
};

const incomes: Command = async (store, files) => {
  let complete = true;
  for (const file of files) {
    const taken = await takeIncomes(store, pathOf(file));
    tell({ file, ...taken });
    complete &&= taken.refused.length === 0;
  }
  return complete;
};

const months: Command = async (store, _files, values) => {
  const count = Number(values.months ?? MONTHS.usual);
  if (!isCount(count)) throw new UsageError(`--months is a number from ${MONTHS.least} to ${MONTHS.most}.`);
  if (values.until !== undefined && !Month.safeParse(values.until).success)
    throw new UsageError('--until is a month, YYYY-MM.');
  const nir = bodyOfNir(await text(process.stdin));
  if (nir === undefined)
    throw new UsageError('Standard input holds no NIR: 13 characters, or 15 with the right key.');
  tell(await salariesOf(store, store.people.ofNir(nir), { months: count, until: values.until }));
  return true;
};

const COMMANDS: Readonly<Record<string, { run: Command; files: boolean }>> = {
  ingest: { run: ingest, files: true },
  months: { run: months, files: false },
  incomes: { run: incomes, files: true },
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [name = '', ...files] = positionals;
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const command = COMMANDS[name];
  if (!command) throw new UsageError('There is no such command.');
  if (command.files !== files.length > 0)
    throw new UsageError(command.files ? 'Name at least one file.' : `${name} takes no more words.`);
  const clock = clockAt(process.env.MDS_NOW);
  await using store = await openStore({ ...placeOf(process.env, values.data && pathOf(values.data)), clock });
  if (!(await command.run(store, files, values))) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  const wrongArguments =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (error instanceof UsageError || wrongArguments) {
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else if (error instanceof DatabaseError || error instanceof StoreError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 3;
  } else throw error;
}
