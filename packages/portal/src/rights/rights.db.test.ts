import { DomainRights } from '@mds-kit/contract/rights';
import { CANARY, CANARY_TRACES } from '@mds-kit/exchange/testing/people';
import { json } from '@mds-kit/exchange/testing/supplier-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { type Frame, signIn } from '../testing/visitor.ts';
import { CANARY_CLAIMS, startWorld, type World } from '../testing/world.ts';

/** Born in the same month, so that no doubt is raised. */
const OTHER_NIR = '291036999099285';

let world: World;
let browser: Browser;
let caf: Frame;

beforeAll(async () => {
  world = await startWorld();
  browser = world.browser();
  caf = await signIn(world, browser, 'caf-exemple', CANARY.nir);
});
afterAll(() => world.close());

const rightsOf = async (domain: string) =>
  DomainRights.parse((await caf.call('GET', `rights/${domain}`)).json());

describe('/v1/rights', () => {
  it('brings what the person’s funds say, live', async () => {
    const family = await rightsOf('family');
    expect(family.situation).toBe('rights');
    expect(family.rights[0]).toMatchObject({
      benefit: 'allocations_familiales',
      amount: { cents: 471142, period: 'month' },
      beneficiaries: [{ kind: 'child', firstName: 'Lorikeet' }],
    });
    expect(await rightsOf('solidarity')).toMatchObject({ situation: 'nothing-paid' });
  });

  it('asks the registry once for six domains asked together', async () => {
    world.suppliers.requests.length = 0;
    await Promise.all(
      ['health', 'family', 'housing', 'solidarity', 'retirement', 'employment'].map(rightsOf),
    );
    expect(world.suppliers.requests.filter(({ url }) => url.startsWith('/affiliations')).length).toBeLessThan(
      2,
    );
  });

  it('never reads a dead fund or a dead registry as "no right"', async () => {
    // Somebody else: what the registry said of the first person is still shared among her calls.
    world.franceConnect.who = { ...CANARY_CLAIMS, sub: 'x'.repeat(66) };
    const other = await signIn(world, world.browser(), 'caf-exemple', OTHER_NIR);
    world.franceConnect.who = CANARY_CLAIMS;
    const rights = async () => DomainRights.parse((await other.call('GET', 'rights/family')).json());
    const { handlers } = world.suppliers;
    const [fund, registry] = ['/cnaf/v3/dss/prestations/famille', '/affiliations/v1/affiliations'];
    const [alive, affiliations] = [handlers[fund], handlers[registry]];
    handlers[registry] = json({}, 500);
    expect(await rights()).toMatchObject({
      situation: 'not-answering',
      missing: [{ organisation: null, why: 'unavailable' }],
    });
    if (affiliations) handlers[registry] = affiliations;
    handlers[fund] = json({}, 500);
    expect(await rights()).toMatchObject({
      situation: 'not-answering',
      missing: [{ organisation: 'caf-exemple', why: 'unavailable' }],
    });
    if (alive) handlers[fund] = alive;
  });

  it('answers somebody who is not signed in, and a domain that does not exist, with a problem', async () => {
    const stranger = await world
      .browser()
      .ask(`${world.portal.widgetsUrl}/v1/rights/family`, { headers: { 'mds-partner': 'caf-exemple' } });
    expect(stranger.json()).toMatchObject({ status: 401, code: 'signed-out' });
    expect((await caf.call('GET', 'rights/weather')).json()).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  });
});

describe('nothing of a person', () => {
  it('is in any log line, metric, address, or row in the clear, after a whole visit', async () => {
    const { signOutUrl } = (await caf.call('DELETE', 'session')).json() as { signOutUrl: string };
    await browser.ask(signOutUrl);
    const metrics = (await browser.ask(world.portal.metricsUrl ?? '')).text;
    const rows: unknown[] = [];
    for (const table of ['link', 'session', 'one_time_code', 'counter', 'access_entry'] as const) {
      rows.push(...(await world.database.kysely.selectFrom(table).selectAll().execute()));
    }
    const places = {
      log: world.log.join('\n'),
      metrics,
      addresses: [...browser.visited, ...world.suppliers.requests.map(({ url }) => url)].join('\n'),
      rows: JSON.stringify(rows, (_key, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
      ),
    };
    expect(world.log.length).toBeGreaterThan(10);
    expect(rows.length).toBeGreaterThan(0);
    for (const [place, text] of Object.entries(places)) {
      for (const trace of [...CANARY_TRACES, world.franceConnect.who.sub])
        expect(text.includes(trace), `${trace} in ${place}`).toBe(false);
    }
  });

  it('is in a log line even if a handler fails on it', async () => {
    const lines = world.log.length;
    const link = await world.database.kysely.selectFrom('link').selectAll().executeTakeFirstOrThrow();
    await world.database.kysely
      .updateTable('link')
      .set({ nir: new Uint8Array(40) })
      .execute();
    const again = world.browser();
    const page = await again.follow(`${world.portal.portalUrl}/start?partner=portail&return=accueil`);
    await world.database.kysely.updateTable('link').set({ nir: link.nir }).execute();
    expect(page.status).toBe(500);
    expect(page.text).toContain('Une panne de notre côté');
    const fault = world.log.slice(lines).find((line) => line.includes('"event":"fault"'));
    expect(JSON.parse(fault ?? '{}')).toMatchObject({
      level: 'error',
      error: 'Error',
      at: expect.stringContaining('keys/secret-box.ts') as string,
    });
  });
});
