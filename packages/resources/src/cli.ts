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
import { type Config, ConfigError, readConfig } from './config.ts';
import { takeNames } from './directory/take-names.ts';
import { takeIncomes } from './incomes/take-incomes.ts';
import { ingestFile } from './ingestion/ingest.ts';
import { monthOf } from './months/calendar.ts';
import { isAskable, isCount, salariesOf } from './months/salaries.ts';
import { bodyOfNir } from './nir.ts';
import type { Environment } from './place.ts';
import { purge } from './retention.ts';
import { AgreementsError, loadAgreements } from './server/agreements.ts';
import { distribute, subscribe } from './server/distribute.ts';
import { describeError } from './server/log.ts';
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

type Asked = {
  readonly words: readonly string[];
  readonly values: { readonly months?: string | undefined; readonly until?: string | undefined };
  readonly config: Config;
};

/** @returns whether nothing was refused */
type Work = (store: Store) => Promise<boolean>;

/** Looks at what was asked before anything is opened, and says what is to be done. @throws UsageError */
type Command = (asked: Asked) => Work | Promise<Work>;

function monthIn(until: string | undefined): string | undefined {
  if (until !== undefined && !isAskable(until)) throw new UsageError('--until is a month, YYYY-MM.');
  return until;
}

type TakeFile = (store: Store, file: string) => Promise<{ refused: readonly unknown[] }>;

const eachFile =
  (take: TakeFile): Command =>
  ({ words: files }) =>
  async (store) => {
    let complete = true;
    for (const file of files) {
      const outcome = await take(store, pathOf(file));
      tell({ file, ...outcome });
      complete &&= outcome.refused.length === 0;
    }
    return complete;
  };

const months: Command = async ({ values }) => {
  const { months: asked = String(MONTHS.usual) } = values;
  const count = Number(asked);
  if (!/^\d+$/.test(asked) || !isCount(count))
    throw new UsageError(`--months is a number from ${MONTHS.least} to ${MONTHS.most}.`);
  const until = monthIn(values.until);
  // As it is printed on a card, in groups, too.
  const nir = bodyOfNir((await text(process.stdin)).replaceAll(/\s/g, ''));
  if (nir === undefined)
    throw new UsageError('Standard input holds no NIR: 13 characters, or 15 with the right key.');
  return async (store) => {
    tell(await salariesOf(store, store.people.ofNir(nir), { months: count, until }));
    return true;
  };
};

const agreementsOf = ({ agreements, environment, sandbox }: Config) =>
  loadAgreements(agreements, { env: environment, sandbox });

const subscribing: Command = async ({ words: [partner = '', purpose = ''], config }) => {
  if (!(await agreementsOf(config)).purpose(partner, 'distribution', purpose))
    throw new UsageError('That partner has no active membership of the distribution for that purpose.');
  const list = await text(process.stdin);
  return async (store) => {
    const done = await subscribe(store, { partner, purpose, text: list });
    tell({ partner, purpose, ...done });
    return 'persons' in done;
  };
};

const distributing: Command = async ({ words: [folder = ''], values, config }) => {
  const until = monthIn(values.until);
  const agreements = await agreementsOf(config);
  return async (store) => {
    const before = until ?? monthOf(store.clock().toISOString());
    for (const file of await distribute(store, agreements, { folder: pathOf(folder), before })) tell(file);
    return true;
  };
};

const purging: Command = () => async (store) => {
  await purge(store);
  return true;
};

/** Words that follow the name of a command. */
type Words = { readonly least: number; readonly most: number; readonly told: string };

const NONE: Words = { least: 0, most: 0, told: 'no other words' };
const FILES: Words = { least: 1, most: Infinity, told: 'one file or more' };

const COMMANDS: Readonly<Record<string, { run: Command; takes: Words }>> = {
  ingest: { run: eachFile(ingestFile), takes: FILES },
  months: { run: months, takes: NONE },
  incomes: { run: eachFile(takeIncomes), takes: FILES },
  names: { run: eachFile(takeNames), takes: FILES },
  subscribe: { run: subscribing, takes: { least: 2, most: 2, told: 'a partner and a purpose' } },
  distribute: { run: distributing, takes: { least: 1, most: 1, told: 'one folder' } },
  purge: { run: purging, takes: NONE },
};

async function serve(environment: Environment): Promise<void> {
  // A quarter of what there is to load, and of no use to the other commands.
  const { startScheme } = await import('./server/start.ts');
  const scheme = await startScheme({ environment });
  const stop = () => void scheme.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** A folder that is given outweighs DATABASE_URL, which may be set for everything on a machine. */
const environmentAt = (folder: string | undefined): Environment =>
  folder === undefined
    ? process.env
    : { ...process.env, MDS_RESOURCES_DATA: pathOf(folder), DATABASE_URL: '' };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [name = '', ...words] = positionals;
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  if (values.data === '') throw new UsageError('--data is a folder.');
  const environment = environmentAt(values.data);
  if (name === 'serve' && words.length === 0) return serve(environment);
  const command = COMMANDS[name];
  if (!command) throw new UsageError('There is no such command.');
  const { least, most, told } = command.takes;
  if (words.length < least || words.length > most) throw new UsageError(`${name} takes ${told}.`);
  const config = readConfig(environment);
  const work = await command.run({ words, values, config });
  await using store = await openStore({ ...config.store, clock: clockAt(config.now) });
  if (!(await work(store))) process.exitCode = 1;
}

/** Their messages are written for whoever starts the program; anything else is a fault of ours and keeps its trace. */
const FOR_OPERATORS = [DatabaseError, StoreError, ConfigError, AgreementsError];

/** Without its message, nor what a driver hangs on it: a database quotes the row that it is about. */
function traceOf(error: unknown): string {
  const { error: kind, code = '' } = describeError(error);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const [, frames = ''] = /\n( {4}at [^]*)/.exec(stack) ?? [];
  return `${kind} ${code}\n${frames}`;
}

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
  } else {
    process.stderr.write(`${traceOf(error)}\n`);
    process.exitCode = 1;
  }
}
