import { KnownSituation } from '@mds-kit/contract/situation';
import { FAMILLE, FAMILY_NAMES, FAMILY_TRACES } from '@mds-kit/exchange/testing/famille';
import { CANARY, CANARY_TRACES } from '@mds-kit/exchange/testing/people';
import { salairesAsAsked } from '@mds-kit/exchange/testing/salaires';
import { envelope, errors } from '@mds-kit/exchange/testing/supplier-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { type Frame, signIn } from '../testing/visitor.ts';
import { startWorld, type World } from '../testing/world.ts';

const FAMILY = '/cnaf/v3/dss/quotient_familial';
const SCHEME = '/ressources/v1/salaires';
const IN_PAGE = 'http://dans-la-page.localhost:4100';

let world: World;
let browser: Browser;
let own: Frame;

beforeAll(async () => {
  world = await startWorld();
  browser = world.browser();
  own = await signIn(world, browser, 'portail', CANARY.nir);
});
afterEach(() => {
  world.suppliers.handlers[FAMILY] = envelope(FAMILLE);
  world.suppliers.handlers[SCHEME] = salairesAsAsked;
});
afterAll(() => world.close());

const ask = async () => KnownSituation.parse((await own.call('GET', 'situation')).json());

describe('/v1/situation', () => {
  it('brings what everybody knows, live, with whose word it is, for nobody to keep', async () => {
    const answer = await own.call('GET', 'situation');
    const { household, sources, missing } = KnownSituation.parse(answer.json());
    expect(household.adults[0]).toMatchObject({
      birthDate: '1991-03-14',
      incomes: { salary: { start: '2026-09', netSocial: [471142] } },
    });
    expect(household.children?.map(({ id, birthDate }) => [id, birthDate])).toEqual([
      ['c1', '2016-02-29'],
      ['c2', '2023-08-21'],
    ]);
    expect(household.received?.af).toEqual([{ from: '2024-09', cents: 471142 }]);
    expect(sources.find(({ path }) => path === 'received.af')?.organisation).toBe('caf-exemple');
    expect(missing).toEqual([]);
    expect(answer.headers['cache-control']).toBe('no-store');
    for (const name of FAMILY_NAMES) expect(answer.text).not.toContain(name);
  });

  it('says who does not answer, and leaves unknown what only they know', async () => {
    world.suppliers.handlers[FAMILY] = errors(503, '37001');
    world.suppliers.handlers[SCHEME] = errors(503, '37001');
    const { household, missing } = await ask();
    expect(missing).toEqual([
      { part: 'family', organisation: 'caf-exemple', why: 'unavailable' },
      { part: 'resources', organisation: null, why: 'unavailable' },
    ]);
    for (const unknown of ['children', 'couple', 'housing']) expect(household).not.toHaveProperty(unknown);
    expect(household.adults).toEqual([{ id: 'a1', birthDate: '1991-03-14' }]);
  });

  it('is nobody’s who is not signed in', async () => {
    const stranger = await world
      .browser()
      .ask(`${world.portal.portalUrl}/v1/situation`, { headers: { 'mds-partner': 'portail' } });
    expect(stranger.json()).toMatchObject({ status: 401, code: 'signed-out' });
  });

  it('is no partner’s, in a frame or in the page', async () => {
    const framed = await signIn(world, world.browser(), 'caf-exemple', CANARY.nir);
    const inPage = await signIn(world, world.browser(), 'dans-la-page', CANARY.nir);
    const cross = { origin: IN_PAGE, 'sec-fetch-site': 'cross-site' };
    world.suppliers.requests.length = 0;
    expect((await framed.call('GET', 'situation')).json()).toMatchObject({ code: 'not-found' });
    const fromPage = await inPage.call('GET', 'situation', undefined, cross);
    expect(fromPage.json()).toMatchObject({ code: 'not-found' });
    for (const [partner, code] of [
      ['dans-la-page', 'partner-unknown'],
      ['portail', 'origin-refused'],
    ] as const) {
      const headers = { ...cross, 'mds-partner': partner };
      const atPortal = await browser.ask(`${world.portal.portalUrl}/v1/situation`, { headers });
      expect(atPortal.json()).toMatchObject({ code });
    }
    expect(world.suppliers.requests).toEqual([]);
  });

  it('is in the journal before it is shown, and what cannot be journalled is not shown', async () => {
    const { kysely } = world.database;
    await kysely.deleteFrom('access_entry').execute();
    const again = await signIn(world, world.browser(), 'portail', CANARY.nir);
    await kysely.schema.alterTable('access_entry').renameTo('elsewhere').execute();
    const refused = await again.call('GET', 'situation');
    await kysely.schema.alterTable('elsewhere').renameTo('access_entry').execute();
    expect(refused.json()).toMatchObject({ status: 503, code: 'unavailable' });
    for (const trace of FAMILY_TRACES) expect(refused.text).not.toContain(trace);
    await again.call('GET', 'situation');
    await again.call('GET', 'situation');
    const events = await kysely.selectFrom('access_entry').select('event').orderBy('id').execute();
    expect(events.map(({ event }) => event)).toEqual(['signed-in', 'situation']);
  });

  it('leaves nothing of the family in log lines, metrics, addresses or rows', async () => {
    await own.call('GET', 'situation');
    const { text: metrics } = await browser.ask(world.portal.metricsUrl ?? '');
    expect(metrics).toContain('service="household"');
    // Prometheus drops a page that says two things of one breaker.
    const breakers = metrics.split('\n').filter((line) => line.startsWith('mds_supplier_breaker{'));
    const named = breakers.map((line) => line.split(' ')[0]);
    expect(new Set(named).size).toBe(named.length);
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
    expect(written).toContain('"service":"household"');
    for (const trace of [...CANARY_TRACES, ...FAMILY_TRACES])
      expect(written.includes(trace), trace).toBe(false);
  });
});
