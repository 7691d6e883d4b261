import { Salaries } from '@mds-kit/contract/salaries';
import { CANARY, CANARY_TRACES } from '@mds-kit/exchange/testing/people';
import { SALAIRES } from '@mds-kit/exchange/testing/salaires';
import { envelope, errors } from '@mds-kit/exchange/testing/supplier-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { type Frame, signIn } from '../testing/visitor.ts';
import { startWorld, type World } from '../testing/world.ts';

const SCHEME = '/ressources/v1/salaires';

let world: World;
let browser: Browser;
let caf: Frame;

beforeAll(async () => {
  world = await startWorld();
  browser = world.browser();
  caf = await signIn(world, browser, 'caf-exemple', CANARY.nir);
});
afterEach(() => {
  world.suppliers.handlers[SCHEME] = envelope(SALAIRES);
});
afterAll(() => world.close());

describe('/v1/salaries', () => {
  it('brings what employers declared, live, on both hosts, and is kept nowhere', async () => {
    const own = await signIn(world, world.browser(), 'portail', CANARY.nir);
    for (const frame of [caf, own]) {
      const answer = await frame.call('GET', 'salaries');
      const salaries = Salaries.parse(answer.json());
      expect(salaries).toMatchObject({ situation: 'salaries', declaredUpTo: '2026-09' });
      expect(salaries.employers[0]?.contracts[0]?.months.at(-3)?.measures.netSocial).toBe(471142);
      expect(salaries.organisations.map(({ id }) => id)).toContain('urssaf');
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('asks for as many months as the page does, twelve where it does not say', async () => {
    world.suppliers.requests.length = 0;
    for (const query of ['', '?months=12', '?months=1', '?months=36'])
      await caf.call('GET', `salaries${query}`);
    const asked = world.suppliers.requests.map(({ url }) =>
      new URL(url, 'http://x').searchParams.get('months'),
    );
    expect(asked).toEqual(['12', '12', '1', '36']);
  });

  it.each(['0', '37', '-1', '1.5', 'twelve', '', '012', '1e1', '%00'])(
    'refuses %j months with a problem, and asks nobody',
    async (months) => {
      world.suppliers.requests.length = 0;
      const answer = await caf.call('GET', `salaries?months=${months}`);
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(answer.json()).toMatchObject({ status: 400, code: 'invalid-request' });
      expect(world.suppliers.requests).toEqual([]);
    },
  );

  it('says that the scheme does not answer, and never "no salary"', async () => {
    world.suppliers.handlers[SCHEME] = errors(503, '37001');
    const salaries = Salaries.parse((await caf.call('GET', 'salaries')).json());
    expect(salaries).toMatchObject({
      situation: 'not-answering',
      missing: [{ organisation: null, why: 'unavailable' }],
    });
    expect(salaries.organisations).not.toHaveLength(0);
  });

  it('is nobody’s who is not signed in', async () => {
    const stranger = await world
      .browser()
      .ask(`${world.portal.widgetsUrl}/v1/salaries`, { headers: { 'mds-partner': 'caf-exemple' } });
    expect(stranger.json()).toMatchObject({ status: 401, code: 'signed-out' });
  });

  it('is in the journal before it is shown, and what cannot be journalled is not shown', async () => {
    const { kysely } = world.database;
    await kysely.deleteFrom('access_entry').execute();
    const again = await signIn(world, world.browser(), 'caf-exemple', CANARY.nir);
    await kysely.schema.alterTable('access_entry').renameTo('elsewhere').execute();
    const refused = await again.call('GET', 'salaries');
    await kysely.schema.alterTable('elsewhere').renameTo('access_entry').execute();
    expect(refused.json()).toMatchObject({ status: 503, code: 'unavailable' });
    expect(refused.text).not.toContain('471142');
    await again.call('GET', 'salaries');
    const events = await kysely.selectFrom('access_entry').select('event').orderBy('id').execute();
    expect(events.map(({ event }) => event)).toEqual(['signed-in', 'salaries']);
  });

  it('leaves nothing of the person in log lines, metrics, addresses or rows', async () => {
    await caf.call('GET', 'salaries');
    const { text: metrics } = await browser.ask(world.portal.metricsUrl ?? '');
    expect(metrics).toContain('service="salaries"');
    const rows: unknown[] = [];
    for (const table of ['link', 'session', 'one_time_code', 'counter', 'access_entry'] as const)
      rows.push(...(await world.database.kysely.selectFrom(table).selectAll().execute()));
    const written = [
      ...world.log,
      metrics,
      ...browser.visited,
      ...world.suppliers.requests.map(({ url }) => url),
      JSON.stringify(rows, (_key, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
      ),
    ].join('\n');
    expect(written).toContain('"service":"salaries"');
    for (const trace of [...CANARY_TRACES, '00000000100018', 'ligne-de-canari', 'contrat-de-canari'])
      expect(written.includes(trace), trace).toBe(false);
  });
});
