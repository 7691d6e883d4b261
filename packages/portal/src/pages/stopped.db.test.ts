/**
 * What is sent to the NIR page stays in no browser: Chromium keeps the body of a form that a page answers in the files of
 * its profile. Each answer is a redirect, and what there is to say is said by the page that it leads to.
 */
import { CANARY } from '@mds-kit/exchange/testing/people';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../limits/limits.ts';
import type { RunningPortal } from '../start.ts';
import type { Answer, Browser } from '../testing/browser.ts';
import { afterForm, Frame, goThroughFranceConnect, handoverIn, typeNir } from '../testing/visitor.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  browser = world.browser();
  for (const table of ['link', 'one_time_code', 'counter'] as const)
    await world.database.kysely.deleteFrom(table).execute();
  await goThroughFranceConnect(browser, await new Frame(browser, world, 'caf-exemple').startUrl());
});

const jar = (portal = world.portal) => browser.cookies.get(new URL(portal.portalUrl).host);

/** Another replica, in the same browser. */
async function elsewhere(environment: Record<string, string>): Promise<RunningPortal> {
  const replica = await world.replica(environment);
  browser.cookies.set(new URL(replica.portalUrl).host, new Map(jar()));
  return replica;
}

const send = (headers: Record<string, string>, body = `nir=${CANARY.nir}`) =>
  browser.ask(`${world.portal.portalUrl}/nir`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });
const type = (portal = world.portal) => typeNir(browser, { portal }, { nir: CANARY.nir });
const own = () => ({ origin: world.portal.portalUrl, 'sec-fetch-site': 'same-origin' });

/** Where the answer leads, and what is said there. */
async function readAfter(answer: Answer): Promise<[where: string, page: Answer]> {
  expect([answer.status, answer.text]).toEqual([303, '']);
  expect(JSON.stringify([answer.headers, answer.setCookies])).not.toContain(CANARY.nir);
  return [answer.location.pathname, await afterForm(browser, answer)];
}

describe('a number that is not taken', () => {
  it('because another page sent it', async () => {
    const [where, page] = await readAfter(await send({ origin: 'http://caf.localhost:4100' }));
    expect([where, page.status]).toEqual(['/stopped', 403]);
    expect(page.text).toContain('Nous n’avons pas lu votre numéro');
    expect(page.text).toContain('<a class="button" href="/nir">Entrer à nouveau mon numéro');
  });

  it('because the sign-in has ended', async () => {
    world.pass(601);
    const [where, page] = await readAfter(await type());
    world.pass(-601);
    expect([where, page.status]).toEqual(['/stopped', 410]);
    expect(page.text).toContain('La connexion a pris trop de temps');
    expect(page.text).toContain('Recommencer la connexion');
  });

  it('because the sign-in has had its answer', async () => {
    const signingIn = new Map(jar());
    await type();
    for (const [name, value] of signingIn) jar()?.set(name, value);
    const [where, page] = await readAfter(await type());
    expect([where, page.status]).toEqual(['/stopped', 410]);
    expect(page.text).toContain('Cette connexion a déjà servi');
    expect(page.text).toContain('Revenir à Caf de l’Exemple');
  });

  it('because the browser keeps no cookie, and then it reads about cookies', async () => {
    browser = world.browser();
    const answer = await type();
    jar()?.clear();
    const [where, page] = await readAfter(answer);
    expect([where, page.status]).toEqual(['/stopped', 410]);
    expect(page.text).toContain('votre navigateur bloque sans doute les cookies');
  });

  it('because of a fault of ours', async () => {
    const headers = { ...own(), 'content-type': 'multipart/form-data' };
    world.log.length = 0;
    const [where, page] = await readAfter(await send(headers));
    expect([where, page.status]).toEqual(['/stopped', 500]);
    expect(page.text).toContain('Une panne de notre côté');
    const [, reference = '?'] = /reference">(\w+)/.exec(page.text) ?? [];
    const lines = world.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    const found = lines.filter(({ correlation }) => String(correlation).startsWith(reference));
    // What is read out on the phone leads to the fault, not to the page that told of it.
    expect(found.map(({ event }) => event)).toEqual(['fault', 'request']);
    expect(found[1]).toMatchObject({ method: 'POST', route: '/nir', status: 303, code: 'internal' });
  });

  it('because the portal is closed for maintenance', async () => {
    const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const closed = await elsewhere({ MDS_MAINTENANCE: `${hour(-1)}/${hour(1)}` });
    const [where, page] = await readAfter(await type(closed));
    expect([where, page.status]).toEqual(['/nir', 503]);
    expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
    expect(page.text).toContain('Le portail est fermé pour entretien');
  });

  it('because too many requests come from there', async () => {
    const { requests, seconds } = LIMITS.signIn;
    const strict = await elsewhere({ MDS_LIMITS: '1' });
    // To the beginning of a window, which this does not last.
    const passed = seconds - ((Date.now() / 1000) % seconds);
    world.pass(passed);
    for (let sent = 0; sent < requests; sent += 1) await browser.ask(`${strict.portalUrl}/start?partner=x`);
    const [where, page] = await readAfter(await type(strict));
    world.pass(-passed);
    expect([where, page.status]).toEqual(['/nir', 429]);
    expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
    expect(page.text).toContain('Trop de demandes à la fois');
  });
});

describe('a number that is taken', () => {
  const page = () => browser.ask(`${world.portal.portalUrl}/signed-in`);

  it('leads to a page of ours, and that on to the partner’s', async () => {
    const [where, shown] = await readAfter(await type());
    expect([where, shown.status]).toEqual(['/signed-in', 200]);
    expect(shown.text).toContain('Continuer vers Caf de l’Exemple');
    const target = `http://caf.localhost:4100/mon-compte#mds-handover=${handoverIn(shown)}`;
    expect(shown.text).toContain(`<meta http-equiv="refresh" content="0; url=${target}" />`);
    // Loaded once more, it is the same way.
    expect((await page()).text).toContain(target);
  });

  it('is too late after a minute, as the code is, and leads back to where one began', async () => {
    await type();
    world.pass(61);
    const late = await page();
    world.pass(-61);
    expect(late.status).toBe(410);
    expect(late.text).not.toContain('mds-handover');
    expect(late.text).toContain('Recommencer la connexion');
    expect(late.text).toContain('href="http://caf.localhost:4100/mon-compte">Revenir à Caf de l’Exemple');
  });

  it('is of use in that browser alone', async () => {
    await type();
    browser = world.browser();
    expect((await page()).status).toBe(410);
  });
});
