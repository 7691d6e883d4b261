import { once } from 'node:events';
import { DOMAINS } from '@mds-kit/contract/domains';
import { tokenId } from '@mds-kit/portal/keys/secret-box';
import { CITIZENS } from '@mds-kit/sandbox/citizens';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Person } from './person.ts';
import { startReplicas, type Replica, type Replicas } from './replicas.ts';

const SESSIONS = 16;
const CODES = 4;

let world: Replicas;
let signedIn: Person[];
let arrivals: Arrival[];

type Arrival = { person: Person; code: string };

beforeAll(async () => {
  world = await startReplicas();
  signedIn = CITIZENS.slice(0, SESSIONS).map((citizen) => new Person(world, citizen));
  await Promise.all(signedIn.map((person) => person.signIn()));
  // Known by now: they come with a code straight away.
  const others = CITIZENS.slice(0, 2 * CODES).map((citizen) => new Person(world, citizen));
  arrivals = await Promise.all(others.map(async (person) => ({ person, code: await person.arrive() })));
});
afterAll(async () => {
  const everybody = [...signedIn, ...arrivals.map(({ person }) => person)];
  await Promise.all(everybody.map((person) => person.close()));
  await world.stop();
});

/** Everybody asks for their rights, one domain after the other, without a pause. */
class Load implements AsyncDisposable {
  /** Answers other than 200 that the proxy or a second try did not make good. */
  readonly failures: number[] = [];
  triedAgain = 0;
  #over = false;
  readonly #asking: Promise<unknown>;

  constructor(persons: readonly Person[]) {
    this.#asking = Promise.all(persons.map((person) => this.#askOn(person)));
  }

  /** Lets everybody's last question be answered. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#over = true;
    await this.#asking;
  }

  async #askOn(person: Person): Promise<void> {
    for (let turn = 0; !this.#over; turn += 1) {
      const path = `rights/${DOMAINS[turn % DOMAINS.length] ?? ''}`;
      let { status } = await person.ask('GET', path);
      // Lost with the replica that it was on: once more, as a page does.
      if (status === 502) {
        this.triedAgain += 1;
        ({ status } = await person.ask('GET', path));
      }
      if (status !== 200) this.failures.push(status);
    }
  }
}

/** Until each person had so many answers of this replica from now on. */
async function untilAnswered(replica: Replica, answers: number): Promise<void> {
  const before = world.proxy.hops.length;
  await vi.waitFor(
    () => {
      const hops = world.proxy.hops.slice(before).filter((hop) => hop.replica === replica.index);
      for (const { address } of signedIn) {
        const answered = hops.filter(({ client, answered: done }) => client === address && done);
        expect(answered.length).toBeGreaterThanOrEqual(answers);
      }
    },
    { timeout: 15_000, interval: 50 },
  );
}

/** Undefined: the connection broke, and nobody knows how far the redemption came. */
const redeem = ({ person, code }: Arrival, at?: Replica): Promise<number | undefined> =>
  person.redeem(code, at).catch(() => undefined);

const successes = (statuses: readonly (number | undefined)[]) =>
  statuses.filter((status) => status === 200).length;

describe('a replica that is killed under load', () => {
  it('takes no session with it, and no code with it is usable twice', { timeout: 30_000 }, async () => {
    const [survivor, doomed] = world.replicas;
    await using load = new Load(signedIn);
    await untilAnswered(doomed, 2);

    // Codes whose redemption is under way when it happens: their rows are held, so that both replicas wait.
    const held = arrivals.slice(0, CODES);
    const [onSurvivor, onDoomed] = [held.slice(0, CODES / 2), held.slice(CODES / 2)];
    const holder = await world.database.connect();
    await holder.query('begin');
    await holder.query('select from one_time_code where id = any($1) for update', [
      held.map(({ code }) => tokenId(code, 'handover')),
    ]);
    const kept = Promise.all(onSurvivor.map((arrival) => redeem(arrival, survivor)));
    const lost = Promise.all(onDoomed.map((arrival) => redeem(arrival, doomed)));
    await world.database.untilWaiting(CODES);
    // And codes that both are asked for at that very moment, wherever that finds them.
    const racing = arrivals.slice(CODES);
    const race = Promise.all(
      racing.map((arrival) => Promise.all([redeem(arrival, doomed), redeem(arrival, survivor)])),
    );

    const gone = once(doomed.running.process, 'exit');
    doomed.running.process.kill('SIGKILL');
    await gone;
    expect(await lost).toEqual(onDoomed.map(() => undefined));
    // They try again at once, and twice, while what the dead one asked of the database is still under way there.
    const again = Promise.all(onDoomed.map((arrival) => Promise.all([redeem(arrival), redeem(arrival)])));
    await world.database.untilWaiting(CODES + 2 * onDoomed.length);
    await holder.query('rollback');

    expect(await kept).toEqual(onSurvivor.map(() => 200));
    for (const statuses of [...(await again), ...(await race)])
      expect(successes(statuses)).toBeLessThanOrEqual(1);
    // Whatever came of it, all of them are spent.
    expect(await Promise.all(arrivals.map((arrival) => redeem(arrival)))).toEqual(arrivals.map(() => 403));

    await untilAnswered(survivor, 3);
    await load[Symbol.asyncDispose]();
    expect(load.failures).toEqual([]);
    expect(load.triedAgain).toBeLessThanOrEqual(SESSIONS);
    for (const person of signedIn) expect(await person.isSignedIn()).toBe(true);
  });
});
