import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Household } from '@mds-kit/contract/household';
import { amounts } from '@mds-kit/simulator/amounts';
import { earningsCurve } from '@mds-kit/simulator/earnings-curve';
import { householdOf } from '@mds-kit/simulator/oracle/case';
import { readCases } from '@mds-kit/simulator/scripts/read-cases';
import { simulate } from '@mds-kit/simulator/simulate';
import { attempt, judged, type Row } from './row.ts';
import { median, rounded } from './statistics.ts';

/** Ten thousand: the two thousand kept cases, five times. */
const TIMES = 5;
const ROUNDS = 5;
const POINTS = 141;

/** What the simulator may take, which it is measured against: more is felt on a phone ten times as slow. */
const LIMITS = {
  amountsMicroseconds: 100,
  reasonsMicroseconds: 300,
  curveMilliseconds: 15,
  firstMilliseconds: 50,
};

interface Case {
  readonly household: Household;
  readonly month: string;
}

/** Microseconds a household, the median of some rounds after one that warms up. */
function microseconds(cases: readonly Case[], work: (one: Case) => unknown): number {
  const round = () => {
    const began = performance.now();
    for (let time = 0; time < TIMES; time += 1) for (const one of cases) work(one);
    return ((performance.now() - began) * 1000) / (TIMES * cases.length);
  };
  round();
  return median(Array.from({ length: ROUNDS }, round));
}

function perHousehold(cases: readonly Case[], limit: number, work: (one: Case) => unknown, measured: string) {
  const taken = microseconds(cases, work);
  return judged(
    taken / limit,
    { atMost: 1 },
    {
      measured,
      against: `${String(limit)} µs a household`,
      details: { microseconds: rounded(taken, 1), households: TIMES * cases.length },
    },
  );
}

/** Every fortieth kept case: whoever earns most of them a curve. */
function curve(cases: readonly Case[]) {
  const few = cases.filter((_, index) => index % 40 === 0);
  const draw = ({ household, month }: Case) =>
    earningsCurve(household, { person: household.adults[0]?.id ?? '', month });
  for (const one of few) draw(one);
  const taken = few.map((one) => {
    const began = performance.now();
    draw(one);
    return performance.now() - began;
  });
  return judged(
    median(taken) / LIMITS.curveMilliseconds,
    { atMost: 1 },
    {
      measured: `an earnings curve of ${String(POINTS)} points, the median of ${String(few.length)} households`,
      against: `${String(LIMITS.curveMilliseconds)} ms`,
      details: { milliseconds: rounded(median(taken), 2), slowest: rounded(Math.max(...taken), 2) },
    },
  );
}

const FIRST_CALL = `
  const { readCases } = await import('./packages/simulator/scripts/read-cases.ts');
  const { householdOf } = await import('./packages/simulator/src/oracle/case.ts');
  const [one] = readCases();
  const household = householdOf(one);
  const { simulate } = await import('./packages/simulator/src/simulate.ts');
  const began = performance.now();
  simulate(household, { month: one.month });
  console.log(performance.now() - began);
`;

/** In processes of their own, in which nothing was compiled yet. */
async function firstCall() {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '--eval',
      FIRST_CALL,
    ]);
    taken.push(Number(stdout));
  }
  return judged(
    median(taken) / LIMITS.firstMilliseconds,
    { atMost: 1 },
    {
      measured: 'the first simulation after the import',
      against: `${String(LIMITS.firstMilliseconds)} ms`,
      details: { milliseconds: rounded(median(taken), 1) },
    },
  );
}

/** All sixteen national benefits, for the kept cases. */
export const simulator: Row = {
  name: 'simulator',
  run: async (say) => {
    say('ten thousand households, several times');
    const cases = readCases().map((one) => ({ household: householdOf(one), month: one.month }));
    return {
      simulatorAmounts: await attempt(() =>
        Promise.resolve(
          perHousehold(
            cases,
            LIMITS.amountsMicroseconds,
            ({ household, month }) => amounts(household, { month }),
            'sixteen amounts',
          ),
        ),
      ),
      simulatorReasons: await attempt(() =>
        Promise.resolve(
          perHousehold(
            cases,
            LIMITS.reasonsMicroseconds,
            ({ household, month }) => simulate(household, { month }),
            'sixteen results with their reasons',
          ),
        ),
      ),
      earningsCurve: await attempt(() => Promise.resolve(curve(cases))),
      simulatorFirstCall: await attempt(firstCall),
    };
  },
};
