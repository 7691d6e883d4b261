import { Accesses } from '@mds-kit/contract/accesses';
import { CANARY, CANARY_TRACES } from '@mds-kit/exchange/testing/people';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { type Frame, signIn } from '../testing/visitor.ts';
import { CANARY_CLAIMS, startWorld, type World } from '../testing/world.ts';

/** Born in the same month, so that no doubt is raised. */
const OTHER_NIR = '291036999099285';
const OTHER_SUB = 'x'.repeat(66);

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld({ MDS_LIMITS: '100' });
});
afterAll(() => world.close());
beforeEach(async () => {
  browser = world.browser();
  await world.database.kysely.deleteFrom('link').execute();
  world.franceConnect.who = CANARY_CLAIMS;
});

const accessesOf = async (frame: Frame, before?: string) =>
  Accesses.parse(
    (await frame.call('GET', `accesses${before === undefined ? '' : `?before=${before}`}`)).json(),
  );
const storyOf = ({ entries }: Accesses) =>
  entries
    .map(({ event, domain, partner }) => [event, domain, partner.name].filter(Boolean).join(' '))
    .toReversed();

describe('/v1/accesses', () => {
  it('tells the person who saw what, on which page, across partners', async () => {
    const caf = await signIn(world, browser, 'caf-exemple', CANARY.nir);
    await caf.call('GET', 'rights/family');
    await caf.call('GET', 'rights/family');
    await caf.call('DELETE', 'session');
    const own = await signIn(world, world.browser(), 'portail', CANARY.nir);
    expect(storyOf(await accessesOf(own))).toEqual([
      'signed-in Caf de l’Exemple',
      'rights family Caf de l’Exemple',
      'signed-out Caf de l’Exemple',
      'signed-in Mes droits sociaux',
    ]);
    expect(await accessesOf(own)).toMatchObject({ next: null, keptMonths: 12, historyLinkId: null });
  });

  it('is one person’s: neither another’s entries nor another’s cursor', async () => {
    const caf = await signIn(world, browser, 'caf-exemple', CANARY.nir);
    const [{ subject } = {}] = await world.database.kysely.selectFrom('link').select('subject').execute();
    if (subject === undefined) throw new Error('No link');
    const row = {
      subject,
      at: new Date(),
      partner: 'msa-exemple',
      event: 'signed-in',
      domain: null,
    } as const;
    await world.database.kysely
      .insertInto('access_entry')
      .values(Array.from({ length: 25 }, () => row))
      .execute();
    const { next } = await accessesOf(caf);
    expect((await accessesOf(caf, next ?? '')).entries).toHaveLength(6);

    world.franceConnect.who = { ...CANARY_CLAIMS, sub: OTHER_SUB };
    const other = await signIn(world, world.browser(), 'msa-exemple', OTHER_NIR);
    expect(storyOf(await accessesOf(other))).toEqual(['signed-in MSA de l’Exemple']);
    const refused = await other.call('GET', `accesses?before=${next ?? ''}`);
    expect(refused.json()).toMatchObject({ status: 400, code: 'invalid-request' });
    for (const before of ['', '1', '%00', 'x'.repeat(65)])
      expect((await other.call('GET', `accesses?before=${before}`)).status, before).toBe(400);
  });

  it('is nobody’s who is not signed in', async () => {
    const stranger = await world
      .browser()
      .ask(`${world.portal.widgetsUrl}/v1/accesses`, { headers: { 'mds-partner': 'caf-exemple' } });
    expect(stranger.json()).toMatchObject({ status: 401, code: 'signed-out' });
  });
});

describe('what cannot be journalled', () => {
  it('is not shown: the answer is a 503, and the next one that can be is whole', async () => {
    const caf = await signIn(world, browser, 'caf-exemple', CANARY.nir);
    const { schema } = world.database.kysely;
    await schema.alterTable('access_entry').renameTo('elsewhere').execute();
    const refused = await caf.call('GET', 'rights/family');
    await schema.alterTable('elsewhere').renameTo('access_entry').execute();
    expect(refused.json()).toMatchObject({ status: 503, code: 'unavailable' });
    expect(refused.text).not.toContain('471142');
    expect((await caf.call('GET', 'rights/family')).status).toBe(200);
    expect(storyOf(await accessesOf(caf))).toEqual([
      'signed-in Caf de l’Exemple',
      'rights family Caf de l’Exemple',
    ]);
  });

  it('holds nothing personal but the index', async () => {
    const caf = await signIn(world, browser, 'caf-exemple', CANARY.nir);
    await caf.call('GET', 'rights/family');
    const rows = await world.database.kysely.selectFrom('access_entry').selectAll().execute();
    expect(rows).toHaveLength(2);
    for (const trace of [...CANARY_TRACES, CANARY_CLAIMS.sub])
      expect(JSON.stringify(rows)).not.toContain(trace);
  });
});
