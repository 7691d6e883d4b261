import { Me } from '@mds-kit/contract/me';
import type { SignedOut } from '@mds-kit/contract/session';
import { CANARY } from '@mds-kit/exchange/testing/people';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RETENTION } from '../retention.ts';
import type { Browser } from '../testing/browser.ts';
import { Frame, goThroughFranceConnect, handoverIn, signIn } from '../testing/visitor.ts';
import { CANARY_CLAIMS, startWorld, type World } from '../testing/world.ts';
import { KEPT_KINDS, OF_NOBODY } from './kept.ts';

/** Born in the same month, so that no doubt is raised. */
const OTHER = { sub: 'x'.repeat(66), nir: '291036999099285', name: 'AUTRUI-EXEMPLE' };
const OTHER_CLAIMS = { ...CANARY_CLAIMS, sub: OTHER.sub, family_name: OTHER.name };

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld({ MDS_LIMITS: '100' });
});
afterAll(() => world.close());
beforeEach(async () => {
  browser = world.browser();
  world.franceConnect.who = CANARY_CLAIMS;
  for (const table of ['link', 'counter'] as const) await world.database.kysely.deleteFrom(table).execute();
});

async function asOther<T>(act: () => Promise<T>): Promise<T> {
  world.franceConnect.who = OTHER_CLAIMS;
  try {
    return await act();
  } finally {
    world.franceConnect.who = CANARY_CLAIMS;
  }
}

/** Up to the code with which somebody would arrive at a fund's page. */
async function codeUnderWay(who: Browser): Promise<{ frame: Frame; code: string }> {
  const frame = new Frame(who, world, 'msa-exemple');
  return { frame, code: handoverIn(await goThroughFranceConnect(who, await frame.startUrl())) };
}

/** Somebody with a session here, one at a fund, a code under way, and a journal. */
async function settle(who: Browser, nir: string) {
  const own = await signIn(world, who, 'portail', nir);
  const caf = await signIn(world, who, 'caf-exemple', nir);
  await caf.call('GET', 'rights/family');
  const { frame: msa, code } = await codeUnderWay(who);
  return { own, caf, msa, code };
}

async function tables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(world.database.kysely);
  return rows.map(({ name }) => name);
}

/** Rows of the whole schema in which somebody's index stands, by table. */
async function rowsOf(subject: Uint8Array): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of await tables()) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(
      world.database.kysely,
    );
    const count = rows.filter((row) =>
      Object.values(row).some((value) => value instanceof Uint8Array && Buffer.from(subject).equals(value)),
    ).length;
    if (count > 0) found[table] = count;
  }
  return found;
}

async function subjectOf(nir: 'first' | 'second'): Promise<Uint8Array> {
  const links = await world.database.kysely.selectFrom('link').selectAll().orderBy('created_at').execute();
  const link = links[nir === 'first' ? 0 : 1];
  if (link === undefined) throw new Error('Nobody is there');
  return link.subject;
}

const meOf = async (frame: Frame) => Me.parse((await frame.call('GET', 'me')).json());
const statusOf = async (frame: Frame) =>
  ((await frame.call('GET', 'session')).json() as { status: string }).status;

describe('every table of the schema', () => {
  it('is exported, or said to be nobody’s and why; and its keeping is explained', async () => {
    const exported = KEPT_KINDS.map(({ table }) => table as string);
    const named = [...exported, ...Object.keys(OF_NOBODY)];
    expect(named.toSorted()).toEqual((await tables()).toSorted());
    const explained = Object.values(RETENTION).flatMap((row): readonly string[] => row.tables);
    for (const table of exported) expect(explained).toContain(table);
  });
});

describe('GET /v1/me', () => {
  it('gives all that the database has of the person, row for row, readable', async () => {
    const { own } = await settle(browser, CANARY.nir);
    await asOther(() => settle(world.browser(), OTHER.nir));
    await world.database.kysely
      .insertInto('agreement')
      .values({
        subject: await subjectOf('first'),
        partner: 'caf-exemple',
        agreed: true,
        at: new Date('2026-11-22T09:00:00Z'),
      })
      .execute();
    const me = await meOf(own);
    const inTables = await rowsOf(await subjectOf('first'));
    expect(Object.keys(inTables).toSorted()).toEqual(
      KEPT_KINDS.map(({ table }) => table as string).toSorted(),
    );
    for (const { what, table } of KEPT_KINDS) {
      const kept = me.kept.find((kind) => kind.what === what);
      expect(kept?.items, table).toHaveLength(inTables[table] ?? 0);
      expect(kept?.purpose.text).toContain(RETENTION[what].purpose);
    }
    const [link, session] = me.kept.map(({ items }) => items[0]?.content);
    expect(link).toMatchObject({ nir: CANARY.nir });
    expect(session).toMatchObject({
      site: 'Mes droits sociaux',
      thisOne: true,
      birthName: CANARY.birthName,
      firstNames: CANARY.firstNames,
      birthDate: CANARY.birthDate,
      nir: CANARY.nir,
      franceConnectSub: CANARY_CLAIMS.sub,
    });
  });

  it('gives nothing of anybody else, and no token', async () => {
    const { own } = await settle(browser, CANARY.nir);
    const other = await asOther(() => settle(world.browser(), OTHER.nir));
    const text = (await own.call('GET', 'me')).text;
    const otherIndex = Buffer.from(await subjectOf('second')).toString('base64url');
    for (const trace of [OTHER.nir, OTHER.name, OTHER.sub, otherIndex]) expect(text).not.toContain(trace);
    for (const secret of [...(browser.cookies.get(new URL(world.portal.portalUrl).host)?.values() ?? [])])
      expect(text).not.toContain(secret);
    expect(text).not.toContain('eyJ');
    const others = JSON.stringify(await meOf(other.own));
    expect(others).toContain(OTHER.nir);
    expect(others).not.toContain(CANARY.nir);
  });

  it('says until when each thing stays', async () => {
    const { own } = await settle(browser, CANARY.nir);
    const until = (days: number, me: Me, what: string) => {
      const [item] = me.kept.find((kind) => kind.what === what)?.items ?? [];
      return Math.abs(Date.parse(item?.until ?? '') - Date.parse(me.asOf) - days * 86_400_000) < 60_000;
    };
    const me = await meOf(own);
    const year =
      (Date.parse(me.asOf) - new Date(me.asOf).setUTCFullYear(new Date(me.asOf).getUTCFullYear() - 1)) /
      86_400_000;
    expect(until(year, me, 'link') || until(year + 1, me, 'link') || until(year - 1, me, 'link')).toBe(true);
    expect(until(30 / (24 * 60), me, 'session')).toBe(true);
  });

  it('does not count as a connection, and the journal tells of it', async () => {
    const own = await signIn(world, browser, 'portail', CANARY.nir);
    const link = () => world.database.kysely.selectFrom('link').selectAll().executeTakeFirstOrThrow();
    const { last_used_at } = await link();
    world.pass(60);
    const me = await meOf(own);
    world.pass(-60);
    expect((await link()).last_used_at).toEqual(last_used_at);
    const journal = me.kept.find(({ what }) => what === 'access');
    expect(journal?.items.map(({ content }) => content.event)).toEqual(['exported', 'signed-in']);
  });

  it('is answered on the portal’s own host alone, to who is signed in there', async () => {
    const { caf } = await settle(browser, CANARY.nir);
    expect((await caf.call('GET', 'me')).status).toBe(404);
    expect((await caf.call('DELETE', 'me')).status).toBe(404);
    const stranger = new Frame(world.browser(), world, 'portail');
    expect((await stranger.call('GET', 'me')).json()).toMatchObject({ code: 'signed-out' });
    expect((await stranger.call('DELETE', 'me')).json()).toMatchObject({ code: 'signed-out' });
  });
});

describe('DELETE /v1/me', () => {
  it('leaves no row of the person in any table, and all of everybody else’s', async () => {
    const { own } = await settle(browser, CANARY.nir);
    await asOther(() => settle(world.browser(), OTHER.nir));
    const [first, second] = [await subjectOf('first'), await subjectOf('second')];
    const before = await rowsOf(second);
    expect((await own.call('DELETE', 'me')).status).toBe(200);
    expect(await rowsOf(first)).toEqual({});
    expect(await rowsOf(second)).toEqual(before);
  });

  it('ends every session of the person on every host, at once; on another replica after a second', async () => {
    const second = await world.replica();
    const elsewhere = world.browser();
    const { own, caf } = await settle(browser, CANARY.nir);
    const phone = await signIn(world, elsewhere, 'caf-exemple', CANARY.nir);
    const stranger = await asOther(() => signIn(world, world.browser(), 'caf-exemple', OTHER.nir));
    const [here, there] = [new URL(world.portal.widgetsUrl).host, new URL(second.widgetsUrl).host];
    elsewhere.cookies.set(there, new Map(elsewhere.cookies.get(here)));
    const onReplica = new Frame(elsewhere, { portal: second }, 'caf-exemple');
    for (const frame of [own, caf, phone, onReplica, stranger])
      expect(await statusOf(frame)).toBe('signed-in');

    await own.call('DELETE', 'me');
    for (const frame of [own, caf, phone]) expect(await statusOf(frame)).toBe('signed-out');
    world.pass(1);
    expect(await statusOf(onReplica)).toBe('signed-out');
    expect((await onReplica.call('GET', 'rights/family')).status).toBe(401);
    expect(await statusOf(stranger)).toBe('signed-in');
    world.pass(-1);
  });

  it('destroys the link of a former civil status too, with what was agreed under it', async () => {
    const former = { ...CANARY_CLAIMS, sub: 'b'.repeat(64) };
    world.franceConnect.who = former;
    await signIn(world, world.browser(), 'caf-exemple', CANARY.nir);
    world.franceConnect.who = CANARY_CLAIMS;
    const own = await signIn(world, browser, 'portail', CANARY.nir);
    await asOther(() => settle(world.browser(), OTHER.nir));
    const count = async () => (await world.database.kysely.selectFrom('link').selectAll().execute()).length;
    expect(await count()).toBe(3);
    await own.call('DELETE', 'me');
    expect(await count(), 'the other person’s stays').toBe(1);
  });

  it('spends codes under way: nobody enters behind it', async () => {
    const { own, msa, code } = await settle(browser, CANARY.nir);
    await own.call('DELETE', 'me');
    expect((await msa.redeem(code)).json()).toMatchObject({ code: 'handover-refused' });
    expect(await world.database.kysely.selectFrom('session').selectAll().execute()).toEqual([]);
  });

  it('leads on to FranceConnect’s sign-out, and asks the number again when the person comes back', async () => {
    const own = await signIn(world, browser, 'portail', CANARY.nir);
    const answer = await own.call('DELETE', 'me');
    expect(answer.setCookies).toContainEqual(expect.stringMatching(/^__Host-mds-session=; Max-Age=0/));
    const { signOutUrl } = answer.json() as SignedOut;
    const page = await browser.follow(signOutUrl ?? '');
    expect(world.franceConnect.ended?.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    expect(page.text).toContain('Votre session est terminée');
    const back = await browser.follow(`${world.portal.portalUrl}/start?partner=portail&return=accueil`);
    expect(back.text).toContain('name="nir"');
  });

  it('is refused without our own page’s word', async () => {
    const own = await signIn(world, browser, 'portail', CANARY.nir);
    const widgets = world.portal.widgetsUrl;
    for (const headers of [{ origin: widgets }, { origin: 'null' }, { 'sec-fetch-site': 'same-site' }])
      expect((await own.call('DELETE', 'me', undefined, headers)).json()).toMatchObject({
        code: 'origin-refused',
      });
    const bare = await browser.ask(`${world.portal.portalUrl}/v1/me`, { method: 'DELETE' });
    expect(bare.status).toBe(403);
    expect(await statusOf(own)).toBe('signed-in');
  });
});
