import { Me } from '@mds-kit/contract/me';
import { catalogue } from '@mds-kit/contract/fixtures/catalogue';
import { CANARY } from '@mds-kit/exchange/testing/people';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RETENTION } from '../retention.ts';
import type { Answer, Ask, Browser } from '../testing/browser.ts';
import { afterForm, signIn } from '../testing/visitor.ts';
import { startWorld, type World } from '../testing/world.ts';
import { privacyMain } from './privacy-page.ts';

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld({ MDS_LIMITS: '100' });
});
afterAll(() => world.close());
beforeEach(async () => {
  browser = world.browser();
  await world.database.kysely.deleteFrom('link').execute();
});

const ask = (path: string, options?: Ask) => browser.ask(world.portal.portalUrl + path, options);
const press = (headers: Ask['headers'] = {}) => {
  const { portalUrl } = world.portal;
  const own = { origin: portalUrl, 'sec-fetch-site': 'same-origin', ...headers };
  return ask('/privacy/unlink', { method: 'POST', headers: own, body: '' });
};
const events = async () =>
  (await world.database.kysely.selectFrom('access_entry').select('event').orderBy('id').execute()).map(
    ({ event }) => event,
  );

/** The words of a page, as they are read. */
const wordsOf = ({ text }: Answer) =>
  text
    .replace(/<head>.*?<\/head>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&#39;', "'")
    .replaceAll(/[ \n]+/g, ' ');

describe('the bodies', () => {
  it('are each named with where they answer for the data that they hold', async () => {
    const { organisations } = catalogue;
    const text = (await privacyMain(organisations, { then: [] })).toString();
    const contacts = organisations.flatMap(({ links }) => links.dataRights ?? []);
    expect(contacts.length).toBeGreaterThan(3);
    for (const { id, host } of contacts) {
      expect(text).toContain(`href="/rebound/${id}"`);
      expect(text).toContain(`(sur ${host})`);
    }
  });
});

describe('/privacy', () => {
  it('tells everybody what is kept, why and how long, row for row', async () => {
    const page = await ask('/privacy');
    expect(page.status).toBe(200);
    const words = wordsOf(page);
    for (const { name, purpose, basis, duration } of Object.values(RETENTION)) {
      for (const text of [name, purpose, basis, duration]) expect(words).toContain(text);
    }
    expect(page.text).toContain('href="/start?partner=portail');
    expect(page.text).not.toContain('/privacy/unlink');
  });

  it('works without script, is kept by nobody, and is linked from every page', async () => {
    await signIn(world, browser, 'portail', CANARY.nir);
    for (const path of ['/privacy', '/privacy/unlink']) {
      const page = await ask(path);
      expect(page.status).toBe(200);
      expect(page.text).not.toContain('<script');
      expect(page.headers['content-security-policy']).not.toContain('script-src');
      expect(page.headers['cache-control']).toBe('no-store');
    }
    for (const path of ['/', '/privacy', '/signed-out', '/nowhere'])
      expect((await ask(path)).text, path).toContain('<a href="/privacy">');
  });

  it('shows who is signed in what there is of them, the number masked', async () => {
    const caf = await signIn(world, browser, 'caf-exemple', CANARY.nir);
    await caf.call('GET', 'rights/family');
    await signIn(world, browser, 'portail', CANARY.nir);
    const page = await ask('/privacy');
    const words = wordsOf(page);
    expect(words).toContain('2\u00a091\u00a003\u00a0••\u00a0•••\u00a0•••\u00a0••');
    expect(words).toContain('Mes droits sociaux, Caf de l’Exemple');
    expect(words).toContain('3\u00a0accès');
    expect(words).toMatch(/Caf de l’Exemple\u00a0: vos droits affichés\u00a0: famille/);
    expect(page.text).not.toContain(CANARY.nir);
    expect(page.text).not.toContain(CANARY.birthName);
    // It does not stay on a screen that nobody looks at.
    expect(page.headers.refresh).toBe(`${30 * 60 + 1}; url=/privacy`);
  });

  it('is set as French is set', async () => {
    const pages = [await ask('/privacy')];
    await signIn(world, browser, 'portail', CANARY.nir);
    pages.push(
      await ask('/privacy'),
      await ask('/privacy/unlink'),
      await afterForm(browser, await press({ origin: 'https://evil.example' })),
    );
    pages.push(await press());
    for (const page of pages) {
      const words = wordsOf(page);
      expect(words).not.toMatch(/\p{L}'\p{L}/u);
      expect(words).not.toMatch(/\p{L} [:;?!»]|« /u);
    }
  });
});

describe('/privacy/export', () => {
  it('hands the person a file, and the journal tells of it', async () => {
    await signIn(world, browser, 'portail', CANARY.nir);
    const file = await ask('/privacy/export', { headers: { 'sec-fetch-site': 'same-origin' } });
    expect(file.headers['content-disposition']).toBe('attachment; filename="mes-donnees.json"');
    expect(file.headers['cache-control']).toBe('no-store');
    const me = Me.parse(file.json());
    expect(me.kept[0]?.items[0]?.content.nir).toBe(CANARY.nir);
    expect(await events()).toEqual(['signed-in', 'exported']);
  });

  it('goes to nobody who is not signed in, and is not begun from elsewhere or by a look ahead', async () => {
    expect((await ask('/privacy/export')).location.pathname).toBe('/privacy');
    await signIn(world, browser, 'portail', CANARY.nir);
    for (const site of ['cross-site', 'same-site'])
      expect((await ask('/privacy/export', { headers: { 'sec-fetch-site': site } })).status).toBe(303);
    expect((await ask('/privacy/export', { method: 'HEAD' })).status).toBe(405);
    expect(await events()).toEqual(['signed-in']);
  });
});

describe('unlinking', () => {
  const links = () => world.database.kysely.selectFrom('link').selectAll().execute();

  it('asks first, does it, says so, and leads on to FranceConnect’s sign-out', async () => {
    const own = await signIn(world, browser, 'portail', CANARY.nir);
    const question = await ask('/privacy/unlink');
    expect(question.headers['content-security-policy']).toContain("form-action 'self'");
    expect(question.headers['referrer-policy']).toBe('same-origin');
    expect(await links()).toHaveLength(1);

    const done = await press();
    expect(done.status).toBe(200);
    expect(done.text).toContain('Vos données sont supprimées');
    expect(await links()).toHaveLength(0);
    expect((await own.call('GET', 'session')).json()).toMatchObject({ status: 'signed-out' });

    const next = /href="(http[^"]+\/sign-out\/[\w-]{43})"/.exec(done.text)?.[1] ?? '';
    const end = await browser.follow(next);
    expect(world.franceConnect.ended?.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    expect(end.text).toContain('Votre session est terminée');
  });

  it('is not done for somebody else’s page, nor twice, nor for nobody', async () => {
    await signIn(world, browser, 'portail', CANARY.nir);
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const refused = await afterForm(browser, await press(headers));
      expect(refused.status).toBe(403);
      expect(refused.text).toContain('Rien n’a été supprimé');
    }
    expect(await links()).toHaveLength(1);
    expect((await press()).status).toBe(200);
    const again = await press();
    expect([again.status, again.location.pathname]).toEqual([303, '/privacy']);
    expect((await ask('/privacy/unlink')).location.pathname).toBe('/privacy');
  });
});
