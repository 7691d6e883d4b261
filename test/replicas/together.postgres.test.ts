import { readMigrations } from '@mds-kit/database/migrations';
import { LIMITS } from '@mds-kit/portal/limits/limits';
import { MIGRATIONS } from '@mds-kit/portal/database';
import { CITIZENS, type Citizen } from '@mds-kit/sandbox/citizens';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Person } from './person.ts';
import { startReplicas, type Replicas } from './replicas.ts';

let world: Replicas;
const persons: Person[] = [];

beforeAll(async () => {
  world = await startReplicas();
});
afterAll(() => world.stop());
afterEach(async () => {
  await Promise.all(persons.splice(0).map((person) => person.close()));
});

function citizen(login: string): Citizen {
  const found = CITIZENS.find((one) => one.login === login);
  if (!found) throw new Error(`The sandbox has lost ${login}.`);
  return found;
}

function somebody(login: string): Person {
  const person = new Person(world, citizen(login));
  persons.push(person);
  return person;
}

/** What somebody's requests were, and on which replica each, in order. */
const wayOf = ({ address }: Person) => world.proxy.hops.filter(({ client }) => client === address);

describe('two replicas that start at the same moment', () => {
  it('bring an empty database to where they are, once', async () => {
    const client = await world.database.connect();
    const { rows } = await client.query<{ name: string }>('select name from mds_migration order by number');
    const migrations = await readMigrations(MIGRATIONS);
    expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
  });

  it('do each turn of each job once between them', async () => {
    const client = await world.database.connect();
    await vi.waitFor(async () => {
      const { rows } = await client.query<{ outcome: string }>('select outcome from mds_job_turn');
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ outcome }) => outcome !== 'done')).toEqual([]);
      expect(turnsDone()).toHaveLength(rows.length);
    });
    expect(new Set(turnsDone()).size).toBe(turnsDone().length);
  });

  /** Job and turn of all that either did, as their logs tell. */
  const turnsDone = () =>
    world.replicas
      .flatMap(({ running }) => running.output().split('\n'))
      .filter((line) => line.includes('"event":"job-done"'))
      .map((line) => {
        const { job, turn } = JSON.parse(line) as { job: string; turn: string };
        return `${job} ${turn}`;
      });
});

describe('somebody whose every step is taken on the other replica', () => {
  it('signs in for the first time, and is signed in on both', async () => {
    const person = somebody('camille');
    await person.signIn();
    const way = wayOf(person);
    expect(way.map(({ method, path }) => `${method} ${path.split('?', 1)[0] ?? ''}`)).toEqual([
      'POST /v1/sign-in',
      'GET /start',
      'GET /callback',
      'GET /nir',
      'POST /nir',
      'GET /signed-in',
      'POST /v1/session',
    ]);
    expect(way.map(({ replica }) => replica)).toEqual([0, 1, 0, 1, 0, 1, 0]);
    for (const replica of world.replicas) expect(await person.isSignedIn(replica)).toBe(true);
  });

  it('comes again, known to both, and has the code redeemed by the one that did not give it', async () => {
    await somebody('david').signIn();
    const again = somebody('david');
    await again.signIn();
    const way = wayOf(again);
    expect(way.map(({ path }) => path.split('?', 1)[0])).not.toContain('/nir');
    const [gave, took] = way.slice(-2);
    expect(gave?.path).toMatch(/^\/callback/);
    expect(took?.path).toBe('/v1/session');
    expect(gave?.replica).not.toBe(took?.replica);
  });

  it('signs out on one, and is out on the other within the second that it remembers', async () => {
    const person = somebody('ines');
    await person.signIn();
    const [one, other] = world.replicas;
    for (const replica of [one, other]) expect(await person.isSignedIn(replica)).toBe(true);
    const [copy, sameCopy] = [person.copy(), person.copy()];
    persons.push(copy, sameCopy);
    const began = performance.now();
    expect((await person.ask('DELETE', 'session', undefined, one)).status).toBe(200);
    expect(await copy.isSignedIn(one)).toBe(false);
    let lastSeen = began;
    await vi.waitUntil(
      async () => {
        const asked = performance.now();
        if (!(await sameCopy.isSignedIn(other))) return true;
        lastSeen = asked;
        return false;
      },
      { timeout: 5_000, interval: 20 },
    );
    expect(lastSeen - began).toBeLessThanOrEqual(1_000);
  });
});

describe('what works once, or so many times,', () => {
  it('a handover code works once on both together, however many redeem it at the same moment', async () => {
    const arrivals = await Promise.all(
      ['marc', 'lucie', 'karim', 'simone', 'germaine', 'paul'].map(async (login) => {
        const person = somebody(login);
        return { person, code: await person.arrive() };
      }),
    );
    const [one, other] = world.replicas;
    const outcomes = await Promise.all(
      arrivals.map(({ person, code }) =>
        Promise.all([one, other, one, other].map((replica) => person.redeem(code, replica))),
      ),
    );
    for (const statuses of outcomes) expect(statuses.sort()).toEqual([200, 403, 403, 403]);
  });

  it('a number can be tried five times on both together', async () => {
    const person = somebody('emma');
    const page = await person.identify();
    const { nir } = citizen('thomas');
    // One after the other: what there is to say of a number waits in a cookie, and one browser has one.
    const statuses: number[] = [];
    while (statuses.length < 8) {
      statuses.push((await person.typeNir(page, nir)).status);
      // A number is two requests, here and back: one more, or all numbers would come to the same replica.
      await person.ask('GET', 'session');
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
    const tries = wayOf(person).filter(({ method, path }) => method === 'POST' && path === '/nir');
    expect(new Set(tries.map(({ replica }) => replica)).size).toBe(2);
    // Also the right one, once there were too many.
    expect((await person.typeNir(page, person.citizen.nir)).status).toBe(429);
  });

  it('an address is let through as often on both together as on one, but for a tenth for each', async () => {
    const { requests, seconds } = LIMITS.signIn;
    const window = () => Math.floor(Date.now() / (seconds * 1000));
    let began: number;
    let statuses: number[];
    // A burst over the turn of a window would count in both: then once more, in the new one.
    do {
      began = window();
      const person = somebody('max');
      statuses = [];
      while (statuses.length < requests * 1.6)
        statuses.push((await person.ask('POST', 'sign-in', {})).status);
    } while (window() !== began);
    const letThrough = statuses.filter((status) => status === 200).length;
    expect(letThrough).toBeGreaterThanOrEqual(requests);
    expect(letThrough).toBeLessThanOrEqual(requests * 1.2);
    expect(new Set(statuses.slice(-10))).toEqual(new Set([429]));
  });
});
