import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOMAINS } from '@mds-kit/contract/domains';
import { freePorts } from '@mds-kit/sandbox/launch';
import { withPostgres } from '../runners/postgres-server.ts';
import { Asker } from './ask.ts';
import { Programs } from './programs.ts';
import { load, type Load, type Target } from './rights-throughput/load.ts';
import { wavesOf, type Plan } from './rights-throughput/plan.ts';
import { attempt, judged, type Result, type Row, type Say } from './row.ts';
import { learn, setStage, type Stage } from './stage.ts';
import { median, rounded } from './statistics.ts';

const PATHS = DOMAINS.map((domain) => `/v1/rights/${domain}`);
const PERSONS = 10;
const ROUNDS = 6;
const ROUND_SECONDS = 2;
/**
 * Answers before anything is measured. The portal costs 1.1 ms of processor for each until it has given some thousands, and
 * 0.6 ms from then on: a program of that size is compiled for longer than the bare server.
 */
const WARM_UP = [300, 900, 9_000];
/** Whole turns through all paths by all persons. */
const TURN = PATHS.length * PERSONS;

/** Headers that Node adds by itself, to either server's answers. */
const NODES_OWN = ['date', 'connection', 'keep-alive', 'transfer-encoding'];

const ofAnswer = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !NODES_OWN.includes(name)));

/**
 * Asks for each domain as somebody who has just been here, and sees what the portal asks of whom. What it remembers of
 * them for a moment (who manages them) is not asked again, here nor under load, so it is in neither server's calls.
 */
async function watchPlans(stage: Stage): Promise<Plan[]> {
  using asker = new Asker();
  await learn(stage, PATHS);
  const plans: Plan[] = [];
  for (const [index, path] of PATHS.entries()) {
    const ask = () => asker.get(stage.address, path, stage.sessions[index + 1]);
    await stage.suppliers.order({ mode: 'watch', faults: {} });
    await ask();
    await stage.suppliers.order({ mode: 'watch', faults: {} });
    const { status, headers, body } = await ask();
    const { calls } = await stage.suppliers.ledger();
    plans.push({ path, waves: wavesOf(calls), answer: { status, headers: ofAnswer(headers), body } });
  }
  return plans;
}

async function startBare(
  programs: Programs,
  suppliersUrl: string,
  plans: Plan[],
  folder: string,
): Promise<Target> {
  const { bare } = await freePorts(['bare']);
  const file = join(folder, 'plans.json');
  writeFileSync(file, JSON.stringify(plans));
  const { pid } = await programs.start({
    name: 'bare server',
    command: [process.execPath, fileURLToPath(new URL('rights-throughput/bare-server.ts', import.meta.url))],
    env: {
      BENCH_PORT: String(bare),
      BENCH_PLANS: file,
      BENCH_SUPPLIERS: suppliersUrl,
      NODE_ENV: 'production',
    },
    ready: { port: bare, path: '/healthz' },
  });
  return { url: `http://127.0.0.1:${bare}`, pid };
}

/** Loads one server for about as long as a round should last; the suppliers must have been asked as planned. */
async function round(stage: Stage, target: Target, plans: readonly Plan[], amount: number): Promise<Load> {
  await stage.suppliers.order({ mode: 'replay', faults: {} });
  const done = await load(target, PATHS, stage.sessions, amount);
  const { counts } = await stage.suppliers.ledger();
  for (const [path, calls] of Object.entries(planned(plans))) {
    const expected = (calls / plans.length) * amount;
    if (counts[path] !== expected)
      throw new Error(`${target.url} called ${path} ${counts[path] ?? 0} times instead of ${expected}.`);
  }
  return done;
}

/** How often each path is called for one answer of each domain. */
function planned(plans: readonly Plan[]): Record<string, number> {
  const calls: Record<string, number> = {};
  for (const { url } of plans.flatMap(({ waves }) => waves.flat())) {
    const { pathname } = new URL(url, 'http://suppliers');
    calls[pathname] = (calls[pathname] ?? 0) + 1;
  }
  return calls;
}

const callsOf = (plans: readonly Plan[]) => plans.flatMap((plan) => plan.waves.flat()).length;
const turns = (amount: number) => Math.max(1, Math.round(amount / TURN)) * TURN;
const rate = ({ answers, seconds }: Load) => answers / seconds;
const processorMs = ({ processorSeconds, answers }: Load) =>
  processorSeconds === undefined ? Number.NaN : (processorSeconds / answers) * 1000;

async function measure(say: Say, store: string, databaseUrl?: string): Promise<Result> {
  await using programs = new Programs();
  const folder = mkdtempSync(join(tmpdir(), 'mds-bench-'));
  try {
    const stage = await setStage(programs, { databaseUrl, persons: PERSONS });
    const plans = await watchPlans(stage);
    const bare = await startBare(programs, stage.suppliersUrl, plans, folder);
    const portal: Target = { url: stage.address, pid: stage.pid };
    say(`${store}: ${callsOf(plans)} supplier calls for six domains; warming up`);
    const pace = { portal: 0, bare: 0 };
    for (const amount of WARM_UP.map(turns)) {
      pace.portal = rate(await round(stage, portal, plans, amount));
      pace.bare = rate(await round(stage, bare, plans, amount));
    }
    const pairs: { portal: Load; bare: Load }[] = [];
    for (let index = 0; index < ROUNDS; index += 1) {
      const ours = await round(stage, portal, plans, turns(pace.portal * ROUND_SECONDS));
      const theirs = await round(stage, bare, plans, turns(pace.bare * ROUND_SECONDS));
      pairs.push({ portal: ours, bare: theirs });
      say(`${store}: ${rounded(rate(ours), 0)} against ${rounded(rate(theirs), 0)} answers per second`);
    }
    return resultOf(pairs, plans, store);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function resultOf(
  pairs: readonly { portal: Load; bare: Load }[],
  plans: readonly Plan[],
  store: string,
): Result {
  const ratios = pairs.map(({ portal, bare }) => rate(portal) / rate(bare));
  const middle = (kind: 'portal' | 'bare', of: (one: Load) => number) =>
    rounded(median(pairs.map((pair) => of(pair[kind]))), 3);
  return judged(
    median(ratios),
    { atLeast: 0.4 },
    {
      measured:
        'GET /v1/rights/{domain} of the portal, six domains by turns, by ten persons at once, answers per second',
      against:
        'a bare node:http server that makes the same supplier calls and sends the same bytes, by turns',
      details: {
        sessionStore: store,
        supplierCallsPerAnswer: rounded(callsOf(plans) / plans.length, 2),
        ratios: ratios.map((ratio) => rounded(ratio)),
        answersPerSecond: { portal: middle('portal', rate), bare: middle('bare', rate) },
        // Of the one process each; less disturbed by what else the machine does.
        processorMsPerAnswer: { portal: middle('portal', processorMs), bare: middle('bare', processorMs) },
        ratioOfProcessorTime: rounded(
          median(pairs.map(({ portal, bare }) => processorMs(bare) / processorMs(portal))),
        ),
      },
    },
  );
}

/** How much of the speed of a server without any duty is left to one that has them all. */
export const rightsThroughput: Row = {
  name: 'rightsThroughput',
  async run(say) {
    return {
      pglite: await attempt(() => measure(say, 'PGlite')),
      postgresql: await attempt(() => withPostgres((url) => measure(say, 'PostgreSQL', url))),
    };
  },
};
