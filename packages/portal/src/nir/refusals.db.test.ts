import { CANARY } from '@mds-kit/exchange/testing/people';
import { envelope, errors, json, type Handler } from '@mds-kit/exchange/testing/supplier-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Ask, Browser } from '../testing/browser.ts';
import { afterForm, Frame, goThroughFranceConnect, typeNir, typeNirAndRead } from '../testing/visitor.ts';
import { CANARY_CLAIMS, SNGI, startWorld, type World } from '../testing/world.ts';

/** The registry's own time limit in the small catalogue, and what a refusal takes on top of it. */
const MOMENT = 800 + 250;

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  browser = world.browser();
  world.suppliers.handlers[SNGI] = envelope({ certifie: true });
  world.franceConnect.who = CANARY_CLAIMS;
  for (const table of ['link', 'one_time_code', 'counter'] as const)
    await world.database.kysely.deleteFrom(table).execute();
});

/** To the NIR page as somebody whom nobody knows yet. */
async function come(sub = CANARY_CLAIMS.sub): Promise<Browser> {
  const visitor = world.browser();
  world.franceConnect.who = { ...CANARY_CLAIMS, sub };
  await goThroughFranceConnect(visitor, await new Frame(visitor, world, 'caf-exemple').startUrl());
  return visitor;
}

/** A registry that answers after so much time of the stopwatch. */
const after =
  (ms: number, answer: Handler): Handler =>
  (...call) => {
    world.stopwatch.elapsed += ms;
    answer(...call);
  };

/** A generator of its own, so that each run draws the same (mulberry32). */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The largest distance between two empirical distributions (Kolmogorov–Smirnov): 0 the same, 1 nothing in common. */
function distance(one: readonly number[], other: readonly number[]): number {
  const upTo = (sample: readonly number[], limit: number) =>
    sample.filter((value) => value <= limit).length / sample.length;
  return Math.max(...[...one, ...other].map((limit) => Math.abs(upTo(one, limit) - upTo(other, limit))));
}

const withoutReference = (answer: Answer) => answer.text.replace(/(reference">)\w+/, '$1');

describe('a refusal', () => {
  const SAMPLES = 10;
  const draw = draws(4711);
  /** How such a registry might work: who is unknown is looked for everywhere, a twin is compared field by field. */
  const kinds = [
    { kind: 'unknown', nir: '291036999099186', ms: () => 200 + 200 * draw(), reply: errors(404, '35003') },
    { kind: 'somebody else’s', nir: '291036999099186', ms: () => 5 + 20 * draw() },
    { kind: 'a twin’s', nir: '291036999099186', ms: () => 40 + 60 * draw() },
    { kind: 'implausible, and sure', nir: '185057899099125', ms: () => 110 + 80 * draw() },
  ];

  it('takes as long and says the same, whoever’s the number is and however long the registry looked', async () => {
    const visitor = await come();
    const taken: number[][] = [];
    const looked: number[][] = [];
    const pages = new Set<string>();
    for (const { nir, ms, reply = envelope({ certifie: false }) } of kinds) {
      const [times, looks]: [number[], number[]] = [[], []];
      for (let sample = 0; sample < SAMPLES; sample += 1) {
        await world.database.kysely.deleteFrom('counter').execute();
        const look = ms();
        world.suppliers.handlers[SNGI] = after(look, reply);
        const came = world.stopwatch.elapsed;
        const refusal = await typeNirAndRead(visitor, world, { nir, sure: 'yes' });
        times.push(Math.round(world.stopwatch.elapsed - came));
        looks.push(look);
        pages.add(withoutReference(refusal));
      }
      taken.push(times);
      looked.push(looks);
    }
    const pairs = kinds
      .flatMap((_, one) => kinds.map((__, other) => [one, other] as const))
      .filter(([a, b]) => a < b);
    const between = (samples: number[][]) =>
      pairs.map(([one, other]) => distance(samples[one] ?? [], samples[other] ?? []));
    // Told apart at once by how long the registry looks (at 10 samples each, 0.73 is certain to 1 %)…
    for (const found of between(looked)) expect(found).toBeGreaterThan(0.73);
    // …and not at all by when the refusal leaves.
    for (const found of between(taken)) expect(found).toBe(0);
    expect(new Set(taken.flat())).toEqual(new Set([MOMENT]));
    expect(pages.size).toBe(1);
  });

  it('leaves later only when the registry was', async () => {
    const visitor = await come();
    world.suppliers.handlers[SNGI] = after(4000, envelope({ certifie: false }));
    const came = world.stopwatch.elapsed;
    expect((await typeNir(visitor, world, { nir: CANARY.nir })).headers.location).toBe('/nir');
    expect(world.stopwatch.elapsed - came).toBe(4000);
  });

  it('is all that waits: what can be said without the registry is said at once, and so is welcome', async () => {
    const visitor = await come();
    const came = world.stopwatch.elapsed;
    expect((await typeNir(visitor, world, { nir: '291036999099187' })).headers.location).toBe('/nir');
    expect((await typeNir(visitor, world, { nir: '185057899099125' })).headers.location).toBe('/nir');
    expect((await typeNirAndRead(visitor, world, { nir: CANARY.nir })).status).toBe(200);
    expect(world.stopwatch.elapsed).toBe(came);
  });
});

describe('tries of one number', () => {
  it('are ten in an hour, whoever tries, and the answer is that of too many tries', async () => {
    world.suppliers.handlers[SNGI] = envelope({ certifie: false });
    const tired = await come('tired');
    for (let tried = 0; tried < 5; tried += 1)
      expect((await typeNir(tired, world, { nir: '185057899099125', sure: 'yes' })).headers.location).toBe(
        '/nir',
      );
    const own = await typeNirAndRead(tired, world, { nir: '185057899099125', sure: 'yes' });
    expect(own.status).toBe(429);

    for (let tried = 0; tried < 10; tried += 1) {
      const stranger = await come(`stranger ${String(tried)}`);
      expect((await typeNir(stranger, world, { nir: CANARY.nir })).headers.location).toBe('/nir');
    }
    world.suppliers.handlers[SNGI] = envelope({ certifie: true });
    const eleventh = await typeNirAndRead(await come('another'), world, { nir: CANARY.nir });
    expect(eleventh.status).toBe(429);
    expect(eleventh.headers['retry-after']).toBe(own.headers['retry-after']);
    expect(withoutReference(eleventh)).toBe(withoutReference(own));

    // Of this number alone, and for an hour.
    const other = await typeNirAndRead(await come('yet another'), world, {
      nir: '291036999099285',
      sure: 'yes',
    });
    expect(other.status).toBe(200);
    world.pass(3601);
    const later = await typeNirAndRead(await come('another'), world, { nir: CANARY.nir });
    world.pass(-3601);
    expect(later.status).toBe(200);
  });

  it('of somebody who has had theirs already do not count', async () => {
    world.suppliers.handlers[SNGI] = envelope({ certifie: false });
    const insistent = await come('insistent');
    for (let tried = 0; tried < 12; tried += 1) await typeNir(insistent, world, { nir: CANARY.nir });
    world.suppliers.handlers[SNGI] = envelope({ certifie: true });
    expect((await typeNirAndRead(await come(), world, { nir: CANARY.nir })).status).toBe(200);
  });
});

describe('what is wrong with a number', () => {
  const page = (visitor: Browser) => visitor.ask(`${world.portal.portalUrl}/nir`);
  const cookieOf = (visitor: Browser) =>
    visitor.cookies.get(new URL(world.portal.portalUrl).host)?.get('__Host-mds-signing-in') ?? '';

  it.each([
    ['291036999099187', 'faute de frappe', '291036999099187', 'nir-key'],
    ['185057899099125', 'l’année de naissance', '185057899099125', 'nir-doubt'],
    [CANARY.nir, 'Nous n’avons pas pu confirmer', '', 'nir-refused'],
    ['2'.repeat(101), 'beaucoup trop long', '', 'nir-too-long'],
  ])(
    'is never said in answer to the form, which browsers keep then: of %s, by the page after it, once',
    async (nir, words, kept, code) => {
      world.suppliers.handlers[SNGI] = envelope({ certifie: false });
      const visitor = await come();
      world.log.length = 0;
      const answer = await typeNir(visitor, world, { nir });
      expect([answer.status, answer.headers.location, answer.text]).toEqual([303, '/nir', '']);
      expect(JSON.stringify([answer.headers, answer.setCookies])).not.toContain(nir);
      const lines = world.log.map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(lines).toContainEqual(expect.objectContaining({ method: 'POST', route: '/nir', code }));
      const said = await page(visitor);
      expect(said.status).toBe(200);
      expect(said.text.split(words).length - 1).toBe(2);
      expect(said.text).toContain(`value="${kept}"`);
      expect(said.text.includes('name="sure"')).toBe(code === 'nir-doubt');
      const after = await page(visitor);
      expect(after.text).not.toContain('role="alert"');
      expect(after.text).toContain('value=""');
    },
  );

  it('is forgotten when another number was sent meanwhile', async () => {
    const visitor = await come();
    await typeNir(visitor, world, { nir: '2' });
    world.suppliers.handlers[SNGI] = json({ errors: [] }, 400);
    expect((await typeNirAndRead(visitor, world, { nir: CANARY.nir })).status).toBe(503);
    expect((await page(visitor)).text).not.toContain('role="alert"');
  });

  it('fits in its cookie, whatever was typed', async () => {
    const visitor = await come();
    const before = cookieOf(visitor).length;
    // Each takes six bytes in the JSON of the cookie, the most that there is.
    await typeNir(visitor, world, { nir: '\u0001'.repeat(100) });
    const longer = cookieOf(visitor).length - before;
    expect(longer).toBeGreaterThan(700);
    // What browsers take, less what FranceConnect's token and the longest names need (RFC 6265 §6.1).
    expect(longer).toBeLessThan(1024);
    expect((await page(visitor)).text).toContain('\u0001'.repeat(100));
  });
});

describe('a form that is not as our page sends it', () => {
  const post = (visitor: Browser, headers: Ask['headers'], body: string) =>
    visitor.ask(`${world.portal.portalUrl}/nir`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });
  const read = async (visitor: Browser, headers: Ask['headers'], body: string) =>
    afterForm(visitor, await post(visitor, headers, body));
  const own = () => ({ origin: world.portal.portalUrl, 'sec-fetch-site': 'same-origin' });

  it.each([101, 3000, 5000, 50_000])(
    'of %i characters gets the page again, with what to mend',
    async (length) => {
      const visitor = await come();
      const answer = await post(visitor, own(), `nir=${'2'.repeat(length)}`);
      expect(answer.status).toBe(303);
      const page = await visitor.ask(answer.location);
      expect(page.text.split('beaucoup trop long').length - 1).toBe(2);
      expect(page.text).toContain('name="nir"');
      expect(page.text).not.toContain('2222');
    },
  );

  it('of many characters and nobody’s is not even that', async () => {
    expect((await read(browser, own(), `nir=${'2'.repeat(5000)}`)).status).toBe(410);
  });

  it.each<[string, Ask['headers']]>([
    ['no origin', {}],
    ['the null origin', { origin: 'null' }],
    ['another origin', { origin: 'http://caf.localhost:4100', 'sec-fetch-site': 'cross-site' }],
  ])('from %s is told so, in words of its own, with the page to go back to', async (_what, headers) => {
    const visitor = await come();
    const before = world.suppliers.requests.length;
    const page = await read(visitor, headers, `nir=${CANARY.nir}`);
    expect(page.status).toBe(403);
    expect(page.text).toContain('Nous n’avons pas lu votre numéro');
    expect(page.text).not.toContain('la réponse de FranceConnect');
    expect(page.text).toContain('<a class="button" href="/nir">Entrer à nouveau mon numéro');
    expect(page.text).toContain('href="http://caf.localhost:4100/mon-compte"');
    expect(world.suppliers.requests).toHaveLength(before);
    expect((await typeNirAndRead(visitor, world, { nir: CANARY.nir })).status).toBe(200);
  });
});
