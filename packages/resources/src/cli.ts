/**
 * `npm run --silent resources -- COMMAND`: what an operator does by hand. Answers are JSON on standard output; whom a
 * question is about is read from standard input, never from the command line, which others on the machine can see.
 */
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { MONTHS } from '@mds-kit/contract/salaries';
import { DatabaseError } from '@mds-kit/database/errors';
import { clockAt } from './clock.ts';
import { ConfigError, readConfig } from './config.ts';
import { takeNames } from './directory/take-names.ts';
import { takeIncomes } from './incomes/take-incomes.ts';
import { ingestFile } from './ingestion/ingest.ts';
import { monthOf } from './months/calendar.ts';
import { isAskable, isCount, salariesOf } from './months/salaries.ts';
import { bodyOfNir } from './nir.ts';
import { placeOf } from './place.ts';
import { purge } from './retention.ts';
import { AgreementsError, loadAgreements } from './server/agreements.ts';
import { distribute, subscribe } from './server/distribute.ts';
import { startScheme } from './server/start.ts';
import { openStore, type Store, StoreError } from './store.ts';

const USAGE = `Usage: npm run --silent resources -- COMMAND [--data DIR]

  ingest FILE…                             take DSN deposits; one line of JSON for each file
  months [--months 12] [--until YYYY-MM]   one person's months as JSON; their NIR is read from standard input
  names FILE…                              take firms' names, from a file of the Sirene directory (CSV)
  incomes FILE…                            take replacement incomes (JSON lines); one line of JSON for each file
  subscribe PARTNER PURPOSE                put a fund's list ({"nir","reference"} a line, on standard input) in place
  distribute DIR [--until YYYY-MM]         write each fund's file of resources, those before that month, below DIR
  purge                                    forget what was kept long enough (serve does it every day)
  serve                                    listen, and take what is put into the inbox

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

function monthIn(until: string | undefined): string | undefined {
  if (until !== undefined && !isAskable(until)) throw new UsageError('--until is a month, YYYY-MM.');
  return until;
}

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

const names: Command = async (store, files) => {
  let complete = true;
  for (const file of files) {
    const taken = await takeNames(store, pathOf(file));
    tell({ file, ...taken });
    complete &&= taken.refused.length === 0;
  }
  return complete;
};

const months: Command = async (store, _files, values) => {
  const { months: asked = String(MONTHS.usual) } = values;
  const count = Number(asked);
  if (!/^\d+$/.test(asked) || !isCount(count))
    throw new UsageError(`--months is a number from ${MONTHS.least} to ${MONTHS.most}.`);
  const until = monthIn(values.until);
  const nir = bodyOfNir(await text(process.stdin));
  if (nir === undefined)
    throw new UsageError('Standard input holds no NIR: 13 characters, or 15 with the right key.');
  tell(await salariesOf(store, store.people.ofNir(nir), { months: count, until }));
  return true;
};

const agreementsOf = () => {
  const { agreements, environment, sandbox } = readConfig(process.env);
  return loadAgreements(agreements, { env: environment, sandbox });
};

const subscribing: Command = async (store, [partner = '', purpose = '']) => {
  if (!(await agreementsOf()).purpose(partner, 'distribution', purpose))
    throw new UsageError('That partner has no active membership of the distribution for that purpose.');
  const done = await subscribe(store, { partner, purpose, text: await text(process.stdin) });
  tell({ partner, purpose, ...done });
  return 'persons' in done;
};

const distributing: Command = async (store, [folder = ''], { until }) => {
  const before = monthIn(until) ?? monthOf(store.clock().toISOString());
  const files = await distribute(store, await agreementsOf(), { folder: pathOf(folder), before });
  for (const file of files) tell(file);
  return true;
};

const purging: Command = async (store) => {
  await purge(store);
  return true;
};

/** `words`: how many, a few or more. */
const COMMANDS: Readonly<Record<string, { run: Command; words: readonly [least: number, most: number] }>> = {
  ingest: { run: ingest, words: [1, Infinity] },
  months: { run: months, words: [0, 0] },
  incomes: { run: incomes, words: [1, Infinity] },
  names: { run: names, words: [1, Infinity] },
  subscribe: { run: subscribing, words: [2, 2] },
  distribute: { run: distributing, words: [1, 1] },
  purge: { run: purging, words: [0, 0] },
};

async function serve(data: string | undefined): Promise<void> {
  const environment = {
    ...process.env,
    ...(data !== undefined && { MDS_RESOURCES_DATA: pathOf(data), DATABASE_URL: '' }),
  };
  const scheme = await startScheme({ environment });
  const stop = () => void scheme.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [name = '', ...files] = positionals;
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  if (name === 'serve' && files.length === 0) return serve(values.data);
  const command = COMMANDS[name];
  if (!command) throw new UsageError('There is no such command.');
  const [least, most] = command.words;
  if (files.length < least || files.length > most)
    throw new UsageError(`${name} takes ${least === most ? `${least}` : `at least ${least}`} more words.`);
  const clock = clockAt(process.env.MDS_NOW);
  await using store = await openStore({ ...placeOf(process.env, values.data && pathOf(values.data)), clock });
  if (!(await command.run(store, files, values))) process.exitCode = 1;
}

/** Their messages are written for whoever starts the program; anything else is a fault of ours and keeps its trace. */
const FOR_OPERATORS = [DatabaseError, StoreError, ConfigError, AgreementsError];

try {
  await main();
} catch (error) {
  const wrongArguments =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (error instanceof UsageError || wrongArguments) {
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else if (FOR_OPERATORS.some((kind) => error instanceof kind) && error instanceof Error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 3;
  } else throw error;
}
