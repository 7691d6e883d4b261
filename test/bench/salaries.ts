import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MONTHS } from '@mds-kit/contract/salaries';
import { ingestFile } from '@mds-kit/resources/ingestion/ingest';
import { openStore } from '@mds-kit/resources/store';
import { declaredUpTo, sampleFiles } from '@mds-kit/sandbox/employers/samples/sample-deposits';
import { writeFiles } from '@mds-kit/sandbox/employers/write-files';
import { freePorts, type Program } from '@mds-kit/sandbox/launch';
import pg from 'pg';
import { ROOT } from '../../.setup/kit.ts';
import { withPostgres } from '../runners/postgres-server.ts';
import { Asker } from './ask.ts';
import { Programs } from './programs.ts';
import { attempt, judged, type Result, type Row, type Say } from './row.ts';
import { fill } from './salaries/fill.ts';
import { setStage, type Stage } from './stage.ts';
import { median, percentile, rounded } from './statistics.ts';

const PATH = `/v1/salaries?months=${MONTHS.usual}`;
const FEW = 10_000;
const MANY = { usual: 1_000_000, full: 10_000_000 };
/** Of sample citizens; those who were never employed are not asked about. */
const PERSONS = 16;
const ROUNDS = 12;
/** By each person in a round. */
const ASKED = 10;
const WARM_UP = 20;
/** About whom others ask meanwhile: what the server has at hand is not what is measured next. */
const OTHERS = 500;

type Scheme = { stage: Stage; sessions: Stage['sessions']; url: string; lines: number; ms: number[] };

/** A database of its own with the sample citizens' salaries, among so many payment lines of others. */
async function filled(server: string, folder: string, name: string, lines: number) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`).finally(() => client.end());
  const address = new URL(server);
  address.pathname = `/${name}`;
  const url = address.href;
  const now = new Date();
  await using store = await openStore({
    place: { url },
    keysFile: join(folder, 'keys.json'),
    clock: () => now,
  });
  const files = [...sampleFiles(now)];
  await writeFiles(join(folder, 'samples'), files);
  for (const file of files) await ingestFile(store, join(folder, 'samples', file.name));
  return { url, lines: await fill(url, lines, declaredUpTo(now)) };
}

/** The scheme as a program, as `resources serve` is started. */
const schemeProgram = (port: number, url: string, folder: string, portal: number): Program => ({
  name: 'resources',
  command: [process.execPath, join(ROOT, 'packages/resources/src/cli.ts'), 'serve'],
  env: {
    NODE_ENV: 'production',
    MDS_SANDBOX: '1',
    MDS_RESOURCES_PORT: String(port),
    MDS_PORTAL_JWKS_URL: `http://portal.localhost:${portal}/.well-known/jwks.json`,
    DATABASE_URL: url,
    MDS_RESOURCES_DATA: join(folder, `data-${port}`),
    MDS_RESOURCES_KEYS: join(folder, 'keys.json'),
  },
  ready: { port, path: '/healthz' },
});

/** A portal that asks a scheme of so many lines; both stop with `programs`. */
async function open(programs: Programs, server: string, folder: string, lines: number): Promise<Scheme> {
  const place = await filled(server, folder, `lines_${lines}`, lines);
  const { resources } = await freePorts(['resources']);
  const portalEnv = { MDS_RESOURCES_URL: `http://127.0.0.1:${resources}` };
  const stage = await setStage(programs, { persons: PERSONS, portalEnv });
  await programs.start(schemeProgram(resources, place.url, folder, stage.port));
  using asker = new Asker();
  const paid: Stage['sessions'][number][] = [];
  for (const session of stage.sessions) {
    const { status, body } = await asker.get(stage.address, PATH, session);
    if (status !== 200) throw new Error(`The portal answered ${PATH} with ${status}: ${body}`);
    if (body.includes('"situation":"salaries"')) paid.push(session);
  }
  if (paid.length === 0) throw new Error('Nobody among the sample citizens has salaries.');
  return { stage, sessions: paid, ...place, ms: [] };
}

async function ask(asker: Asker, { stage, sessions }: Scheme, times: number): Promise<number[]> {
  const ms: number[] = [];
  for (let time = 0; time < times; time += 1)
    for (const session of sessions) {
      const answer = await asker.get(stage.address, PATH, session);
      if (answer.status !== 200 || !answer.body.includes('"situation":"salaries"'))
        throw new Error(`The portal answered ${PATH} with ${answer.status}: ${answer.body}`);
      ms.push(answer.ms);
    }
  return ms;
}

async function askAboutOthers({ url, lines }: Scheme): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // A statement for each five lines; those that lie beside each other are of other people.
  const percent = Math.min(100, (OTHERS * 5 * 100) / lines);
  await client
    .query(
      `select sum(amount) from payment_line
        where person = any(array(select person from statement tablesample system (${percent}) limit ${OTHERS}))`,
    )
    .finally(() => client.end());
}

async function measure(say: Say, many: number): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'mds-bench-'));
  try {
    return await withPostgres(async (server) => {
      await using programs = new Programs();
      const few = await open(programs, server, folder, FEW);
      say(`${few.lines} payment lines stored; now ${many}, which takes its time`);
      const full = await open(programs, server, folder, many);
      say(`${full.lines} payment lines stored; asking about ${full.sessions.length} persons in either`);
      using asker = new Asker();
      for (const scheme of [few, full]) await ask(asker, scheme, WARM_UP);
      for (let round = 0; round < ROUNDS; round += 1)
        for (const scheme of round % 2 === 0 ? [few, full] : [full, few]) {
          await askAboutOthers(scheme);
          scheme.ms.push(...(await ask(asker, scheme, ASKED)));
        }
      return resultOf(few, full);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function resultOf(few: Scheme, full: Scheme): Result {
  const told = ({ lines, ms }: Scheme) => ({
    paymentLines: lines,
    answers: ms.length,
    medianMs: rounded(median(ms), 2),
    p99Ms: rounded(percentile(ms, 0.99), 2),
  });
  return judged(
    percentile(full.ms, 0.99) / percentile(few.ms, 0.99),
    { atMost: 2 },
    {
      measured: `GET ${PATH} of the portal, p99, its scheme holding ${full.lines} payment lines in PostgreSQL`,
      against: `the same beside it with ${few.lines} payment lines, by turns`,
      details: {
        full: told(full),
        few: told(few),
        ratioOfMedians: rounded(median(full.ms) / median(few.ms)),
      },
    },
  );
}

/** Whether a person waits longer for their own salaries when everybody's are there. */
export const salaries: Row = {
  name: 'salaries',
  run: async (say, { full }) => ({
    salariesAmongMany: await attempt(() => measure(say, full ? MANY.full : MANY.usual)),
  }),
};
